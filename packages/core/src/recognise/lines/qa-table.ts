import type { Table, TableRow } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { questionLikeness } from '../marks/question-words.ts'

const questionHead = /^[\s\p{P}]{0,4}(?:问题?|题目|题干|面试题|q|questions?|front|prompt|term|正面)[\s\p{P}]{0,4}$/iu
const answerHead =
  /^[\s\p{P}]{0,4}(?:(?:参考)?答案?|回答|解答|a|answers?|back|response|definition|背面|解析)[\s\p{P}]{0,4}$/iu

/** The columns of a table whose rows are questions. */
export interface QaColumns {
  readonly question: number
  readonly answer: number
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
  const answer = titles.findIndex((title, index) => index !== question && answerHead.test(title))
  if (question === -1 || answer === -1) return undefined
  const cell = (row: TableRow, index: number): string =>
    row.children[index] ? plainText(row.children[index]).trim() : ''
  const filled = rows.filter((row) => cell(row, question) !== '' && cell(row, answer) !== '').length
  const asking = rows.filter((row) => questionLikeness(cell(row, question)) >= 0.5).length
  const named = /front|term|正面|题/iu.test(titles[question] ?? '')
  return filled * 2 >= rows.length && (named || asking * 2 >= rows.length) ? { question, answer } : undefined
}
