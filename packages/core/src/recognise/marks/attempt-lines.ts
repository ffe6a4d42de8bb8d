import type { Features } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'
import type { OptionGroup } from './option-group.ts'
import { simplified } from './simplified.ts'

/** What stands below a question's number, and only there, on a page that shows an attempt. */
const result =
  /^(?:correct|incorrect|skipped|unanswered|partially correct|not answered|正确|错误|不正确|已跳过|未作答|未回答)$/iu

/** `我的答案:B` shows that a page is an attempt. */
const chosen = /^\s{0,8}(?:我的答案|[你您]的答案|考生答案|学生答案)\s?[:：]/u
/** What it scored, on a line of its own. */
const score = /^\p{Nd}{1,3}(?:[.．]\p{Nd}{1,2})?\s?分$/u

/** Which part of the test a question belongs to stands on the line below, the last one of the question. */
const field = /^(?:domain|topic|领域|知识领域)$/iu

/**
 * Returns the lines that say how an attempt went, below the numbers of its questions, and which field of the test a
 * question belongs to: what a platform adds that is no part of a question.
 *
 * @param lines The lines of a page.
 * @param features Their features.
 * @param groups The options of its questions.
 */
export function attemptLines(
  lines: readonly Line[],
  features: readonly Features[],
  groups: readonly OptionGroup[],
): readonly number[] {
  const isAttempt =
    groups.some(({ style }) => style === 'judged') ||
    lines.some(({ text }) => chosen.test(simplified(text.slice(0, 40))))
  if (!isAttempt) return []
  const isNumber = (index: number): boolean => features[index]?.numbers.some(({ explicit }) => explicit) ?? false
  const results = lines
    .filter(({ index, text }) => isNumber(index - 1) && result.test(text.trim()))
    .map(({ index }) => index)
  const scores = lines.filter(({ text }) => score.test(text.trim())).map(({ index }) => index)
  const fields = lines.flatMap(({ index, text }) => {
    const ends = index + 2 >= lines.length || isNumber(index + 2)
    return ends && field.test(text.trim()) && (lines[index + 1]?.text.length ?? 0) < 80 ? [index, index + 1] : []
  })
  return [...results, ...fields, ...scores]
}
