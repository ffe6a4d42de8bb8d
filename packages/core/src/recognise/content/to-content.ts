import type { Code, FootnoteReference, Image, Link, List, ListItem, Node, Parent, Table, TableCell } from 'mdast'
import type { Block, Inline } from '../../schema/content.ts'
import type { Container, Line, Run } from '../lines/line.ts'
import { sliceRuns, textOf } from '../lines/runs.ts'
import { footnoteMark } from './footnote-mark.ts'

/** A line, or a part of one, that belongs to a field of a question. */
export interface Piece {
  readonly line: Line
  /** Offsets in the line's text. */
  readonly from: number
  readonly to: number
  /** The line's own emphasis marks a question or a key and is not content. */
  readonly bare?: boolean
}

/**
 * Returns a whole line, or the part of it between two offsets, as a piece.
 *
 * @param line The line.
 * @param from Offset of its text. Default 0.
 * @param to Offset after the last. Default: the end.
 * @param bare Leave out emphasis around the whole line. Default false.
 */
export function piece(line: Line, from = 0, to = Number.POSITIVE_INFINITY, bare = false): Piece {
  return { line, from, to: Math.min(to, line.text.length), bare }
}

/**
 * Returns pieces of an article as content of a bank: only nodes of the allow-list, without positions and data.
 *
 * @param pieces The pieces, in document order.
 * @param base What holds them (the question's own list item, quote or folded part): it is left out. Several where they stand apart.
 * @param asText Headings become paragraphs, as in a question's stem. Default false.
 */
export function toContent(
  pieces: readonly Piece[],
  base: Container | readonly Container[] | undefined,
  asText = false,
): Block[] {
  const open = new Set<Container>()
  for (const one of base === undefined ? [] : 'node' in base ? [base] : base)
    for (let at: Container | undefined = one; at; at = at.parent) open.add(at)
  return group(
    pieces
      .filter(({ line }) => line.kind !== 'hidden' && line.kind !== 'metadata')
      .map((one) => ({ piece: one, chain: chainOf(one.line.container, open) })),
    0,
    asText,
  )
}

interface Placed {
  readonly piece: Piece
  /** The containers around it that are content, outermost first. */
  readonly chain: readonly Container[]
}

function chainOf(container: Container | undefined, open: ReadonlySet<Container>): Container[] {
  const chain: Container[] = []
  for (let at = container; at; at = at.parent)
    if (!open.has(at) && (at.node.type as string) !== 'details') chain.push(at)
  chain.reverse()
  // The list around an open item is open too, but a list item alone cannot stand without its list.
  while (chain[0]?.node.type === 'listItem') chain.shift()
  return chain
}

function group(placed: readonly Placed[], level: number, asText: boolean): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < placed.length; ) {
    const container = placed[at]?.chain[level]
    let end = at + 1
    if (container) while (end < placed.length && placed[end]?.chain[level] === container) end++
    else
      while (
        end < placed.length &&
        !placed[end]?.chain[level] &&
        placed[end]?.piece.line.node === placed[at]?.piece.line.node
      )
        end++
    const members = placed.slice(at, end)
    if (container) blocks.push(...wrap(container, members, level, asText))
    else
      blocks.push(
        ...leaf(
          members.map((member) => member.piece),
          asText,
        ),
      )
    at = end
  }
  return blocks
}

function wrap(container: Container, members: readonly Placed[], level: number, asText: boolean): Block[] {
  if (container.node.type === 'list') return toList(container.node as List, members, level, asText)
  const children = group(members, level + 1, asText)
  if (container.node.type === 'blockquote') return children.length > 0 ? [{ type: 'blockquote', children }] : []
  return children
}

function toList(list: List, members: readonly Placed[], level: number, asText: boolean): Block[] {
  const items: Array<Extract<Block, { type: 'list' }>['children'][number]> = []
  let first: ListItem | undefined
  for (let at = 0; at < members.length; ) {
    const item = members[at]?.chain[level + 1]
    let end = at + 1
    while (end < members.length && members[end]?.chain[level + 1] === item) end++
    const node = item?.node as ListItem | undefined
    first ??= node
    const children = group(members.slice(at, end), level + 2, asText)
    items.push({
      type: 'listItem',
      spread: node?.spread ?? false,
      ...(typeof node?.checked === 'boolean' ? { checked: node.checked } : {}),
      children,
    })
    at = end
  }
  if (items.length === 0) return []
  const start = list.ordered && first ? (list.start ?? 1) + Math.max(list.children.indexOf(first), 0) : undefined
  return [
    {
      type: 'list',
      ordered: list.ordered ?? false,
      ...(start === undefined ? {} : { start }),
      spread: list.spread ?? false,
      children: items,
    },
  ]
}

/** The pieces of one block that holds no other blocks. */
function leaf(pieces: readonly Piece[], asText: boolean): Block[] {
  const [first] = pieces
  if (!first) return []
  const { line } = first
  switch (line.kind) {
    case 'code':
      return [toCode(line, first)]
    case 'math':
      return [{ type: 'math', value: line.text }]
    case 'table':
      return [toTable(line.node as Table)]
    case 'rule':
      return [{ type: 'thematicBreak' }]
    case 'heading': {
      const children = joined(pieces)
      if (children.length === 0) return []
      return [asText ? { type: 'paragraph', children } : { type: 'heading', depth: line.depth as 1, children }]
    }
    case 'summary': {
      const children = joined(pieces)
      return children.length === 0
        ? []
        : [{ type: 'paragraph', children: asText ? children : [{ type: 'strong', children }] }]
    }
    default: {
      const children = joined(pieces)
      return children.length === 0 ? [] : [{ type: 'paragraph', children }]
    }
  }
}

