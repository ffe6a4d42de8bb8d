import type { Definition, FootnoteDefinition, Nodes, Root, RootContent } from 'mdast'
import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import { nextBoundary } from './next-boundary.ts'
import { parseMarkdown } from './parse-markdown.ts'

/** Parsing time per character is least around here; see scripts/bench/reading.ts. */
const windowSize = 4_000

/**
 * Returns the same tree as {@link parseMarkdown}, in time that is linear in the length.
 *
 * A window of the source is parsed; all of its top-level nodes but the last are complete, whatever follows, and are
 * kept; the next window starts on the line of the last one. A window without a complete node grows. Which links,
 * pictures and footnotes are references depends on definitions anywhere in the document, so a part that cites a label
 * which another part defines is parsed again behind those definitions.
 *
 * @param source The text, without a byte-order mark.
 * @param size Length of a window at first, in UTF-16 units. Default: 4,000.
 */
export function parseInWindows(source: string, size = windowSize): Root {
  if (source.length < 2 * size) return parseMarkdown(source)
  const parts = citingParts(partsOf(source, size), source)
  const children = parts.flatMap(({ nodes }) => nodes)
  const last = parts.at(-1)
  const end = last?.end ?? { line: 1, column: 1, offset: 0 }
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } }
}

interface Point {
  line: number
  column: number
  offset: number
}

/** A run of top-level nodes; `start` is the offset of a line, `line` the number of lines before it. */
interface Part {
  readonly start: number
  readonly stop: number
  readonly line: number
  readonly nodes: RootContent[]
  /** Where the text of the part ends. */
  readonly end: Point
}

function partsOf(source: string, size: number): Part[] {
  const parts: Part[] = []
  let start = 0
  let line = 0
  let stop = windowEnd(source, start, size)
  while (start < source.length) {
    const text = source.slice(start, stop)
    const tree = parseMarkdown(text, start === 0)
    const kept = stop === source.length ? tree.children.length : countComplete(tree, text)
    const next = tree.children[kept]
    if (kept === 0 && stop < source.length) {
      stop = windowEnd(source, start, 2 * (stop - start))
      continue
    }
    const from = next ? startOfLine(next) : text.length
    const lines = next ? (next.position as NonNullable<typeof next.position>).start.line - 1 : 0
    const end = tree.position?.end as Point
    const nodes = tree.children.slice(0, kept)
    for (const node of nodes) shift(node, start, line)
    parts.push({
      start,
      stop: start + from,
      line,
      nodes,
      end: { ...end, offset: end.offset + start, line: end.line + line },
    })
    start += from
    line += lines
    stop = windowEnd(source, start, size)
  }
  return parts
}

/** A window ends after a line at which, most likely, a top-level node begins: little of it is parsed twice. */
function windowEnd(source: string, start: number, size: number): number {
  return nextBoundary(source, start, start + size)
}

/** How many of the top-level nodes of a window nothing that follows can change. */
function countComplete(tree: Root, text: string): number {
  const { children } = tree
  let kept = children.length - 1
  // A definition's title may be what follows it: where that is not complete yet, it looks like a paragraph.
  while (kept > 0 && children[kept - 1]?.type === 'definition' && adjoins(children[kept - 1], children[kept])) kept--
  const open = openFormula(children, text)
  if (open !== -1 && open < kept) kept = open
  // remark takes a byte-order mark at the start of a window for that of a document.
  while (kept > 0 && text.charCodeAt(startOfLine(children[kept] as RootContent)) === 0xfeff) kept--
  return Math.max(kept, 0)
}

function adjoins(before: RootContent | undefined, after: RootContent | undefined): boolean {
  return (before?.position?.end.line ?? 0) + 1 >= (after?.position?.start.line ?? 0)
}

