/** The sizes of paper that are known, in points, portrait. */
export const paperSizes = {
  a4: [595.28, 841.89],
  a5: [419.53, 595.28],
  letter: [612, 792],
} as const satisfies Record<string, readonly [number, number]>

/** A name of a paper size. */
export type PaperSize = keyof typeof paperSizes

/** Millimetres in points. */
export const mm = 72 / 25.4

/** Where text goes on the pages of a document. Lengths in points. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly columns: number
  readonly gutter: number
}

/** Returns the width of one column. */
export function columnWidth(frame: Frame): number {
  return (frame.width - frame.left - frame.right - frame.gutter * (frame.columns - 1)) / frame.columns
}

/** Returns the height of a column on a page without a title block. */
export function columnHeight(frame: Frame): number {
  return frame.height - frame.top - frame.bottom
}
