import type { Inline } from '@cardpress/core'
import type { Face } from '../fonts/face.ts'
import type { FontBook } from '../fonts/font-book.ts'
import type { FormulaSource } from '../layout/formula.ts'
import type { Picture } from '../layout/picture.ts'
import { classify, isAmbiguous, isHan, isLetterOrDigit } from './characters.ts'
import { flattenInline, type Segment } from './flatten-inline.ts'
import { lineBreaks } from './line-breaks.ts'
import type { BoxPiece, Piece, TextPiece, TextStyle } from './piece.ts'

/** What the setter of text needs to know of the paper around it. */
export interface TextContext {
  readonly book: FontBook
  readonly formula: FormulaSource
  readonly picture: (url: string) => Picture | undefined
  /** Called with each character that no font draws. */
  readonly onMissing: (codePoint: number) => void
  /** Called with each formula that cannot be set. */
  readonly onBadFormula: (tex: string) => void
  /** The widest that a formula or picture may be, in points. */
  readonly maxWidth: number
  /** How a cloze is printed: its text, underlined, or a blank of its width. Default `shown`. */
  readonly cloze?: 'shown' | 'blank' | undefined
}

/** White between hanzi and Latin letters or digits, in em (a seventh: the middle of what Chinese typography allows). */
const scriptGap = 0.14

/**
 * Turns inline content into pieces to be broken into lines.
 * @param inlines the paragraph
 * @param style how plain text in it looks
 * @param context fonts, formulas, pictures and where to report what cannot be drawn
 */
export function toPieces(inlines: readonly Inline[], style: TextStyle, context: TextContext): Piece[] {
  return piecesOf(flattenInline(inlines, style, context), context)
}

/** Turns styled segments into pieces; code, whose styles come from a highlighter, enters here. */
export function piecesOf(segments: readonly Segment[], context: TextContext): Piece[] {
  let text = ''
  for (const segment of segments)
    text += segment.kind === 'text' ? segment.text : segment.kind === 'break' ? '\n' : '\ufffc'
  const breaks = lineBreaks(text)
  const builder = new PieceBuilder(text, breaks, context)
  for (const segment of segments) builder.add(segment)
  return builder.finish()
}

class PieceBuilder {
  readonly #text: string
  readonly #breaks: Uint8Array
  readonly #context: TextContext
  readonly #pieces: Piece[] = []
  #at = 0
  /** The word that is being collected. */
  #word = ''
  #wordFace: Face | undefined
  #wordStyle: TextStyle | undefined

  constructor(text: string, breaks: Uint8Array, context: TextContext) {
    this.#text = text
    this.#breaks = breaks
    this.#context = context
  }

  add(segment: Segment): void {
    if (segment.kind === 'text') {
      for (const character of segment.text) this.#character(character, segment.style)
      this.#flush(false)
      return
    }
    this.#flush(false)
    this.#at += 1
    if (segment.kind === 'break') this.#pieces.push({ kind: 'break' })
    else {
      const breakAfter = this.#breaks[this.#at] === 1
      const gapBefore = this.#gapBefore(true, segment.style)
      this.#pieces.push({ ...segment.box, style: segment.style, breakAfter, gapBefore } satisfies BoxPiece)
    }
  }

  finish(): Piece[] {
    this.#flush(false)
    return squeeze(this.#pieces)
  }

  #character(character: string, style: TextStyle): void {
    const start = this.#at
    this.#at += character.length
    const codePoint = character.codePointAt(0) ?? 0
    const breakAfter = this.#breaks[this.#at] === 1
    // Nine of ten characters of a Chinese text are plain hanzi: nothing below can be true of them.
    if (codePoint >= 0x4e00 && codePoint <= 0x9fff) {
      const face = this.#context.book.faceFor(codePoint, style.voice, true)
      if (face) {
        this.#flush(false)
        this.#push(face, character, style, 'han', breakAfter)
        return
      }
    }
    const isMark = this.#word !== '' && /^(?:\p{M}|\u200d|\ufe0f)$/u.test(character)
    if (!isMark && isInvisible(codePoint)) {
      if (breakAfter) this.#flush(true)
      return
    }
    if (isMark) {
      if (codePoint < 0xfe00 || this.#wordFace?.name === 'emoji' || this.#wordFace?.has(codePoint))
        this.#word += character
      if (breakAfter) this.#flush(true)
      return
    }
    const han = isHan(codePoint) || (isAmbiguous(character) && this.#isAmongHan(start, character.length))
    const cls = style.preformatted && character === ' ' ? 'space' : classify(character, han)
    if (cls === 'space') {
      this.#flush(breakAfter)
      this.#space(style, breakAfter, character)
      return
    }
    const face = this.#context.book.faceFor(codePoint, style.voice, han)
    if (!face) {
      this.#flush(false)
      this.#missing(codePoint, style, breakAfter)
      return
    }
    if (cls !== 'word') {
      this.#flush(false)
      this.#push(face, character, style, cls, breakAfter)
      return
    }
    if (this.#word && (this.#wordFace !== face || this.#wordStyle !== style)) this.#flush(false)
    this.#wordFace = face
    this.#wordStyle = style
    this.#word += character
    if (breakAfter) this.#flush(true)
  }

  #flush(breakAfter: boolean): void {
    if (this.#word && this.#wordFace && this.#wordStyle)
      this.#push(this.#wordFace, this.#word, this.#wordStyle, 'word', breakAfter)
    else if (breakAfter) {
      const last = this.#pieces.at(-1)
      if (last && last.kind !== 'break' && !last.breakAfter)
        this.#pieces[this.#pieces.length - 1] = { ...last, breakAfter }
    }
    this.#word = ''
  }

  #push(face: Face, text: string, style: TextStyle, cls: TextPiece['cls'], breakAfter: boolean): void {
    const shape = cls === 'word' ? face.word(text) : face.character(text.codePointAt(0) ?? 0)
    const gapBefore = this.#gapBefore(false, style, text, cls)
    const width = (shape.width * style.size) / 1000
    this.#pieces.push({
      kind: 'text',
      shape,
      text,
      style,
      cls,
      width,
      breakAfter,
      gapBefore,
      trimLeft: 0,
      trimRight: 0,
    })
  }

