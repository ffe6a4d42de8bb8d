import type { ContentNode, QuestionBank } from '@cardpress/core'
import type { VFileMessage } from 'vfile-message'
import { clozeCards } from './cloze.ts'
import { questionMessage } from './message.ts'

/** An answer of more characters than this is no flash card any more: the person is told. */
const longAnswer = 1500

/** Reports what in a bank makes a bad deck, or none. The message's `fatal` says which. */
export function checkBank(bank: QuestionBank, report: (message: VFileMessage) => void): void {
  const ids = new Set<string>()
  for (const question of bank.questions) {
    if (ids.has(question.id))
      report(
        questionMessage(bank, question, 'anki-duplicate-id', `two questions have the id "${question.id}"`, {
          fatal: true,
        }),
      )
    ids.add(question.id)
    if (question.kind === 'cloze' && clozeCards(question.prompt).length === 0)
      report(
        questionMessage(bank, question, 'anki-cloze-missing', 'a cloze question has no deletion: mark one with ==…==', {
          fatal: true,
        }),
      )
    const answer = question.kind === 'open' ? question.answer : (question.explanation ?? [])
    const length = answer.reduce((sum, block) => sum + lengthOf(block), 0)
    if (length > longAnswer)
      report(
        questionMessage(
          bank,
          question,
          'anki-answer-long',
          `the ${question.kind === 'open' ? 'answer' : 'explanation'} has ${length} characters; more than ${longAnswer} are hard to learn from one card`,
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
      questionMessage(bank, first, 'anki-duplicate-id', `two of the banks are the collection "${bank.collection}"`, {
        fatal: true,
      }),
    )
  collections.add(bank.collection)
}

/** Characters of text, code and formulas. */
function lengthOf(node: ContentNode): number {
  if ('value' in node) return node.value.length
  return 'children' in node ? (node.children as ContentNode[]).reduce((sum, child) => sum + lengthOf(child), 0) : 0
}
