import type { Block, QuestionBank } from '@cardpress/core'
import { toHtml } from '@cardpress/html'
import { clozeField } from './cloze.ts'
import { type NoteContent, noteContent } from './fields/note-content.ts'
import type { FieldContext } from './fields/render.ts'
import { inert } from './inert.ts'
import type { MediaNames } from './media.ts'
import type { PlannedNote } from './note-plan.ts'
import { wordsOf } from './words.ts'

/**
 * Returns a function that makes the fields of a bank's notes.
 *
 * @param media the bank's pictures, by their url in the bank.
 * @param shuffle whether options may change their places.
 */
export function bankFields(
  bank: QuestionBank,
  media: MediaNames,
  shuffle: boolean,
): (note: Pick<PlannedNote, 'question' | 'guid'>) => NoteContent {
  const words = wordsOf(bank.language)
  const options = { math: 'tex', image: (url: string) => media.get(url)?.name } as const
  const render = (blocks: readonly Block[]) => toHtml(blocks, options)
  const html = (blocks: readonly Block[]) => (blocks.length === 0 ? '' : inert(render(blocks)))
  const clozeHtml = (blocks: readonly Block[]) => clozeField(blocks, render)
  return ({ question, guid }) => {
    const context: FieldContext = { html, clozeHtml, words, guid, shuffle }
    return noteContent(bank, question, context)
  }
}
