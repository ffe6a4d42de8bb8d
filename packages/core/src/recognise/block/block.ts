import type { Span } from '../../schema/bank.ts'
import type { Piece } from '../content/to-content.ts'
import type { Document } from '../document.ts'
import type { Container, Line } from '../lines/line.ts'
import type { OptionGroup } from '../marks/option-group.ts'
import type { KindHint } from '../marks/type-mark.ts'
import type { ReadingStyle, Start } from '../readings/reading.ts'

/** The lines of one question, and what is known of them. */
export interface Block {
  readonly document: Document
  readonly start: Start
  /** How its start was found. */
  readonly style: ReadingStyle
  /** Its lines in order, noise left out; the first is the question's own. */
  readonly lines: readonly Line[]
  /** Its options, when it has any. */
  readonly group: OptionGroup | undefined
  /** What the title of its section says about its kind. */
  readonly hint: KindHint | undefined
  /** How most questions of the document look, for what a single block cannot tell. */
  readonly habit: Habit
}

/** What most questions of a document do. */
export interface Habit {
  /** Questions go on with their answer on the same line. */
  readonly answersInline: boolean
  /** A few words behind the question mark are the answers. */
  readonly answersShort: boolean
  /** Few questions have an answer. */
  readonly answersMissing: boolean
  /** Strong or highlighted options are the right ones, question after question. */
  readonly boldRight: boolean
  /** An `x` behind a gap says which option is right. */
  readonly crossesRight: boolean
  /** Hardly any question has options: a lettered list without a key divides an answer. */
  readonly optionsRare: boolean
  /** Most questions have options. */
  readonly optionsUsual: boolean
  /** True and false stand as lettered options so often that they are a kind of their own. */
  readonly truthOptions: boolean
}

/** The parts of a question's block, before they become content. */
export interface BlockParts {
  readonly stem: readonly Piece[]
  readonly options: readonly OptionParts[]
  /** What follows the mark of an answer, or the stem, of an open question. */
  readonly answer: readonly Piece[]
  readonly explanation: readonly Piece[]
  readonly key: FoundKey | undefined
  readonly markers: readonly Span[]
  readonly hint: KindHint | undefined
  /** Which mark the answer, key or explanation stands behind, for the receipt. */
  readonly keyMark?: string | undefined
  readonly explanationMark?: string | undefined
  /** What holds the question's entry in an answer key. */
  readonly entryBase?: Container | undefined
  /** Its entry in an answer key was found by a number that several questions have. */
  readonly keyGuessed?: boolean | undefined
  /** An answer was marked as such, or everything after the stem was taken for it. */
  readonly answerMarked: boolean
}

/** One option, before it becomes content. */
export interface OptionParts {
  readonly label: string
  readonly pieces: readonly Piece[]
  /** The line that opens it. */
  readonly line: Line
}

/** What the article gives as key, and where. */
export interface FoundKey {
  readonly labels: readonly string[]
  readonly truth?: boolean | undefined
  /** 1-based line of the source. */
  readonly line: number
  /** How it was found. */
  readonly by: 'mark' | 'boxes' | 'emphasis' | 'tick' | 'title' | 'prose' | 'letter' | 'section' | 'chosen' | 'judged'
}
