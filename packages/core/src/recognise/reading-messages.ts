import type { VFileMessage } from 'vfile-message'
import { toMessage } from '../messages/message.ts'
import { say } from '../messages/say.ts'
import type { Sentence } from '../messages/sentence.ts'
import type { Confidence } from '../schema/bank.ts'
import type { Plan } from './readings/plan.ts'
import type { QuestionDraft } from './recognition.ts'

/**
 * Returns what the author should know about how the page was read.
 *
 * @param plan How it was read.
 * @param questions What was found.
 * @param confidence How certain that is.
 */
export function readingMessages(
  plan: Plan,
  questions: readonly QuestionDraft[],
  confidence: Confidence,
): VFileMessage[] {
  const messages: VFileMessage[] = []
  const tell = (reason: Sentence, ruleId: string, line?: number): void => {
    const place = line === undefined ? undefined : { line, column: 1 }
    messages.push(toMessage(reason, { ruleId, place, fatal: 'info' }))
  }
  if (plan.unknownMark !== undefined) tell(say('unknown-mark', { mark: plan.unknownMark }), 'unknown-mark')
  if (questions.length === 0) {
    tell(say('no-questions'), 'no-questions')
    return messages
  }
  if (confidence === 'unsure') {
    const rival = plan.runnerUp ? say('unsure-reading.rival', { count: plan.runnerUp.starts.length }) : ''
    tell(say('unsure-reading', { rival }), 'unsure-reading', questions[0]?.line)
  }
  for (const question of questions)
    if (question.confidence === 'unsure')
      tell(say('unsure-question', { title: question.title.slice(0, 80) }), 'unsure-question', question.line)
  return messages
}
