import type { Table, TableCell, TableRow } from 'mdast'
import { columnHeads } from './column-heads.ts'
import { indexLines, type LineIndex } from './line-index.ts'

/** A cell of a sheet: its value, and where it stands in the source, quotation marks left out. */
export interface SheetCell {
  readonly value: string
  readonly start: number
  readonly end: number
}

const delimiters = [',', ';', '\t'] as const

/**
 * Returns a sheet of questions, as spreadsheets and quiz platforms export them, as a table; `undefined` where the text is
 * none: its first record must name a column of questions and one of answers, and nearly all records have as many cells.
 *
 * @param source The decoded text.
 */
export function readSheet(source: string): Table | undefined {
  const head = source.slice(0, 2000)
  for (const delimiter of delimiters) {
    if (!head.includes(delimiter)) continue
    const [titles] = toRecords(head, delimiter, 1)
    const heads = (titles ?? []).map(({ value }) => columnHeads(value))
    const question = heads.findIndex((one) => one.some(({ type }) => type === 'question'))
    const answers = heads.some((one, index) => index !== question && one.some(({ type }) => type === 'answer'))
    if (question === -1 || !answers) continue
    const records = toRecords(source, delimiter).filter((cells) => cells.some(({ value }) => value.trim() !== ''))
    const even = records.filter((cells) => cells.length === heads.length).length
    if (records.length > 1 && even * 10 >= records.length * 9) return toTable(records, indexLines(source))
  }
  return undefined
}

/**
 * Returns the records of delimited text (RFC 4180, section 2; a quotation mark within a bare cell is a character like any
 * other, as spreadsheets read it).
 *
 * @param source The text.
 * @param delimiter What parts the cells.
 * @param most Stops after so many records. Default: all.
 */
export function toRecords(source: string, delimiter: string, most = Number.POSITIVE_INFINITY): SheetCell[][] {
  const records: SheetCell[][] = []
  let record: SheetCell[] = []
  let at = 0
  while (at < source.length && records.length < most) {
    const cell = source[at] === '"' ? quoted(source, at) : undefined
    const start = cell?.start ?? at
    let end = cell?.next ?? at
    while (end < source.length && source[end] !== delimiter && source[end] !== '\n' && source[end] !== '\r') end++
    record.push(cell ? { value: cell.value, start, end: cell.end } : { value: source.slice(at, end), start, end })
    const ends = source[end]
    at = end + (source.startsWith('\r\n', end) ? 2 : 1)
    if (ends === delimiter) {
      if (at >= source.length) record.push({ value: '', start: end, end })
      continue
    }
    records.push(record)
    record = []
  }
  if (record.length > 0) records.push(record)
  return records
}

/** A cell in quotation marks; two of them within it are one. A cell that never closes ends with the text. */
function quoted(source: string, open: number): SheetCell & { readonly next: number } {
  let close = open + 1
  while (close < source.length && (source[close] !== '"' || source[close + 1] === '"'))
    close += source[close] === '"' ? 2 : 1
  const end = Math.min(close, source.length)
  return { value: source.slice(open + 1, end).replaceAll('""', '"'), start: open + 1, end, next: end + 1 }
}

function toTable(records: ReadonlyArray<readonly SheetCell[]>, lines: LineIndex): Table {
  const toCell = ({ value, start, end }: SheetCell): TableCell => ({
    type: 'tableCell',
    children: value.trim() === '' ? [] : [{ type: 'text', value, position: lines.position(start, end) }],
    position: lines.position(start, end),
  })
  const toRow = (cells: readonly SheetCell[]): TableRow => ({
    type: 'tableRow',
    children: cells.map(toCell),
    position: lines.position(cells[0]?.start ?? 0, cells.at(-1)?.end ?? 0),
  })
  const children = records.map(toRow)
  return {
    type: 'table',
    children,
    position: lines.position(records[0]?.[0]?.start ?? 0, records.at(-1)?.at(-1)?.end ?? 0),
  }
}
