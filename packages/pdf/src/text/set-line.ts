import type { Shape } from '../fonts/face.ts'
import type { Mark } from '../layout/mark.ts'
import { type BrokenLine, endTrim, shrinkOf, startTrim } from './break-lines.ts'
import type { BoxPiece, Piece, TextPiece, TextStyle } from './piece.ts'

/** A line with everything on it placed: y of the marks is relative to the baseline. */
export interface SetLine {
  readonly marks: readonly Mark[]
  /** What the line needs above and below its baseline, in points. */
  readonly ascent: number
  readonly descent: number
}

type Placeable = Exclude<Piece, { kind: 'break' }>

/**
 * Places the pieces of a line, justified or aligned.
 * @param line the broken line
 * @param options how it stands in its column
 */
export function setLine(
  line: BrokenLine,
  options: { readonly justify: boolean; readonly align: 'left' | 'center' | 'right' },
): SetLine {
  const spare = line.width + line.overhang - line.natural
  const free = options.align === 'left' ? 0 : options.align === 'center' ? spare / 2 : spare
  const extra = options.justify && options.align === 'left' ? stretches(line, spare) : undefined
  const runs = new RunBuilder()
  let x = line.indent + (extra ? 0 : Math.max(0, free))
  let ascent = 0
  let descent = 0
  line.pieces.forEach((piece, index) => {
    const first = index === 0
    const lead = first ? -startTrim(piece) : piece.gapBefore
    const stretch = extra?.[index] ?? 0
    const white = lead - (piece.kind === 'text' ? piece.trimLeft : 0)
    runs.move(white)
    x += lead
    const rise = piece.style.rise ?? 0
    if (piece.kind === 'box') {
      ascent = Math.max(ascent, piece.ascent)
      descent = Math.max(descent, piece.descent)
      runs.close()
      placeBox(piece, x, rise, runs)
    } else {
      ascent = Math.max(ascent, piece.style.size * 0.88 + rise)
      descent = Math.max(descent, piece.style.size * 0.22 - rise)
      const start = x - (piece.kind === 'text' ? piece.trimLeft : 0)
      runs.add(piece, start, rise)
      runs.move(piece.kind === 'text' ? -piece.trimRight : piece.width - (piece.shape.width * piece.style.size) / 1000)
    }
    x += piece.width + stretch
    runs.move(stretch)
    runs.decorate(
      piece,
      x - piece.width - stretch,
      x,
      rise,
      index === line.pieces.length - 1 ? endTrim(piece) + stretch : 0,
    )
  })
  if (line.hyphen) runs.hyphen(line.pieces.at(-1), x)
  return { marks: runs.finish(), ascent, descent }
}

/**
 * How much white goes after each piece to fill the line, or undefined where that would tear it apart.
 * Spaces give first, then the seams between scripts, then hanzi.
 */
function stretches(line: BrokenLine, spare: number): number[] | undefined {
  if (Math.abs(spare) < 0.005) return []
  const { pieces } = line
  if (spare < 0) {
    const give = pieces.map((piece, index) => (index < pieces.length - 1 ? shrinkOf(piece) : 0))
    const total = give.reduce((sum, one) => sum + one, 0)
    return total > 0 ? give.map((one) => (one / total) * spare) : []
  }
  if (line.last) return []
  const room = pieces.map((piece, index) => roomBetween(piece, pieces[index + 1]))
  const total = room.reduce((sum, one) => sum + one, 0)
  const ratio = total > 0 ? spare / total : Number.POSITIVE_INFINITY
  return ratio > 2.6 ? undefined : room.map((one) => one * ratio)
}

/** How much white may comfortably be added between two pieces, in points. */
function roomBetween(left: Placeable, right: Placeable | undefined): number {
  if (!right) return 0
  const size = left.style.size
  if (left.kind === 'space') return left.style.preformatted && left.style.background === undefined ? 0 : size * 0.22
  if (right.kind === 'space') return 0
  if (right.gapBefore > 0) return size * 0.1
  if (!left.breakAfter) return 0
  return isWide(left) && isWide(right) ? size * 0.06 : isWide(left) || isWide(right) ? size * 0.04 : 0
}

function isWide(piece: Placeable): boolean {
  return piece.kind === 'text' && piece.cls !== 'word'
}

function placeBox(piece: BoxPiece, x: number, rise: number, runs: RunBuilder): void {
  const { style, content } = piece
  if (content.kind === 'formula')
    runs.marks.push({
      kind: 'formula',
      x,
      y: -rise,
      size: content.size,
      color: style.color,
      formula: content.formula,
      element: style.element,
    })
  else if (content.kind === 'picture') {
    const { picture, height } = content
    runs.marks.push({
      kind: 'picture',
      x,
      y: -piece.ascent,
      width: piece.width,
      height,
      picture,
      element: style.element,
    })
  } else if (content.kind === 'sign')
    runs.marks.push({
      kind: 'sign',
      sign: content.sign,
      x,
      y: -rise,
      size: style.size,
      color: style.color,
      actual: content.actual,
      element: style.element,
    })
  else {
    const y = style.size * 0.15
    runs.marks.push({
      kind: 'stroke',
      points: [x, y, x + piece.width, y],
      color: style.color,
      lineWidth: style.size * 0.06,
    })
  }
}

