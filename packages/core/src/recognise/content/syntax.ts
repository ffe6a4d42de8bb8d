import type { Node, Parent, Root } from 'mdast'
import type { Span } from '../../schema/bank.ts'
import { align } from '../lines/align.ts'

const solid = /[\p{L}\p{N}]/u

/**
 * Returns the parts of a source that are syntax and hold letters or digits: the destination of a link, the language of a
 * fence, a tag's name, the number of a list item. In order, disjoint.
 *
 * @param tree mdast with positions.
 * @param source The text that they count in.
 */
export function syntaxSpans(tree: Root, source: string): Span[] {
  const spans: Span[] = []
  const add = (start: number, end: number): void => {
    if (start < end && solid.test(source.slice(start, end))) spans.push({ start, end })
  }
  const visit = (node: Node): void => {
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? start
    if ('children' in node) {
      let at = start
      for (const child of (node as Parent).children) {
        add(at, Math.max(child.position?.start.offset ?? at, at))
        visit(child)
        at = Math.max(child.position?.end.offset ?? at, at)
      }
      // Between top-level nodes there is nothing that a question could own by its node.
      add(at, end)
      return
    }
    const text = textOf(node)
    if (text === undefined) add(start, end)
    else outside(text, valueStart(node, source, start, end), start, end)
  }
  /** What of a leaf's source is not its text. */
  const outside = (text: string, from: number, start: number, end: number): void => {
    const map = align(text, source, from, end)
    if (!map) {
      add(start, from)
      return
    }
    let at = start
    for (const [index, offset] of map.entries()) {
      if (offset > at) add(at, offset)
      at = Math.max(
        at,
        Math.min(offset + (source[offset] === text[index] || offset < at ? 1 : keptOf(text, index)), end),
      )
    }
    add(at, end)
  }
  visit(tree)
  return spans
}

/** A character reference stands for one letter or digit, or for none: so much of its own letters is kept. */
function keptOf(text: string, index: number): number {
  return solid.test(text[index] as string) ? 2 : 1
}

function textOf(node: Node): string | undefined {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'inlineMath':
    case 'code':
    case 'math':
      return (node as Node & { value: string }).value
    case 'image':
      return (node as Node & { alt?: string }).alt ?? ''
    case 'footnoteReference':
      return (node as Node & { label?: string }).label ?? ''
    default:
      return undefined
  }
}

/** Where the text of a leaf begins: after a fence's first line, after the opening of a span. */
function valueStart(node: Node, source: string, start: number, end: number): number {
  const first = source[start] ?? ''
  if (node.type === 'code' || node.type === 'math') {
    if (!'`~$<'.includes(first)) return start
    const newline = source.indexOf('\n', start)
    return newline === -1 || newline > end || first === '<' ? start : newline + 1
  }
  if (node.type === 'image')
    return source.startsWith('![', start) ? start + 2 : Math.max(source.indexOf('alt=', start), start)
  return start
}
