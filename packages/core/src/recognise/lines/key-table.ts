import type { Table } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { readKey } from '../marks/answer-mark.ts'

const numberHead =
  /^[\s\p{P}]{0,4}(?:#|№|no|nr|number|q|questions?(?: (?:no|number|#))?|题号|序号|题目)?[\s\p{P}]{0,4}$/iu
const keyHead =
  /^[\s\p{P}]{0,4}(?:(?:the )?(?:correct |right )?(?:answers?|options?|choices?)|key|(?:正确|参考)?答案)[\s\p{P}]{0,4}$/iu
const numberCell = /^\s{0,4}(?:Q|Question|第)?\s?(\p{Nd}{1,4})\s?[题.)）、]?\s{0,4}$/iu

/** The columns of a table that gives the keys of numbered questions. */
export interface KeyColumns {
  readonly number: number
  readonly key: number
}

/**
 * Returns the columns that hold number and key, where each row of a table gives the key of one question.
 *
 * @param table A table.
 */
export function keyColumns(table: Table): KeyColumns | undefined {
  const [head, ...rows] = table.children
  if (!head || rows.length < 2) return undefined
  const titles = head.children.map((cell) => plainText(cell))
  const key = titles.findIndex((title) => keyHead.test(title))
  const number = titles.findIndex((title, index) => index !== key && numberHead.test(title))
  if (key === -1 || number === -1) return undefined
  const fits = rows.filter((row) => {
    const [count, given] = [row.children[number], row.children[key]].map((cell) => (cell ? plainText(cell).trim() : ''))
    return numberInCell(count ?? '') !== undefined && readKey(given ?? '') !== undefined
  })
  return fits.length * 5 >= rows.length * 4 ? { number, key } : undefined
}

/**
 * Tells whether a table gives the keys of questions in rows: numbers, and below each its key.
 *
 * @param table A table.
 */
export function hasKeyRows(table: Table): boolean {
  const rows = table.children.map((row) => row.children.map((cell) => plainText(cell).trim()))
  return (
    rows.length >= 2 &&
    rows.length % 2 === 0 &&
    rows.every(([title, ...cells], index) => {
      if (cells.length < 2 || !(index % 2 === 0 ? numberHead : keyHead).test(title ?? '')) return false
      const above = rows[index - 1]
      return cells.every((cell, at) =>
        index % 2 === 0
          ? numberInCell(cell) !== undefined
          : readKey(cell) !== undefined && above?.[at + 1] !== undefined,
      )
    })
  )
}

/**
 * Returns the number of a question that fills a cell: `3`, `Q3`, `3.`.
 *
 * @param text The cell's text.
 */
export function numberInCell(text: string): number | undefined {
  const match = numberCell.exec(text)
  return match ? Number((match[1] as string).normalize('NFKC')) : undefined
}
