import type { QuestionBank } from '@cardpress/core'
import type { VFileMessage } from 'vfile-message'
import { clozeCards } from './cloze.ts'
import { contentLength } from './content-length.ts'
import { questionMessage } from './message.ts'
import { say } from './texts.ts'

/** An answer as long as more Chinese characters than this (or twice as many letters) is no flash card any more: the person is told. */
const longAnswer = 1500

/** Reports what in a bank makes a bad deck, or none. The message's `fatal` says which. */
export function checkBank(bank: QuestionBank, report: (message: VFileMessage) => void): void {
  const ids = new Set<string>()
  for (const question of bank.questions) {
    if (ids.has(question.id))
      report(
        questionMessage(bank, question, 'anki-duplicate-id', say('anki-duplicate-id', { id: question.id }), {
          fatal: true,
        }),
      )
    ids.add(question.id)
    if (question.kind === 'cloze' && clozeCards(question.prompt).length === 0)
      report(
        questionMessage(bank, question, 'anki-cloze-missing', say('anki-cloze-missing'), {
          fatal: true,
        }),
      )
    const answer = question.kind === 'open' ? question.answer : (question.explanation ?? [])
    const length = contentLength(answer)
    if (length > longAnswer)
      report(
        questionMessage(
          bank,
          question,
          'anki-answer-long',
          say(`anki-answer-long.${question.kind === 'open' ? 'answer' : 'explanation'}`, {
            characters: Math.round(length),
            letters: Math.round(length * 2),
            most: longAnswer,
            mostLetters: longAnswer * 2,
          }),
        ),
      )
  }
}

/**
 * Reports a bank whose collection is in the package already: both would have the same notes, and Anki would add each twice.
 *
 * @param collections the ids of the banks so far; this bank's is added.
 */
export function checkCollection(
  bank: QuestionBank,
  collections: Set<string>,
  report: (message: VFileMessage) => void,
): void {
  const [first] = bank.questions
  if (collections.has(bank.collection) && first !== undefined)
    report(
      questionMessage(bank, first, 'anki-duplicate-id', say('anki-duplicate-id.collection', { id: bank.collection }), {
        fatal: true,
      }),
    )
  collections.add(bank.collection)
}
