/** A picture of the collection, measured. */
export interface Picture {
  readonly url: string
  readonly kind: 'raster' | 'svg'
  readonly bytes: Uint8Array
  /** Natural size in points (96 pixels an inch). */
  readonly width: number
  readonly height: number
  /** How far the pixels are turned clockwise for display, as a camera noted. Default 0. */
  readonly turn?: 0 | 90 | 180 | 270 | undefined
}
