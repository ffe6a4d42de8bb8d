import type { Root, RootContent } from 'mdast'
import { citeAcross } from './cite-across.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { type Part, partsOf } from './parts-of.ts'

/** Parsing time per character is least around here; see scripts/bench/reading.ts. */
const windowSize = 4_000

/**
 * Returns the same tree as {@link parseMarkdown}, in time that is linear in the length.
 *
 * A window of the source is parsed; all of its top-level nodes but the last are complete, whatever follows, and are
 * kept; the next window starts on the line of the last one. A list that fills a window is cut between two of its items. A
 * window without anything complete grows. Which links,
 * pictures and footnotes are references depends on definitions anywhere in the document, so a part that cites a label
 * which another part defines is parsed again behind those definitions.
 *
 * @param source The text, without a byte-order mark.
 * @param size Length of a window at first, in UTF-16 units. Default: 4,000.
 */
export function parseInWindows(source: string, size = windowSize): Root {
  if (source.length < 2 * size) return parseMarkdown(source)
  const parts = citeAcross(partsOf(source, size), source)
  const children = join(parts)
  const last = parts.at(-1)
  const end = last?.end ?? { line: 1, column: 1, offset: 0 }
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } }
}

/** The nodes of all parts; a list that was cut is one again. */
function join(parts: readonly Part[]): RootContent[] {
  const nodes: RootContent[] = []
  let cut: Part['cut']
  for (const part of parts) {
    const [first, ...rest] = part.nodes
    const list = nodes.at(-1)
    if (cut && list?.type === 'list' && first?.type === 'list' && list.position && first.position) {
      for (const item of first.children) list.children.push(item)
      list.spread = Boolean(list.spread || cut.spread || first.spread)
      list.position.end = first.position.end
      for (const node of rest) nodes.push(node)
    } else for (const node of part.nodes) nodes.push(node)
    cut = part.cut
  }
  return nodes
}
