import { VFileMessage } from 'vfile-message'
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
  const tell = (reason: string, ruleId: string, line?: number): void => {
    const message = new VFileMessage(reason, {
      source: 'cardpress',
      ruleId,
      ...(line === undefined ? {} : { place: { line, column: 1 } }),
    })
    messages.push(message)
  }
  if (plan.unknownMark !== undefined)
    tell(`Nothing in the article begins with “${plan.unknownMark}”, as the setting “questions” says`, 'unknown-mark')
  if (questions.length === 0) {
    tell(
      'No questions found: nothing on this page repeats as questions do. If it has some, say how one begins in its settings, as in: questions: "1."',
      'no-questions',
    )
    return messages
  }
  if (confidence === 'unsure') {
    const rival = plan.runnerUp
    tell(
      `It is not certain how this page marks its questions${rival ? ` (${rival.starts.length} would begin otherwise)` : ''}; say how one begins in its settings, as in: questions: "1."`,
      'unsure-reading',
      questions[0]?.line,
    )
  }
  for (const question of questions)
    if (question.confidence === 'unsure')
      tell(`It is not certain that “${question.title.slice(0, 80)}” was read right`, 'unsure-question', question.line)
  return messages
}
