import { mayHang } from './characters.ts'
import type { Hyphenate } from './hyphenate.ts'
import type { Piece, TextPiece } from './piece.ts'

/** How a paragraph is broken. Lengths in points. */
export interface BreakOptions {
  readonly width: number
  /** How far the first line is moved in. Default 0. */
  readonly firstIndent?: number | undefined
  /** Fill lines to the right edge where that needs no ugly gaps. */
  readonly justify: boolean
  /** Let commas and stops hang over the right edge. */
  readonly hang: boolean
  readonly hyphenate?: Hyphenate | undefined
}

/** A line as broken, not yet placed. */
export interface BrokenLine {
  readonly pieces: readonly Exclude<Piece, { kind: 'break' }>[]
  /** The room that the line has. */
  readonly width: number
  readonly indent: number
  /** What the pieces take before justification, white trimmed at both ends. */
  readonly natural: number
  /** How much of `natural` hangs over the edge. */
  readonly overhang: number
  /** The paragraph or a forced break ends here: do not justify. */
  readonly last: boolean
  readonly hyphen: boolean
}

/** A full-width closing sign at the end of a line gives up its empty half, an opening one at its start too. */
const half = 0.5

/**
 * Breaks a paragraph into lines: as much on each as fits, squeezed punctuation and hyphenation included.
 * @param source the paragraph; forced breaks included
 * @returns at least one line
 */
export function breakLines(source: readonly Piece[], options: BreakOptions): BrokenLine[] {
  const pieces = [...source]
  const lines: BrokenLine[] = []
  let start = 0
  while (start < pieces.length || lines.length === 0) {
    while (lines.length > 0 && pieces[start]?.kind === 'space' && !isPreformatted(pieces[start])) start++
    if (start >= pieces.length && lines.length > 0) break
    const indent = lines.length === 0 ? (options.firstIndent ?? 0) : 0
    const found = endOfLine(pieces, start, options.width - indent, options)
    lines.push(lineOf(pieces, start, found, options, indent))
    start = found.next
  }
  return lines
}

interface LineEnd {
  /** One past the last piece of the line. */
  readonly end: number
  /** Where the next line starts. */
  readonly next: number
  readonly last: boolean
  readonly hyphen: boolean
}

function endOfLine(pieces: Piece[], start: number, width: number, options: BreakOptions): LineEnd {
  let x = 0
  let shrink = 0
  let best = -1
  let bestWidth = 0
  for (let at = start; at < pieces.length; at++) {
    const piece = pieces[at] as Piece
    if (piece.kind === 'break') return { end: at, next: at + 1, last: true, hyphen: false }
    x += piece.width + (at > start ? piece.gapBefore : -startTrim(piece))
    if (options.justify) shrink += shrinkOf(piece)
    if (piece.kind === 'space') {
      if (piece.breakAfter && x - piece.width <= width + shrink + slop) {
        best = at + 1
        bestWidth = x - piece.width
      }
      continue
    }
    const endWidth = x - endTrim(piece)
    const room = width + shrink + slop + (options.hang ? hangOf(piece) : 0)
    if (endWidth <= room) {
      if (piece.breakAfter) {
        best = at + 1
        bestWidth = endWidth
      }
      continue
    }
    return overflow(pieces, start, at, { best, bestWidth, width }, options)
  }
  return { end: pieces.length, next: pieces.length, last: true, hyphen: false }
}

const slop = 0.01

/** The line is full at piece `at`: take the last opportunity, or divide a word. */
function overflow(
  pieces: Piece[],
  start: number,
  at: number,
  found: { best: number; bestWidth: number; width: number },
  options: BreakOptions,
): LineEnd {
  const { best, bestWidth, width } = found
  const slack = best < 0 ? width : width - bestWidth
  const chunk = best < 0 ? start : best
  const word = pieces[at]
  const whole = word?.kind === 'text' && word.cls === 'word'
  const size = word && word.kind !== 'break' ? word.style.size : 8
  // Code is never hyphenated: the hyphen would be read as part of it.
  const isProse = whole && !word.style.preformatted
  if (isProse && options.hyphenate && slack > size * 2.2) {
    const used = widthBetween(pieces, start, at) + (at > start ? word.gapBefore : 0)
    const offset = hyphenationOffset(word, width - used, options.hyphenate)
    if (offset > 0) {
      splitWord(pieces, at, offset)
      return { end: at + 1, next: at + 1, last: false, hyphen: true }
    }
  }
  // A word longer than a line starts behind the one before it, if there is room worth using.
  const monster = whole && word.width > width && slack > width * 0.25
  if (best >= 0 && !(monster && at === firstWord(pieces, chunk)))
    return { end: best, next: best, last: false, hyphen: false }
  if (whole) {
    const used = widthBetween(pieces, start, at) + (at > start ? word.gapBefore : 0)
    const offset = fittingOffset(word, width - used, at === start)
    if (offset > 0 && offset < word.text.length) {
      splitWord(pieces, at, offset)
      return { end: at + 1, next: at + 1, last: false, hyphen: false }
    }
  }
  const end = Math.max(at, start + 1)
  return { end, next: end, last: false, hyphen: false }
}

