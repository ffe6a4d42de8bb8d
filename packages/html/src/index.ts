export type { ClozeMode, HtmlOptions, MathMode } from './options.ts'
export { stylesheet } from './stylesheet.ts'
export { toHast } from './to-hast.ts'
export { toHtml } from './to-html.ts'