  #space(style: TextStyle, breakAfter: boolean, character: string): void {
    const last = this.#pieces.at(-1)
    if (last?.kind === 'space' && !style.preformatted) {
      if (breakAfter && !last.breakAfter) this.#pieces[this.#pieces.length - 1] = { ...last, breakAfter }
      return
    }
    const wide = character === '\u3000'
    const face = this.#context.book.faceFor(0x20, style.voice, false)
    if (!face) return
    const shape = face.character(0x20)
    const width = wide ? style.size : (shape.width * style.size) / 1000
    this.#pieces.push({ kind: 'space', shape, style, width, breakAfter, gapBefore: 0 })
  }

  /** A visible stand-in for a character that no font has. */
  #missing(codePoint: number, style: TextStyle, breakAfter: boolean): void {
    this.#context.onMissing(codePoint)
    const face = this.#context.book.face('mono')
    const text = `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`
    this.#push(face, text, { ...style, size: style.size * 0.75, voice: 'mono' }, 'word', breakAfter)
  }

  #gapBefore(box: boolean, style: TextStyle, text = '', cls?: TextPiece['cls']): number {
    const last = this.#pieces.at(-1)
    if (!last || last.kind === 'break' || last.kind === 'space') return 0
    const before = sideOf(last, 'end')
    const now = box
      ? 'latin'
      : cls === 'han'
        ? 'han'
        : cls === 'word' && isLetterOrDigit(firstOf(text))
          ? 'latin'
          : undefined
    const meet = (before === 'han' && now === 'latin') || (before === 'latin' && now === 'han')
    return meet ? scriptGap * style.size : 0
  }

  #isAmongHan(start: number, length: number): boolean {
    return this.#hanBeside(start - 1, -1) || this.#hanBeside(start + length, 1)
  }

  #hanBeside(index: number, step: number): boolean {
    for (let at = index, left = 3; left > 0 && at >= 0 && at < this.#text.length; at += step, left--) {
      const code = this.#text.charCodeAt(at)
      if (isHan(code) || (code >= 0xd840 && code <= 0xd8bf)) return true
      if (!isAmbiguous(this.#text.charAt(at))) return false
    }
    return false
  }
}

function sideOf(piece: TextPiece | BoxPiece, side: 'end'): 'han' | 'latin' | undefined {
  if (piece.kind === 'box') return 'latin'
  if (piece.cls === 'han') return 'han'
  return piece.cls === 'word' && isLetterOrDigit(lastOf(piece.text)) && side === 'end' ? 'latin' : undefined
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 32)
}

function lastOf(text: string): string {
  return Array.from(text).at(-1) ?? ' '
}

/** Takes the empty halves out of runs of punctuation: `”，` and `》（` are one and a half em wide, not two. */
function squeeze(pieces: Piece[]): Piece[] {
  for (let index = 1; index < pieces.length; index++) {
    const before = pieces[index - 1]
    const now = pieces[index]
    if (before?.kind !== 'text' || now?.kind !== 'text') continue
    if (before.shape.width < 900 || now.shape.width < 900) continue
    if (before.cls === 'close' && (now.cls === 'close' || now.cls === 'open')) {
      const half = before.style.size / 2
      if (before.trimRight > 0) continue
      pieces[index - 1] = { ...before, trimRight: half, width: before.width - half }
    } else if (before.cls === 'open' && now.cls === 'open') {
      const half = now.style.size / 2
      pieces[index] = { ...now, trimLeft: half, width: now.width - half }
    }
  }
  return pieces
}

/** Characters that print nothing: controls, joiners, direction marks, variation selectors, tags. */
function isInvisible(codePoint: number): boolean {
  return (
    codePoint < 0x20 ||
    (codePoint >= 0x7f && codePoint < 0xa0) ||
    codePoint === 0xad ||
    codePoint === 0x61c ||
    codePoint === 0x180e ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x2028 && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x206f) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    codePoint === 0xfeff ||
    (codePoint >= 0xfff9 && codePoint <= 0xfffb) ||
    (codePoint >= 0xe0000 && codePoint <= 0xe0fff)
  )
}
