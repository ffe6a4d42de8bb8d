import type { Block, QuestionBank } from '@cardpress/core'
import { type HtmlOptions, toHtml } from '@cardpress/html'
import { type NoteContent, noteContent } from './fields/note-content.ts'
import type { PlannedNote } from './note-plan.ts'
import { wordsOf } from './words.ts'

/** How a bank becomes fields. */
export interface BankFieldsOptions {
  /** Returns the name of a picture in Anki's media folder, by its url in the bank. */
  readonly image: (url: string) => string | undefined
  /** Whether options of choice questions may change their places. */
  readonly shuffle: boolean
  /** Other ways to write formulas, for pages that are not Anki. Default: TeX, which Anki sets itself. */
  readonly math?: Pick<HtmlOptions, 'math' | 'renderer'> | undefined
}

/** Returns a function that makes the fields of a bank's notes. */
export function bankFields(
  bank: QuestionBank,
  { image, shuffle, math }: BankFieldsOptions,
): (note: Pick<PlannedNote, 'question' | 'guid'>) => NoteContent {
  const words = wordsOf(bank.language)
  const options: HtmlOptions = { ...math, image, inert: 'anki' }
  const clozeOptions: HtmlOptions = { ...options, cloze: 'anki' }
  const html = (blocks: readonly Block[]) => toHtml(blocks, options)
  const clozeHtml = (blocks: readonly Block[]) => toHtml(blocks, clozeOptions)
  return ({ question, guid }) => noteContent(bank, question, { html, clozeHtml, words, guid, shuffle })
}