/** Index of the first node in which a display formula begins that has no end in this window, or -1. */
function openFormula(children: readonly RootContent[], text: string): number {
  return children.findIndex((node) => {
    if (node.type === 'math' || node.type === 'code' || node.type === 'html' || node.type === 'yaml') return false
    const start = startOfLine(node)
    const own = text.slice(start, node.position?.end.offset)
    const mark = offsetOfMark(own)
    // These end the search for the end of a formula; see math/syntax.ts.
    return mark !== -1 && !/\n[ \t>]{0,40}[#`]/.test(text.slice(start + mark + 1))
  })
}

/** Where, in the text of a node, a line begins with the mark of a display formula, or -1. */
function offsetOfMark(text: string): number {
  let at = 0
  for (const line of text.split('\n')) {
    if (/^[\s>*+\-\d.)]{0,40}(?:\$\$|\\\[)/.test(line)) return at
    at += line.length + 1
  }
  return -1
}

/** Offset, in the window, of the line on which a node starts. */
function startOfLine(node: RootContent): number {
  const start = node.position?.start as Point
  return start.offset - (start.column - 1)
}

/** In place: a large article has millions of points. */
function shift(node: Nodes, offset: number, line: number): void {
  if (node.position) {
    for (const point of [node.position.start, node.position.end] as Point[]) {
      point.offset += offset
      point.line += line
    }
  }
  if ('children' in node) for (const child of node.children) shift(child, offset, line)
}

/** The parts, those that cite labels of other parts parsed again. */
function citingParts(parts: Part[], source: string): Part[] {
  const homes = new Map<string, { part: Part; source: string }>()
  for (const part of parts)
    for (const definition of part.nodes.flatMap(definitionsIn)) {
      const key = keyOf(definition.type === 'definition' ? '' : '^', definition.identifier)
      if (!homes.has(key)) homes.set(key, { part, source: stubOf(definition) })
    }
  if (homes.size === 0) return parts
  return parts.map((part) => {
    const cited = new Set<string>()
    for (const label of labelsIn(source, part.start, part.stop)) {
      const home = label.startsWith('^') ? homes.get(keyOf('^', label.slice(1))) : undefined
      const stub = home ?? homes.get(keyOf('', label))
      if (stub && stub.part !== part) cited.add(stub.source)
    }
    return cited.size > 0 ? parseBehind([...cited], part, source) : part
  })
}

/** What stands between brackets, without brackets in it: all that can be a label (CommonMark § 4.7), and more. */
function* labelsIn(source: string, from: number, to: number): Generator<string> {
  let open = -1
  for (let at = from; at < to; at++) {
    const unit = source[at]
    if (unit === '\\') at++
    else if (unit === '[') open = at
    else if (unit === ']') {
      if (open !== -1 && at - open <= 1000) yield source.slice(open + 1, at)
      open = -1
    }
  }
}

function keyOf(prefix: string, label: string): string {
  return prefix + normalizeIdentifier(label)
}

function definitionsIn(node: Nodes): Array<Definition | FootnoteDefinition> {
  const inner = 'children' in node ? (node.children as RootContent[]).flatMap(definitionsIn) : []
  return node.type === 'definition' || node.type === 'footnoteDefinition' ? [node, ...inner] : inner
}

/** The shortest definition of the same label; where it leads is looked up in the whole tree afterwards. */
function stubOf(definition: Definition | FootnoteDefinition): string {
  // The identifier, unlike the label, still has its backslashes.
  const { type, identifier } = definition
  return type === 'definition' ? `[${identifier}]: x` : `[^${identifier}]: x`
}

function parseBehind(stubs: readonly string[], part: Part, source: string): Part {
  const front = `${stubs.join('\n\n')}\n\n<!-- -->\n\n`
  const lines = front.split('\n').length - 1
  const tree = parseMarkdown(front + source.slice(part.start, part.stop), false)
  // Front matter is read only without stubs before it.
  const first = part.nodes.filter((node) => node.type === 'yaml' || (node.type as string) === 'toml')
  const skipped = first[0]?.position?.end.offset ?? -1
  const nodes = tree.children.filter((node) => (node.position?.start.offset ?? 0) >= front.length)
  for (const node of nodes) shift(node, part.start - front.length, part.line - lines)
  return { ...part, nodes: [...first, ...nodes.filter((node) => (node.position?.start.offset ?? 0) >= skipped)] }
}
