import type { Element, ElementContent } from 'hast'
import { common, createLowlight } from 'lowlight'
import { printable } from './printable.ts'

/**
 * Returns a block of code with its syntax marked by highlight.js's classes (`hljs-keyword`, …), which `stylesheet`
 * colours. Code in no language, in one that is not known, or longer than 100,000 characters is left plain.
 *
 * @param value the code
 * @param lang what stood behind the opening fence: a language's name or alias
 */
export function codeToHast(value: string, lang: string | undefined): Element {
  const text = printable(value)
  const name = lang?.toLowerCase().match(/^[\w+#.-]+/)?.[0]
  const children = name === undefined ? undefined : highlight(text, name)
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties: name === undefined ? {} : { className: [`language-${name}`] },
    children: children ?? [{ type: 'text', value: text }],
  }
  return { type: 'element', tagName: 'pre', properties: {}, children: [code] }
}

const longest = 100_000
let lowlight: ReturnType<typeof createLowlight> | undefined

function highlight(text: string, name: string): ElementContent[] | undefined {
  if (text.length > longest) return undefined
  lowlight ??= createLowlight(common)
  if (!lowlight.registered(name)) return undefined
  return lowlight.highlight(name, text).children as ElementContent[]
}
