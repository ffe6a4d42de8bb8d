import type { Question } from '@cardpress/core'

/** Every word that a paper prints of its own. A new language is a new file like `en.ts` and a line in `labels-for.ts`. */
export interface Labels {
  readonly answer: string
  readonly explanation: string
  readonly hint: string
  readonly references: string
  readonly noAnswer: string
  readonly noKey: string
  readonly true: string
  readonly false: string
  /** Between a label and its text. */
  readonly colon: string
  readonly page: (page: number, count: number) => string
  readonly questions: (count: number) => string
  readonly flags: Readonly<Record<string, string>>
  readonly cheatsheet: string
  readonly exam: string
  readonly examKey: string
  readonly cards: string
  readonly contents: string
  /** Names of an exam's parts. */
  readonly kinds: Readonly<Record<Question['kind'], string>>
  /** Heading of a part: its number from 1, name, number of questions, points of each (absent where they differ) and of all. */
  readonly part: (number: number, name: string, count: number, each: number | undefined, total: number) => string
  /** Number of a part, as in the grading table. */
  readonly partNumber: (number: number) => string
  readonly points: (points: number) => string
  /** Appended to the prompt of a question that is answered by a letter; empty where boxes are ticked instead. */
  readonly bracket: string
  readonly version: (name: string) => string
  readonly fields: readonly string[]
  readonly seal: string
  readonly instructions: (count: number, points: number) => string
  readonly continued: (number: number) => string
  /** First cell of the grading table. */
  readonly partHead: string
  readonly fullMarks: string
  readonly score: string
  readonly total: string
  readonly numberHead: string
  readonly keyOverview: string
  readonly versionTable: string
  readonly versionTableHead: string
  /** Says which sheet and side a page of cards is. */
  readonly sheet: (number: number, side: 'front' | 'back' | 'both') => string
  /** On a card that goes on: part x of y. */
  readonly cardPart: (part: number, count: number) => string
}
