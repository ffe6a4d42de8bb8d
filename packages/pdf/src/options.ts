import type { Question } from '@cardpress/core'
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
  /** Fill lines to the right edge. Default: in Chinese and Japanese paragraphs, not in those of other languages. */
  readonly justify?: boolean | undefined
  /** Print a table of contents on the cheat sheet. Default `false`. */
  readonly contents?: boolean | undefined
  /** The exam; see {@link ExamOptions}. */
  readonly exam?: ExamOptions | undefined
  /** The flash cards; see {@link CardOptions}. */
  readonly cards?: CardOptions | undefined
}

/** Options of the flash cards. */
export interface CardOptions {
  /**
   * How cards lie on a sheet. `grid`: they fill it, `columns` × `rows`. The others have a fixed size and as many as fit:
   * `index` 127 × 76 mm (3 × 5 in), `business` 85 × 55 mm, `a7` 105 × 74 mm. Default `grid`.
   */
  readonly preset?: 'grid' | 'index' | 'business' | 'a7' | undefined
  /** Cards side by side in a grid. Default 2. */
  readonly columns?: number | undefined
  /** Cards below each other in a grid. Default: 4, or 3 or 2 where more than a tenth of the questions would need a second card. */
  readonly rows?: number | undefined
  /**
   * How the back gets onto the back: the printer turns the sheet on its long or short edge, or the sheet is printed on
   * one side and folded. Default `long-edge`.
   */
  readonly duplex?: 'long-edge' | 'short-edge' | 'fold' | undefined
  /** White at the sheet's edges that the printer cannot print on, in millimetres. Default 8. */
  readonly margin?: number | undefined
  /** How far the back is moved to lie behind the front, right and down, in millimetres. Default 0, 0. */
  readonly offset?: readonly [number, number] | undefined
  /** Where to cut: marks at the edges, lines around every card, or nothing. Default `marks`. */
  readonly cut?: 'marks' | 'lines' | 'none' | undefined
  /** Text shrinks from this size to `smallest`, in points, before it goes on on another card. Default 11. */
  readonly largest?: number | undefined
  /** Default 6.5. */
  readonly smallest?: number | undefined
}

/** Options of the exam and its key. */
export interface ExamOptions {
  /** Printed at the top. Default: the bank's title. */
  readonly title?: string | undefined
  /** Blanks to fill in at the top. Default: name, class and student number in the bank's language. */
  readonly fields?: readonly string[] | undefined
  /** The Chinese sealed line (密封线): the fields stand in the left margin, behind a dotted line. Default `false`. */
  readonly seal?: boolean | undefined
  /** Printed below the title. Default: how many questions and points there are. */
  readonly instructions?: string | undefined
  /** Names of versions, each with questions and options in an order of its own: `['A', 'B']`. Default: one exam in the bank's order. */
  readonly versions?: readonly string[] | undefined
  /** The same seed gives the same versions and the same draw. Default 1. */
  readonly seed?: number | undefined
  /** How many questions are drawn. Default: all. */
  readonly pick?: number | undefined
  readonly kinds?: readonly Question['kind'][] | undefined
  readonly sections?: readonly string[] | undefined
  /** Conditions that a question must meet, joined by commas: `tag=cnn,difficulty!=easy`; see `toCondition`. */
  readonly where?: string | undefined
  /** Points by kind for questions without points of their own. Default 2, 3, 1, 2, 4, 10. */
  readonly points?: Readonly<Partial<Record<Question['kind'], number>>> | undefined
  /** What is left free for an answer. Default `lines`. */
  readonly space?: 'lines' | 'grid' | 'blank' | 'none' | undefined
  /** Print a table for the scores. Default `true`. */
  readonly grading?: boolean | undefined
}
