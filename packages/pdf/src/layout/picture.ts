/** A picture of the collection, measured. */
export interface Picture {
  readonly url: string
  readonly kind: 'raster' | 'svg'
  readonly bytes: Uint8Array
  /** Natural size in points (96 pixels an inch). */
  readonly width: number
  readonly height: number
}
