import type { Block, Inline } from '@cardpress/core'
import { stringifyInert } from './inert.ts'
import type { HtmlOptions } from './options.ts'
import { plainHtml } from './plain-html.ts'
import { serialise } from './serialise.ts'
import { toHast } from './to-hast.ts'

/**
 * Returns content as HTML. Safe by construction: the only elements and attributes are those that `toHast` makes, and
 * text is escaped by the serialiser. The same content and options give the same string.
 *
 * @param blocks blocks of a bank, or inline nodes
 * @param options how; see {@link HtmlOptions}
 * @throws {TypeError} when `math` is `mathml` or `svg` and there is no `renderer`
 */
export function toHtml(blocks: readonly (Block | Inline)[], options: HtmlOptions = {}): string {
  const plain = isPlain(options) ? plainly(blocks) : undefined
  if (plain !== undefined) return plain
  const tree = toHast(blocks, options)
  return options.inert === 'anki' ? stringifyInert(tree, serialise) : serialise(tree)
}

/** Whether the options ask for nothing that `plainHtml` does not do. */
function isPlain({ math, headingOffset, lang }: HtmlOptions): boolean {
  return (math ?? 'tex') === 'tex' && (headingOffset ?? 0) === 0 && lang === undefined
}

function plainly(nodes: readonly (Block | Inline)[]): string | undefined {
  let html = ''
  for (const node of nodes) {
    const part = plainHtml(node)
    if (part === undefined) return undefined
    html += part
  }
  return html
}