function firstWord(pieces: readonly Piece[], from: number): number {
  let at = from
  while (pieces[at]?.kind === 'space') at++
  return at
}

function widthBetween(pieces: readonly Piece[], start: number, end: number): number {
  let x = 0
  for (let at = start; at < end; at++) {
    const piece = pieces[at]
    if (piece && piece.kind !== 'break') x += piece.width + (at > start ? piece.gapBefore : -startTrim(piece))
  }
  return x
}

function hyphenationOffset(word: TextPiece, room: number, hyphenate: Hyphenate): number {
  let best = 0
  const hyphen = word.shape.face.character(0x2d).width
  for (const offset of hyphenate(word.text)) {
    const width = ((word.shape.face.word(word.text.slice(0, offset)).width + hyphen) * word.style.size) / 1000
    if (width <= room) best = offset
  }
  return best
}

/** How many UTF-16 units of a word fit; at least one character where the line is empty. */
function fittingOffset(word: TextPiece, room: number, force: boolean): number {
  let x = 0
  let offset = 0
  for (let index = 0; index < word.shape.glyphs.length; index++) {
    x += ((word.shape.advances[index] ?? 0) * word.style.size) / 1000
    if (x > room && !(force && offset === 0)) break
    offset += (word.shape.units[index] ?? '').length
  }
  // Good places in long identifiers and addresses, if one is near.
  const near = word.text.slice(0, offset).search(/[/.\-_?&=,:;)\]}](?=[^/.\-_?&=,:;)\]}]{0,12}$)/)
  return near > 0 && offset < word.text.length ? near + 1 : offset
}

function splitWord(pieces: Piece[], at: number, offset: number): void {
  const word = pieces[at] as TextPiece
  const part = (text: string, breakAfter: boolean, gapBefore: number): TextPiece => {
    const shape = word.shape.face.word(text)
    return { ...word, shape, text, width: (shape.width * word.style.size) / 1000, breakAfter, gapBefore }
  }
  pieces.splice(
    at,
    1,
    part(word.text.slice(0, offset), true, word.gapBefore),
    part(word.text.slice(offset), word.breakAfter, 0),
  )
}

function lineOf(
  pieces: readonly Piece[],
  start: number,
  found: LineEnd,
  options: BreakOptions,
  indent: number,
): BrokenLine {
  const taken = pieces.slice(start, found.end) as Exclude<Piece, { kind: 'break' }>[]
  while (taken.at(-1)?.kind === 'space') taken.pop()
  let natural = 0
  taken.forEach((piece, index) => {
    natural += piece.width + (index > 0 ? piece.gapBefore : 0)
  })
  const first = taken[0]
  const last = taken.at(-1)
  if (first) natural -= startTrim(first)
  if (last) natural -= taken.length > 1 || endTrim(last) < last.width ? endTrim(last) : 0
  if (found.hyphen && last?.kind === 'text') natural += (last.shape.face.character(0x2d).width * last.style.size) / 1000
  const width = options.width - indent
  const overhang = options.hang && last && natural > width ? Math.min(natural - width, hangOf(last)) : 0
  return { pieces: taken, width, indent, natural, overhang, last: found.last, hyphen: found.hyphen }
}

/** White that a piece loses when it starts a line. */
export function startTrim(piece: Exclude<Piece, { kind: 'break' }>): number {
  if (piece.kind !== 'text' || piece.cls !== 'open' || piece.shape.width < 900) return 0
  return piece.trimLeft > 0 ? 0 : piece.style.size * half
}

/** White that a piece loses when it ends a line. */
export function endTrim(piece: Exclude<Piece, { kind: 'break' }>): number {
  if (piece.kind !== 'text' || piece.cls !== 'close' || piece.shape.width < 900) return 0
  return piece.trimRight > 0 ? 0 : piece.style.size * half
}

/** How much a piece can be narrowed to let one more character onto the line. */
export function shrinkOf(piece: Exclude<Piece, { kind: 'break' }>): number {
  if (piece.kind === 'space') return piece.style.preformatted ? 0 : piece.width * 0.2
  if (piece.kind !== 'text' || piece.shape.width < 900) return 0
  if (piece.cls === 'close' && piece.trimRight === 0) return piece.style.size * 0.15
  if (piece.cls === 'open' && piece.trimLeft === 0) return piece.style.size * 0.1
  return 0
}

function hangOf(piece: Exclude<Piece, { kind: 'break' }>): number {
  return piece.kind === 'text' && piece.cls === 'close' && mayHang(piece.text) ? piece.style.size * half : 0
}

function isPreformatted(piece: Piece | undefined): boolean {
  return (
    piece !== undefined &&
    piece.kind !== 'break' &&
    piece.style.preformatted === true &&
    piece.style.background === undefined
  )
}