function toCode(line: Line, { from, to }: Piece): Block {
  const { lang, meta } = line.node as Code
  return { type: 'code', ...(lang ? { lang } : {}), ...(meta ? { meta } : {}), value: line.text.slice(from, to) }
}

function toTable(table: Table): Block {
  return {
    type: 'table',
    align: (table.align ?? []).map((align) => align ?? null),
    children: table.children.map((row) => ({
      type: 'tableRow',
      children: row.children.map((cell: TableCell) => ({
        type: 'tableCell',
        children: trim(nodesToInlines(cell.children)),
      })),
    })),
  }
}

function joined(pieces: readonly Piece[]): Inline[] {
  const children: Inline[] = []
  for (const [index, { line, from, to, bare }] of pieces.entries()) {
    const inlines = trim(toInlines(sliceRuns(line.runs, from, to), bare ? wholeWraps(line) : 0))
    if (inlines.length === 0) continue
    const sameLine = pieces[index - 1]?.line === line
    if (sameLine && children.length > 0) children.push({ type: 'text', value: ' ' })
    else if (index > 0 && children.length > 0)
      children.push(line.afterBreak ? { type: 'break' } : { type: 'text', value: '\n' })
    children.push(...inlines)
  }
  return merge(children)
}

/** How many of the outermost wraps are emphasis around the whole line. */
function wholeWraps(line: Line): number {
  const solid = line.runs.filter((run) => run.text.trim() !== '')
  const [first] = solid
  if (!first) return 0
  let depth = 0
  while (isEmphasis(first.wraps[depth]) && solid.every((run) => isEmphasis(run.wraps[depth]))) depth++
  return depth
}

function isEmphasis(node: Parent | undefined): boolean {
  const type = node?.type as string | undefined
  return type === 'strong' || type === 'emphasis' || type === 'highlight'
}

function toInlines(runs: readonly Run[], depth: number): Inline[] {
  const inlines: Inline[] = []
  for (let at = 0; at < runs.length; ) {
    const run = runs[at] as Run
    const outer = run.wraps[depth]
    if (!outer) {
      const node = toLeaf(run)
      if (node) inlines.push(node)
      at++
      continue
    }
    let end = at + 1
    while (end < runs.length && runs[end]?.wraps[depth] === outer) end++
    inlines.push(...toWrap(outer, toInlines(runs.slice(at, end), depth + 1)))
    at = end
  }
  return merge(inlines)
}

function toLeaf(run: Run): Inline | undefined {
  switch (run.leaf.type) {
    case 'inlineCode':
      return { type: 'inlineCode', value: run.text }
    case 'inlineMath':
      return { type: 'inlineMath', value: run.text }
    case 'image':
      return toImage(run.leaf as Image)
    case 'footnoteReference':
      return footnoteMark(run.leaf as FootnoteReference)
    case 'text':
      return run.text === '' ? undefined : { type: 'text', value: run.text }
    default:
      return undefined
  }
}

function toImage({ url, alt, title }: Image): Inline {
  return { type: 'image', url, ...(alt ? { alt } : {}), ...(title ? { title } : {}) }
}

const safeLink = /^(?:https?:\/\/|mailto:|#)/i

function toWrap(node: Parent, children: Inline[]): Inline[] {
  if (children.length === 0) return []
  switch (node.type as string) {
    case 'strong':
    case 'emphasis':
    case 'delete':
    case 'superscript':
    case 'subscript':
    case 'highlight':
      return [{ type: node.type as 'strong', children }]
    case 'link': {
      const { url, title } = node as Link
      return safeLink.test(url) ? [{ type: 'link', url, ...(title ? { title } : {}), children }] : children
    }
    case 'cloze': {
      const { index, hint } = node as Parent & { index?: number; hint?: string }
      return [{ type: 'cloze', index: index ?? 1, ...(hint ? { hint } : {}), children }]
    }
    default:
      return children
  }
}

/** Inline nodes of a table cell, which is not cut into lines. */
function nodesToInlines(nodes: readonly Node[]): Inline[] {
  return merge(
    nodes.flatMap((node): Inline[] => {
      if ('children' in node) return toWrap(node as Parent, nodesToInlines((node as Parent).children))
      if (node.type === 'break') return [{ type: 'break' }]
      const text = (node as Node & { value?: string }).value ?? ''
      const inline = toLeaf({ text, leaf: node, wraps: [], start: 0, end: 0 })
      return inline ? [inline] : []
    }),
  )
}

function merge(inlines: readonly Inline[]): Inline[] {
  const out: Inline[] = []
  for (const node of inlines) {
    const last = out.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      out[out.length - 1] = { type: 'text', value: last.value + node.value }
    else out.push(node)
  }
  return out
}

/** Takes white space off both ends, and what is empty then. */
function trim(inlines: readonly Inline[]): Inline[] {
  const out = [...inlines]
  for (let first = out[0]; first; first = out[0]) {
    if (first.type === 'break') out.shift()
    else if (first.type === 'text') {
      const value = first.value.trimStart()
      if (value !== '') {
        out[0] = { type: 'text', value }
        break
      }
      out.shift()
    } else break
  }
  for (let last = out.at(-1); last; last = out.at(-1)) {
    if (last.type === 'break') out.pop()
    else if (last.type === 'text') {
      const value = last.value.trimEnd()
      if (value !== '') {
        out[out.length - 1] = { type: 'text', value }
        break
      }
      out.pop()
    } else break
  }
  return out
}

/** Returns the plain text of a piece, white space taken off its ends. */
export function pieceText({ line, from, to }: Piece): string {
  if (line.kind === 'code' || line.kind === 'math' || line.kind === 'table') return line.text.slice(from, to).trim()
  return textOf(sliceRuns(line.runs, from, to)).trim()
}
