import type { Table, TableRow } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { questionLikeness } from '../marks/question-words.ts'

const questionHead = /^[\s\p{P}]{0,4}(?:问题?|题目|题干|面试题|q|questions?|front|prompt|term|正面)[\s\p{P}]{0,4}$/iu
const answerHead =
  /^[\s\p{P}]{0,4}(?:(?:参考|正确|标准)?答案?|回答|解答|a|(?:correct |right )?(?:answers?|option|choice)|key|back|response|definition|背面|解析)[\s\p{P}]{0,4}$/iu
const optionHead = /^[\s\p{P}]{0,4}(?:选项|option|choice|answer)?[\s_-]{0,2}([A-H]|[1-8])[\s\p{P}]{0,4}$/iu
const explanationHead = /^[\s\p{P}]{0,4}(?:解析|解释|说明|详解|explanations?|rationale|reason)[\s\p{P}]{0,4}$/iu

/** The columns of a table whose rows are questions. */
export interface QaColumns {
  readonly question: number
  readonly answer: number
  /** Columns of options, in order, where the questions are choices. */
  readonly options: readonly number[]
  /** The column that explains the answer, where the questions are choices. */
  readonly explanation?: number
}

/**
 * Returns the columns that hold question and answer, where each row of a table is a question.
 *
 * @param table A table.
 */
export function qaColumns(table: Table): QaColumns | undefined {
  const [head, ...rows] = table.children
  if (!head || rows.length < 2) return undefined
  const titles = head.children.map((cell) => plainText(cell))
  const question = titles.findIndex((title) => questionHead.test(title))
  const options = optionColumns(titles)
  const explanation = options.length > 0 ? titles.findIndex((title) => explanationHead.test(title)) : -1
  const answer = titles.findIndex(
    (title, index) => index !== question && index !== explanation && !options.includes(index) && answerHead.test(title),
  )
  if (question === -1 || answer === -1) return undefined
  const cell = (row: TableRow, index: number): string =>
    row.children[index] ? plainText(row.children[index]).trim() : ''
  const filled = rows.filter((row) => cell(row, question) !== '' && cell(row, answer) !== '').length
  const asking = rows.filter((row) => questionLikeness(cell(row, question)) >= 0.5).length
  const named = options.length > 0 || /front|term|正面|题/iu.test(titles[question] ?? '')
  return filled * 2 >= rows.length && (named || asking * 2 >= rows.length)
    ? { question, answer, options, ...(explanation === -1 ? {} : { explanation }) }
    : undefined
}

/** Two or more columns that count on, A, B, C …; a lone column `A` is the answer. */
function optionColumns(titles: readonly string[]): number[] {
  const columns: number[] = []
  for (const [index, title] of titles.entries()) {
    const printed = optionHead.exec(title)?.[1]?.toUpperCase()
    if (printed === String.fromCharCode(65 + columns.length) || printed === String(columns.length + 1))
      columns.push(index)
  }
  return columns.length > 1 ? columns : []
}