/** Joins neighbouring pieces of one style and face into one run of glyphs. */
class RunBuilder {
  readonly marks: Mark[] = []
  readonly #backgrounds: Mark[] = []
  #parts: Shape[] = []
  #extras: number[] = []
  #style: TextStyle | undefined
  #x = 0
  #y = 0
  #width = 0
  #chip: { style: TextStyle; from: number; to: number } | undefined
  #linked: { style: TextStyle; from: number; to: number } | undefined

  add(piece: Exclude<Placeable, BoxPiece>, x: number, rise: number): void {
    const face = this.#parts[0]?.face
    if (face !== piece.shape.face || this.#style !== piece.style) {
      this.close()
      this.#style = piece.style
      this.#x = x
      this.#y = -rise
      this.#width = 0
    }
    this.#parts.push(piece.shape)
    this.#extras.push(0)
    this.#width += (piece.shape.width * piece.style.size) / 1000
  }

  /** Moves the pen. */
  move(by: number): void {
    const last = this.#extras.length - 1
    if (last < 0 || by === 0) return
    this.#extras[last] = (this.#extras[last] ?? 0) + by
    this.#width += by
  }

  close(): void {
    const face = this.#parts[0]?.face
    if (face && this.#style) {
      const { size, color, element } = this.#style
      const trailing = this.#extras.at(-1) ?? 0
      this.#extras[this.#extras.length - 1] = 0
      this.marks.push({
        kind: 'run',
        x: this.#x,
        y: this.#y,
        face,
        size,
        color,
        parts: this.#parts,
        extras: this.#extras,
        width: this.#width - trailing,
        element,
      })
    }
    this.#parts = []
    this.#extras = []
    this.#style = undefined
  }

  /** Underlines, strikes out, dots, backs and links the stretch of one piece. */
  decorate(piece: Placeable, from: number, to: number, rise: number, trim: number): void {
    const { style } = piece
    const end = to - trim
    if (style.underline) this.#stroke(from, end, -rise + style.size * 0.16, style)
    if (style.strike) this.#stroke(from, end, -rise - style.size * 0.3, style)
    if (style.dots && piece.kind === 'text' && piece.cls === 'han') this.#dot(piece, from)
    if (style.background) {
      if (this.#chip?.style === style) this.#chip.to = end
      else {
        this.#endChip()
        this.#chip = { style, from, to: end }
      }
    } else this.#endChip()
    if (style.link) {
      if (this.#linked?.style === style) this.#linked.to = end
      else {
        this.#endLink()
        this.#linked = { style, from, to: end }
      }
    } else this.#endLink()
  }

  hyphen(piece: Placeable | undefined, x: number): void {
    if (piece?.kind !== 'text') return
    // It says "soft hyphen" when it is copied, so that the word comes out whole.
    const shape: Shape = { ...piece.shape.face.character(0x2d), units: ['\u00ad'] }
    this.add({ ...piece, shape, text: '-' } satisfies TextPiece, x, piece.style.rise ?? 0)
  }

  finish(): Mark[] {
    this.close()
    this.#endChip()
    this.#endLink()
    return [...this.#backgrounds, ...this.marks]
  }

  #stroke(from: number, to: number, y: number, style: TextStyle): void {
    this.#backgrounds.push({
      kind: 'stroke',
      points: [from, y, to, y],
      color: style.color,
      lineWidth: style.size * 0.055,
    })
  }

  #dot(piece: TextPiece, from: number): void {
    const { size, color } = piece.style
    const radius = size * 0.055
    const x = from + size / 2 - radius
    const y = size * 0.2
    this.#backgrounds.push({ kind: 'rectangle', x, y, width: 2 * radius, height: 2 * radius, fill: color, radius })
  }

  #endChip(): void {
    if (!this.#chip) return
    const { style, from, to } = this.#chip
    const pad = style.size * 0.08
    const rise = style.rise ?? 0
    this.#backgrounds.push({
      kind: 'rectangle',
      x: from - pad,
      y: -rise - style.size * 0.86,
      width: to - from + 2 * pad,
      height: style.size * 1.12,
      fill: style.background,
      radius: style.size * 0.16,
    })
    this.#chip = undefined
  }

  #endLink(): void {
    if (!this.#linked?.style.link) return
    const { style, from, to } = this.#linked
    const link = this.#linked.style.link
    this.close()
    this.marks.push({
      kind: 'link',
      x: from,
      y: -(style.rise ?? 0) - style.size * 0.85,
      width: to - from,
      height: style.size * 1.1,
      url: link.url,
      text: link.text,
      element: style.element,
    })
    this.#linked = undefined
  }
}
