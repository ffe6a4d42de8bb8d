import type { Table, TableRow } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { type ColumnHead, columnHeads } from '../../read/column-heads.ts'
import { questionLikeness } from '../marks/question-words.ts'

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
  const heads = titles.map(columnHeads)
  const holds = (index: number, type: ColumnHead['type']): boolean =>
    heads[index]?.some((one) => one.type === type) === true
  const question = heads.findIndex((_, index) => holds(index, 'question'))
  const options = optionColumns(heads)
  const explanation = options.length > 0 ? heads.findIndex((_, index) => holds(index, 'explanation')) : -1
  const answer = heads.findIndex(
    (_, index) => index !== question && index !== explanation && !options.includes(index) && holds(index, 'answer'),
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
function optionColumns(heads: ReadonlyArray<readonly ColumnHead[]>): number[] {
  const columns: number[] = []
  for (const [index, meanings] of heads.entries()) {
    const label = meanings.flatMap((one) => (one.type === 'option' ? one.label : []))[0]
    if (label === String.fromCharCode(65 + columns.length) || label === String(columns.length + 1)) columns.push(index)
  }
  return columns.length > 1 ? columns : []
}
