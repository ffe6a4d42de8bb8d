import type { Sentence } from '@cardpress/core/messages'
import type { Element } from 'hast'

/** How a formula is set. */
export interface MathOptions {
  /** `true` for a formula on a line of its own: limits above and below, full-size fractions. Default `false`. */
  readonly display?: boolean | undefined
  /** The widest that a line of a display may be, in em: a wider formula is broken over lines where it can be. Default: no limit. */
  readonly maxWidth?: number | undefined
}

/** What is wrong with a formula. */
export interface MathProblem {
  /** One sentence for the author, in English. */
  readonly message: string
  /** The same in every language. */
  readonly sentence: Sentence
  /** Where in the TeX source MathJax stopped reading, in UTF-16 units: just behind the mistake, or the end of the source. */
  readonly offset: number
}

/** Three pairs of an affine map, as in SVG's `matrix(a b c d e f)`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** One shape of a formula. */
export interface OutlinePath {
  /** SVG path data in the path's own units. */
  readonly d: string
  /** Maps the path's own units to em: x to the right from the formula's left edge, y **down** from its baseline. */
  readonly transform: Matrix
  /** CSS colour of the inside; `none` for a shape that is only stroked; absent where the text's colour is meant. */
  readonly fill?: string | undefined
  /** A line drawn along the path: its width in the path's own units; absent for a shape that is only filled. */
  readonly stroke?:
    | { readonly width: number; readonly color?: string | undefined; readonly dash?: readonly number[] }
    | undefined
  /** A rectangle outside which nothing of the path shows (pieces of tall brackets): x, y, width, height in em, y down. */
  readonly clip?: readonly [x: number, y: number, width: number, height: number] | undefined
}

/** Characters of a formula that the mathematics font does not have (Chinese in `\text{…}`): draw them with a text font. */
export interface OutlineText {
  readonly text: string
  /** Left end of the text's baseline in em; y **down** from the formula's baseline. */
  readonly x: number
  readonly y: number
  /** Font size, as a multiple of the formula's own. */
  readonly size: number
  /** The width that the formula's layout keeps free for it, in em: one `size` a CJK character, 0.6 of it any other. */
  readonly width: number
  readonly bold: boolean
  readonly italic: boolean
  readonly monospace: boolean
  readonly fill?: string | undefined
}

/** A formula as shapes, in em. */
export interface Outline {
  readonly width: number
  /** From the baseline up; at least 0. */
  readonly ascent: number
  /** From the baseline down; at least 0. */
  readonly descent: number
  readonly paths: readonly OutlinePath[]
  readonly texts: readonly OutlineText[]
}

/**
 * TeX in other forms. Every method is synchronous and pure: a macro that one formula defines is unknown to the next.
 * A formula with a problem has no other form: `outline`, `svg`, `mathml` and `spoken` return `undefined` for it,
 * and the caller prints its source.
 */
export interface MathRenderer {
  /** What is wrong with the formula, or `undefined`. */
  problem(tex: string, options?: MathOptions): MathProblem | undefined
  /** Shapes for print, the baseline at y = 0. */
  outline(tex: string, options?: MathOptions): Outline | undefined
  /** An `<svg>` element that stands on the baseline of the text around it, with its spoken form as its name. */
  svg(tex: string, options?: MathOptions): Element | undefined
  /** A `<math>` element: MathML Core, and the TeX as its annotation. */
  mathml(tex: string, options?: MathOptions): Element | undefined
  /** One line of plain text that reads as the formula does: `x² + √(a/b)`. */
  spoken(tex: string, options?: MathOptions): string | undefined
}
