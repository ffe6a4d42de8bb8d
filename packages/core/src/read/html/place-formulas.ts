import type { Nodes, RootContent } from 'mdast'
import type { LineIndex } from '../line-index.ts'
import { decodeEntities } from './decode-entities.ts'

/**
 * Gives formulas whose TeX is an attribute (`data-tex`, a picture's `alt`) the place of that attribute's value, in place:
 * what surrounds it is markup.
 *
 * @param nodes The nodes of a page.
 * @param source The page.
 * @param lines Its lines.
 */
export function placeFormulas(nodes: readonly RootContent[], source: string, lines: LineIndex): void {
  for (const node of nodes as readonly Nodes[]) {
    if ('children' in node) placeFormulas(node.children as RootContent[], source, lines)
    if (node.type !== 'inlineMath') continue
    const start = node.position?.start.offset ?? 0
    const html = source.slice(start, node.position?.end.offset ?? start)
    const found = [...html.matchAll(attribute)].find(([, , double, single]) =>
      isSame(double ?? single ?? '', node.value),
    )
    if (!found) continue
    const from = start + found.index + (found[1] as string).length
    node.position = lines.position(from, from + (found[2] ?? found[3] ?? '').length)
  }
}

const attribute =
  /((?:data-(?:tex|formula|latex)|alt|alttext)\s{0,20}=\s{0,20}["'])(?:(?<=")([^"]{1,4000})|(?<=')([^']{1,4000}))/gi

function isSame(value: string, tex: string): boolean {
  return (
    decodeEntities(value)
      .replace(/^\{\\displaystyle (.*)\}$/s, '$1')
      .trim() === tex
  )
}
