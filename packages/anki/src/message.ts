import type { Question, QuestionBank } from '@cardpress/core'
import { VFileMessage } from 'vfile-message'

/** The rules of this package, each with its own id for settings, documentation and tests. */
export type AnkiRule =
  | 'anki-answer-long'
  | 'anki-cloze-missing'
  | 'anki-duplicate-id'
  | 'anki-image-large'
  | 'anki-image-missing'
  | 'anki-image-type'

/**
 * Returns a message about a question, at the line of the article where it starts.
 *
 * @param fatal whether the deck is withheld because of it; default: it is a warning.
 */
export function questionMessage(
  bank: QuestionBank,
  question: Question,
  ruleId: AnkiRule,
  reason: string,
  { fatal = false }: { readonly fatal?: boolean } = {},
): VFileMessage {
  const message = new VFileMessage(`${reason} (question ${question.number ?? question.id}: ${question.title})`, {
    place: { line: question.line, column: 1 },
    source: 'cardpress',
    ruleId,
  })
  message.file = bank.source.path
  message.fatal = fatal
  return message
}
