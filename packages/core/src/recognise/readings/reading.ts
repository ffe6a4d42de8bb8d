import type { NumberMark } from '../marks/number-mark.ts'

/** How questions can begin. */
export type ReadingStyle =
  | 'numbered-heading'
  | 'numbered-bold'
  | 'numbered-line'
  | 'numbered-summary'
  | 'numbered-any'
  | 'heading'
  | 'bold-line'
  | 'bullet'
  | 'details'
  | 'prefix'
  | 'flash-card'
  | 'table-row'
  | 'question-line'
  | 'before-options'
  | 'cloze-line'

/** Where one question begins. */
export interface Start {
  /** Index of its line. */
  readonly line: number
  readonly number?: NumberMark | undefined
  /** Units of the line before the title: number, prefix. */
  readonly mark: number
  /** How much the title reads like a question, 0–1. */
  readonly likeness: number
}

/** One way to read a document: where its questions begin. */
export interface Candidate {
  readonly style: ReadingStyle
  /** Tells candidates of one style apart: the number style, the heading level, the prefix. */
  readonly detail: string
  readonly starts: readonly Start[]
  /** Heading depth of most of its questions; 0 where they are no headings. */
  readonly depth: number
  /** For numbered ones: steps that run on, and steps that do not. */
  readonly regular: number
  readonly irregular: number
}
