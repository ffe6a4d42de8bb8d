import type { Line } from './lines/line.ts'
import type { AnswerMark } from './marks/answer-mark.ts'
import { simplified } from './marks/simplified.ts'

const asking =
  /^[\s>]{0,4}(?:[^\p{L}\p{Nd}\s]{1,6}\s{0,2})?(?:面试官|考官|hr|interviewer|提问者|主持人)\s?(?:\p{Nd}|[甲乙丙])?\s?[:：]/iu
const answering =
  /^([\s>]{0,4}(?:[^\p{L}\p{Nd}\s]{1,6}\s{0,2})?)(我|候选人|应聘者|求职者|面试者|应试者|考生|candidate|me)\s?[:：]\s{0,4}/iu

/**
 * Returns the marks of answers in a page that is written as a talk: `我：` and the like, where several lines begin with
 * `面试官：`.
 *
 * @param lines The lines of the page.
 */
export function spokenAnswers(lines: readonly Line[]): Map<number, AnswerMark> {
  const found = new Map<number, AnswerMark>()
  const talk = lines.filter(({ kind, text }) => kind === 'text' && asking.test(simplified(text.slice(0, 30))))
  if (talk.length < 2) return found
  for (const { index, kind, text } of lines) {
    const match = kind === 'text' ? answering.exec(simplified(text.slice(0, 30))) : null
    if (!match) continue
    const lead = text.length - text.trimStart().length
    found.set(index, { role: 'answer', word: match[2] as string, length: match[0].length - lead, firm: true })
  }
  return found
}
