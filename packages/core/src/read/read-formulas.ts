import type { Nodes, RootContent, Text } from 'mdast'
import type { LineIndex } from './line-index.ts'
import { hasTex, isBracketMath, isDisplayMath, isDollarMath, isParenthesisMath } from './markdown/math/is-math.ts'
import { textOffsets } from './text-offsets.ts'

/** Which dollar signs are looked at: `tex` takes only what has a command, a script or a group in it. */
export type DollarRule = 'any' | 'tex'

/**
 * Turns formulas that stand in text as TeX (`\(…\)`, `\[…\]`, `$$…$$`, `$…$`) into `inlineMath` nodes, in place: for
 * pages whose formulas a script would have set, and for text that was pasted from such a source. Markdown has its own
 * grammar for them.
 *
 * @param tree The tree.
 * @param source What it was read from.
 * @param lines The source's lines.
 * @param rule Which `$…$` are formulas.
 */
export function readFormulas(tree: Nodes, source: string, lines: LineIndex, rule: DollarRule): void {
  if (!('children' in tree)) return
  let found = false
  const children = (tree.children as RootContent[]).flatMap((child): RootContent[] => {
    if (child.type !== 'text') {
      readFormulas(child, source, lines, rule)
      return [child]
    }
    const parts = split(child, source, lines, rule)
    found ||= parts.length > 1 || parts[0] !== child
    return parts
  })
  if (found) tree.children = children as never
}

const longest = 4000
const closers: Readonly<Record<string, string>> = { '\\(': '\\)', '\\[': '\\]', $$: '$$', $: '$' }

function split(node: Text, source: string, lines: LineIndex, rule: DollarRule): RootContent[] {
  const { value } = node
  if (!/\\[([]|\$/.test(value)) return [node]
  const offsets = textOffsets(node, source)
  if (!offsets) return [node]
  const at = (from: number, to: number) => lines.position(offsets[from] as number, offsets[to] as number)
  const parts: RootContent[] = []
  let from = 0
  const opener = /\\\(|\\\[|\$\$?/g
  for (let match = opener.exec(value); match; match = opener.exec(value)) {
    const [mark] = match
    const closer = closers[mark] as string
    const start = match.index + mark.length
    const end = value.slice(start, start + longest).indexOf(closer) + start
    if (end < start || !accepts(mark, value, start, end, rule)) continue
    const stop = end + closer.length
    if (match.index > from)
      parts.push({ ...node, value: value.slice(from, match.index), position: at(from, match.index) })
    const data = mark === '$$' || mark === '\\[' ? { data: { display: true } } : {}
    parts.push({
      type: 'inlineMath',
      value: value.slice(start, end).trim(),
      ...data,
      position: at(match.index, stop),
    } as RootContent)
    from = stop
    opener.lastIndex = stop
  }
  if (parts.length === 0) return [node]
  if (from < value.length) parts.push({ ...node, value: value.slice(from), position: at(from, value.length) })
  return parts
}

function accepts(mark: string, value: string, start: number, end: number, rule: DollarRule): boolean {
  const content = value.slice(start, end)
  const around = { before: unit(value, start - mark.length - 1), after: unit(value, end + mark.length) }
  if (mark === '\\(') return isParenthesisMath(content)
  if (mark === '\\[') return isBracketMath(content, around)
  if (rule === 'tex' && !hasTex(content)) return false
  return mark === '$' ? isDollarMath(content, around) : isDisplayMath(content)
}

function unit(value: string, at: number): number | undefined {
  return at >= 0 && at < value.length ? value.charCodeAt(at) : undefined
}
