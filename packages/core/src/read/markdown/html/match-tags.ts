import { closedBy, scopeOf, voidTags } from '../../html/tags.ts'
import { isKnown, type Piece } from './pieces.ts'

/** What is to be done with each piece. */
export interface Matching {
  /** For each piece: the index of the piece with or before which the element ends that it opens; absent where its tag is text. */
  readonly ends: ReadonlyMap<number, number>
  /** End tags that close an element, by index; the others are text. */
  readonly closing: ReadonlySet<number>
}

/**
 * Finds out which start tag belongs to which end tag. A start tag without an end tag is none, and neither is an end
 * tag without a start tag: their source is text. Exceptions are the elements whose end tag HTML lets one leave out.
 *
 * @param pieces What a run of blocks, or a line, consists of.
 * @param flow Whether these are blocks; in a line, what is open at its end was no tag.
 */
export function matchTags(pieces: readonly Piece[], flow: boolean): Matching {
  const ends = new Map<number, number>()
  const closing = new Set<number>()
  const open: { name: string; index: number }[] = []
  const closeDownTo = (depth: number, end: number) => {
    for (const { name, index } of open.splice(depth)) {
      const piece = pieces[index]
      if (closedBy[name]) ends.set(index, end)
      else if (piece?.type === 'open' && isAnchor(piece)) ends.set(index, index + 1)
    }
  }
  for (const [index, piece] of pieces.entries()) {
    if (piece.type === 'open' && isKnown(piece.name)) {
      if (voidTags.has(piece.name)) {
        ends.set(index, index + 1)
        continue
      }
      const at = impliedEnd(open, piece.name)
      if (at !== -1) closeDownTo(at, index)
      open.push({ name: piece.name, index })
    } else if (piece.type === 'close') {
      const at = open.findLastIndex(({ name }) => name === piece.name)
      const start = open[at]
      if (!start || !sameHome(pieces[start.index], piece)) continue
      closing.add(index)
      closeDownTo(at + 1, index)
      open.pop()
      ends.set(start.index, index)
    }
  }
  // What is open at the end of everything: `<p>` and `<li>` may stay so, but only where they are blocks.
  for (const { name, index } of open) {
    const piece = pieces[index]
    if (piece?.type !== 'open') continue
    if (isAnchor(piece)) ends.set(index, index + 1)
    else if (flow && closedBy[name] && !piece.home && (name === 'p' || hasScope(open, name, index)))
      ends.set(index, pieces.length)
  }
  return { ends, closing }
}

/** `<a name="x"/>`, or `<a id="x">` without an end tag: a place to link to, with nothing in it. */
function isAnchor({ name, attributes }: Extract<Piece, { type: 'open' }>): boolean {
  return name === 'a' && !attributes.has('href') && (attributes.has('name') || attributes.has('id'))
}

/** A tag inside a paragraph and one outside of it belong together only when both are blocks', which pieces.ts sees to. */
function sameHome(start: Piece | undefined, end: Piece): boolean {
  if (start?.type !== 'open' || end.type !== 'close') return false
  return start.home === end.home || blockPair.has(start.name)
}

const blockPair: ReadonlySet<string> = new Set([
  'details',
  'div',
  'center',
  'p',
  'blockquote',
  'summary',
  'ul',
  'ol',
  'li',
])

function impliedEnd(open: readonly { name: string }[], name: string): number {
  const closes = closedBy[name]
  if (!closes) return -1
  const scope = scopeOf[name]
  let found = -1
  for (let at = open.length - 1; at >= 0; at--) {
    const above = (open[at] as { name: string }).name
    if (scope?.has(above)) break
    if (closes.includes(above)) found = at
    else if (name === 'p') break
  }
  return found
}

function hasScope(open: readonly { name: string; index: number }[], name: string, index: number): boolean {
  return open.some((other) => other.index < index && scopeOf[name]?.has(other.name))
}
