import type { PaperSize } from './pages/frame.ts'

/** The papers that can be printed. */
export type PaperName = 'cheatsheet' | 'exam' | 'cards'

/** Options of the PDF emitter. Everything has a default. */
export interface PdfOptions {
  /** Which papers to print. Default: all. */
  readonly papers?: readonly PaperName[] | undefined
  /** Paper size. Default `a4`. */
  readonly paper?: PaperSize | undefined
  /** Turn the cheat sheet's page on its side. Default `false`. */
  readonly landscape?: boolean | undefined
  /** Columns of the cheat sheet, 1 to 4. Default: as many as are comfortable (three on upright A4). */
  readonly columns?: number | undefined
  /** Size of the body text in points, 5 to 16. Default 8 for the cheat sheet, 10.5 for the exam. */
  readonly size?: number | undefined
  /** Choose the largest body size of the cheat sheet with which it has at most this many pages. */
  readonly fit?: number | undefined
  /** Fill lines to the right edge. Default: in Chinese and Japanese, not in other languages. */
  readonly justify?: boolean | undefined
  /** Print a table of contents on the cheat sheet. Default `false`. */
  readonly contents?: boolean | undefined
}
