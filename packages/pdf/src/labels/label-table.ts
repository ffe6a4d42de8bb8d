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
}
