import type { Face, Shape } from '../fonts/face.ts'
import type { Formula } from './formula.ts'
import type { Picture } from './picture.ts'
import type { TagElement } from './tag-element.ts'

/** `#rrggbb`. */
export type Color = string

/**
 * What is drawn, as data: lengths in points, x from the left edge of the box, y downwards from its top.
 * Marks without an `element` are decoration, which readers' tools skip.
 */
export type Mark = RunMark | FormulaMark | PictureMark | RectangleMark | StrokeMark | SignMark | LinkMark

/** Glyphs of one face on one baseline; `extras[n]` is added to the pen after `parts[n]`. */
export interface RunMark {
  readonly kind: 'run'
  readonly x: number
  readonly y: number
  readonly face: Face
  readonly size: number
  readonly color: Color
  readonly parts: readonly Shape[]
  readonly extras: readonly number[]
  readonly width: number
  /** Turned a quarter to the left: it reads upwards from x, y. */
  readonly turned?: boolean | undefined
  readonly element: TagElement | undefined
}

export interface FormulaMark {
  readonly kind: 'formula'
  readonly x: number
  /** The baseline. */
  readonly y: number
  readonly size: number
  readonly color: Color
  readonly formula: Formula
  readonly element: TagElement | undefined
}

export interface PictureMark {
  readonly kind: 'picture'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly picture: Picture
  readonly element: TagElement | undefined
}

export interface RectangleMark {
  readonly kind: 'rectangle'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly fill?: Color | undefined
  readonly stroke?: Color | undefined
  readonly lineWidth?: number | undefined
  readonly radius?: number | undefined
}

export interface StrokeMark {
  readonly kind: 'stroke'
  /** x, y, x, y, … */
  readonly points: readonly number[]
  readonly color: Color
  readonly lineWidth: number
  readonly dash?: readonly number[] | undefined
}

/** A sign that the fonts lack or draw badly. */
export interface SignMark {
  readonly kind: 'sign'
  readonly sign: 'tick' | 'cross' | 'box' | 'ticked-box' | 'disc' | 'circle' | 'square' | 'ring' | 'wrap'
  readonly x: number
  /** The baseline; the sign is drawn above it, about 0.7 × size high. */
  readonly y: number
  readonly size: number
  readonly color: Color
  /** What the sign says, for copying and reading aloud. */
  readonly actual?: string | undefined
  readonly element: TagElement | undefined
}

/** An area that leads somewhere: a URL, or `#name` of a destination in this document. */
export interface LinkMark {
  readonly kind: 'link'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly url: string
  readonly text: string
  readonly element: TagElement | undefined
}
