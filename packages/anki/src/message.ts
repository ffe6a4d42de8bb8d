import type { Question, QuestionBank } from '@cardpress/core'
import { type Sentence, toMessage } from '@cardpress/core/messages'
import type { VFileMessage } from 'vfile-message'
import { say } from './texts.ts'

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
  reason: Sentence,
  { fatal = false }: { readonly fatal?: boolean } = {},
): VFileMessage {
  const about = { reason, number: question.number ?? question.id, title: question.title }
  const place = { line: question.line, column: 1 }
  return toMessage(say('about-question', about), { ruleId, place, fatal, file: bank.source.path })
}
