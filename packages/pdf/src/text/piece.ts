import type { Shape } from '../fonts/face.ts'
import type { Voice } from '../fonts/font-book.ts'
import type { Formula } from '../layout/formula.ts'
import type { Color } from '../layout/mark.ts'
import type { Picture } from '../layout/picture.ts'
import type { TagElement } from '../layout/tag-element.ts'
import type { CharacterClass } from './characters.ts'

/** How a stretch of text looks and where it belongs in the structure tree. */
export interface TextStyle {
  readonly voice: Voice
  readonly size: number
  readonly color: Color
  readonly element: TagElement | undefined
  /** How far the baseline is raised, in points. */
  readonly rise?: number | undefined
  readonly background?: Color | undefined
  readonly underline?: boolean | undefined
  readonly strike?: boolean | undefined
  /** Emphasis dots under hanzi, which have no italics. */
  readonly dots?: boolean | undefined
  readonly link?: { readonly url: string; readonly text: string } | undefined
  /** Keep every space, as in code. */
  readonly preformatted?: boolean | undefined
}

/** The smallest part of a line: a hanzi, a word, a space, a formula. Lengths in points. */
export type Piece = TextPiece | SpacePiece | BoxPiece | BreakPiece

interface Placed {
  readonly style: TextStyle
  readonly width: number
  /** A line may end behind this piece. */
  readonly breakAfter: boolean
  /** White between this piece and the one before it, unless it starts a line. */
  readonly gapBefore: number
}

export interface TextPiece extends Placed {
  readonly kind: 'text'
  readonly shape: Shape
  readonly text: string
  readonly cls: Exclude<CharacterClass, 'space'>
  /** White of the glyph that a neighbour has squeezed away (already out of `width`). */
  readonly trimLeft: number
  readonly trimRight: number
}

export interface SpacePiece extends Placed {
  readonly kind: 'space'
  readonly shape: Shape
}

export interface BoxPiece extends Placed {
  readonly kind: 'box'
  readonly ascent: number
  readonly descent: number
  readonly content:
    | { readonly kind: 'formula'; readonly formula: Formula; readonly size: number }
    | { readonly kind: 'picture'; readonly picture: Picture; readonly height: number }
    | { readonly kind: 'sign'; readonly sign: 'tick' | 'cross' | 'box' | 'ticked-box'; readonly actual: string }
    | { readonly kind: 'blank' }
}

export interface BreakPiece {
  readonly kind: 'break'
}
