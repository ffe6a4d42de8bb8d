import type { Nodes, PhrasingContent, Root, RootContent, Text } from 'mdast'
import type { LineIndex } from './line-index.ts'
import type { Cloze, Highlight } from './nodes.ts'
import { textOffsets } from './text-offsets.ts'

/**
 * Turns `==…==` into `highlight` nodes and `{{c1::…::hint}}` into `cloze` nodes, in place. Both are looked for in text
 * only, so never in code or formulas, and may hold other phrasing.
 *
 * @param tree The tree.
 * @param source What it was read from; a delimiter that is escaped in it is text.
 * @param lines The source's lines.
 * @param kinds Which of the two to look for.
 */
export function readMarks(tree: Root, source: string, lines: LineIndex, kinds: ReadonlySet<MarkKind>): void {
  if (!(kinds.has('highlight') && source.includes('==')) && !(kinds.has('cloze') && source.includes('{{c'))) return
  visit(tree, { source, lines, kinds })
}

/** What {@link readMarks} can look for. */
export type MarkKind = 'highlight' | 'cloze'

interface Context {
  readonly source: string
  readonly lines: LineIndex
  readonly kinds: ReadonlySet<MarkKind>
}

type Delimiter =
  | {
      readonly type: 'equals'
      readonly opens: boolean
      readonly closes: boolean
      readonly start: number
      readonly end: number
      readonly text: string
    }
  | {
      readonly type: 'open'
      readonly index: number
      readonly start: number
      readonly end: number
      readonly text: string
    }
  | {
      readonly type: 'close'
      readonly hint: string | undefined
      readonly start: number
      readonly end: number
      readonly text: string
    }

type Part = PhrasingContent | Delimiter

function visit(node: Nodes, context: Context): void {
  if (!('children' in node)) return
  for (const child of node.children) visit(child, context)
  if (!node.children.some((child) => child.type === 'text' && /==|\{\{c|\}\}/.test(child.value))) return
  const parts = (node.children as RootContent[]).flatMap((child, index, all) =>
    child.type === 'text' ? split(child, all[index - 1], all[index + 1], context) : [child as PhrasingContent],
  )
  if (parts.some(isDelimiter)) node.children = pair(parts, context) as never
}

function isDelimiter(part: Part): part is Delimiter {
  return part.type === 'equals' || part.type === 'open' || part.type === 'close'
}

/** The text's pieces between delimiters, and the delimiters. */
function split(node: Text, before: RootContent | undefined, after: RootContent | undefined, context: Context): Part[] {
  const found = [...node.value.matchAll(/==|\{\{c(\d{1,3})::|::([^:{}\n]{0,80})\}\}|\}\}/g)]
  const offsets = found.length > 0 ? textOffsets(node, context.source) : undefined
  if (!offsets) return [node]
  const parts: Part[] = []
  let from = 0
  const cut = (to: number) => {
    if (to > from) parts.push(slice(node, from, to, offsets, context))
  }
  for (const match of found) {
    const at = match.index
    const end = at + match[0].length
    const delimiter = delimiterAt(match, node.value, offsets, { before, after })
    const written = context.source.slice(offsets[at] as number, offsets[end] as number)
    if (!delimiter || written !== match[0] || !context.kinds.has(delimiter.type === 'equals' ? 'highlight' : 'cloze'))
      continue
    cut(at)
    parts.push(delimiter)
    from = end
  }
  if (parts.length === 0) return [node]
  cut(node.value.length)
  return parts
}

function delimiterAt(
  match: RegExpMatchArray,
  value: string,
  offsets: readonly number[],
  around: { before: RootContent | undefined; after: RootContent | undefined },
): Delimiter | undefined {
  const at = match.index as number
  const text = match[0]
  const start = offsets[at] as number
  const end = offsets[at + text.length] as number
  if (text !== '==') {
    if (match[1] === undefined) return { type: 'close', hint: match[2], start, end, text }
    const index = Number(match[1])
    return index >= 1 && index <= 499 ? { type: 'open', index, start, end, text } : undefined
  }
  const left = at > 0 ? value[at - 1] : around.before && ' x'
  const right = at + 2 < value.length ? value[at + 2] : around.after && ' x'
  if (left === '=' || right === '=') return undefined
  // `a==b` is a comparison; a mark stands between words or beside punctuation, and touches what it marks.
  const opens = right !== undefined && !/^\s$/.test(right) && !(left !== undefined && /^[\w)\]]$/.test(left))
  const closes = left !== undefined && !/^\s$/.test(left) && !(right !== undefined && /^[\w([]$/.test(right))
  return opens || closes ? { type: 'equals', opens, closes, start, end, text } : undefined
}

function slice(node: Text, from: number, to: number, offsets: readonly number[], { lines }: Context): Text {
  return {
    ...node,
    value: node.value.slice(from, to),
    position: lines.position(offsets[from] as number, offsets[to] as number),
  }
}

/** Nodes for the delimiters that belong together; the others are text again. */
function pair(parts: readonly Part[], { lines }: Context): PhrasingContent[] {
  const stack: { open: Delimiter | undefined; children: PhrasingContent[] }[] = [{ open: undefined, children: [] }]
  const add = (node: PhrasingContent) => stack.at(-1)?.children.push(node)
  const asText = ({ text, start, end }: Delimiter): Text => ({
    type: 'text',
    value: text,
    position: lines.position(start, end),
  })
  const unwind = (depth: number) => {
    for (const { open, children } of stack.splice(depth)) {
      if (open) add(asText(open))
      for (const child of children) add(child)
    }
  }
  for (const part of parts) {
    if (!isDelimiter(part)) {
      add(part)
      continue
    }
    const at = part.type === 'open' ? -1 : stack.findLastIndex(({ open }) => closesWith(open, part))
    if (at > 0 && (stack[at]?.children.length ?? 0) + (stack.length - 1 - at) > 0) {
      unwind(at + 1)
      const { open, children } = stack.pop() as { open: Delimiter; children: PhrasingContent[] }
      add(nodeOf(open, part, children, lines))
    } else if (part.type === 'open' || (part.type === 'equals' && part.opens)) stack.push({ open: part, children: [] })
    else add(asText(part))
  }
  unwind(1)
  return stack[0]?.children ?? []
}

function closesWith(open: Delimiter | undefined, close: Delimiter): boolean {
  if (close.type === 'equals') return open?.type === 'equals' && close.closes
  return open?.type === 'open'
}

function nodeOf(open: Delimiter, close: Delimiter, children: PhrasingContent[], lines: LineIndex): Highlight | Cloze {
  const position = lines.position(open.start, close.end)
  if (open.type !== 'open') return { type: 'highlight', children, position }
  const hint = close.type === 'close' && close.hint ? { hint: close.hint } : {}
  return { type: 'cloze', index: open.index, ...hint, children, position }
}
