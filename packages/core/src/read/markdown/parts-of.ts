import type { Root, RootContent } from 'mdast'
import { compact } from './compact.ts'
import { nextBoundary } from './next-boundary.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { shift } from './shift.ts'

/** A point of a tree; `offset` counts UTF-16 units. */
export interface Point {
  line: number
  column: number
  offset: number
}

/** A run of top-level nodes; `start` is the offset of a line, `line` the number of lines before it. */
export interface Part {
  readonly start: number
  readonly stop: number
  readonly line: number
  readonly nodes: RootContent[]
  /** Where the text of the part ends. */
  readonly end: Point
  /** The part ends between two items of a list, which is its last node: the next part goes on with that list. */
  readonly cut?: { readonly spread: boolean } | undefined
}

/**
 * Returns the top-level nodes of a document in parts, each parsed in a window of its own; see `parse-in-windows.ts`.
 *
 * @param source The text, without a byte-order mark.
 * @param size Length of a window at first.
 */
export function partsOf(source: string, size: number): Part[] {
  const parts: Part[] = []
  let start = 0
  let line = 0
  let stop = windowEnd(source, start, size)
  while (start < source.length) {
    const text = source.slice(start, stop)
    const tree = parseMarkdown(text, start === 0)
    const { nodes, next, cut } = stop === source.length ? { nodes: tree.children } : completeNodes(tree, text)
    if (nodes.length === 0 && stop < source.length) {
      stop = windowEnd(source, start, 2 * (stop - start))
      continue
    }
    const end = tree.position?.end as Point
    const from = next ? startOfLine(next) : text.length
    const lines = next ? (next.position?.start.line ?? 1) - 1 : 0
    for (const node of nodes) {
      shift(node, start, line)
      compact(node)
    }
    const moved = { ...end, offset: end.offset + start, line: end.line + line }
    parts.push({ start, stop: start + from, line, nodes, end: moved, cut })
    start += from
    line += lines
    stop = windowEnd(source, start, size)
  }
  return parts
}

interface Complete {
  readonly nodes: RootContent[]
  /** What the next window starts with: a node, or an item of a list. */
  readonly next?: RootContent | undefined
  readonly cut?: Part['cut']
}

/** All nodes but the last; of a list that fills the window, all items but the last. */
function completeNodes(tree: Root, text: string): Complete {
  const kept = countComplete(tree, text)
  const next = tree.children[kept]
  if (kept > 0 || next?.type !== 'list' || next.children.length < 2)
    return { nodes: tree.children.slice(0, kept), next }
  const items = next.children.slice(0, -1)
  const end = items.at(-1)?.position?.end as Point
  const list: RootContent = {
    ...next,
    children: items,
    position: { start: { ...(next.position?.start as Point) }, end: { ...end } },
  }
  return { nodes: [list], next: next.children.at(-1), cut: { spread: next.spread ?? false } }
}

/** A window ends after a line at which, most likely, a top-level node begins: little of it is parsed twice. */
function windowEnd(source: string, start: number, size: number): number {
  return nextBoundary(source, start, start + size)
}

/** How many of the top-level nodes of a window nothing that follows can change. */
function countComplete(tree: Root, text: string): number {
  const { children } = tree
  let kept = children.length - 1
  // A definition's title may be what follows it: where that is not complete yet, it looks like a paragraph. And what
  // follows indented code, micromark takes for something in a paragraph: `3.` starts no list there.
  while (kept > 0 && ties(children[kept - 1] as RootContent, children[kept], text)) kept--
  const open = openFormula(children, text)
  if (open !== -1 && open < kept) kept = open
  // remark takes a byte-order mark at the start of a window for that of a document.
  while (kept > 0 && text.charCodeAt(startOfLine(children[kept] as RootContent)) === 0xfeff) kept--
  return Math.max(kept, 0)
}

function ties(node: RootContent, next: RootContent | undefined, text: string): boolean {
  if (node.type === 'definition') return adjoins(node, next)
  // Items in an item that interrupts a paragraph (`1. - 2. a`) may only be numbered 1, says micromark.
  if (node.type === 'paragraph' && next?.type === 'list' && adjoins(node, next))
    return /^[ \t]{0,3}(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}(?:[-*+]|\d{1,9}[.)])[ \t]/.test(
      text.slice(startOfLine(next), startOfLine(next) + 40),
    )
  return node.type === 'code' && !/[`~]/.test(text[node.position?.start.offset ?? 0] ?? '')
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
