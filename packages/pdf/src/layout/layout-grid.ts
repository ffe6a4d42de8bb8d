import { colors } from '../papers/theme.ts'
import { breakLines } from '../text/break-lines.ts'
import { piecesOf } from '../text/to-pieces.ts'
import type { FlowItem } from './flow-item.ts'
import { linesToItems, moved } from './lines-to-items.ts'
import type { Mark } from './mark.ts'
import { plainStyle, type Setting } from './setting.ts'
import { TagElement } from './tag-element.ts'

/** One cell of a ruled table of short texts. */
export interface GridCell {
  readonly text: string
  readonly isHead?: boolean | undefined
  /** Where the cell leads. */
  readonly url?: string | undefined
}

/**
 * Sets a table with all its rules, its texts centred: the grading table, the key at a glance.
 * @param rows of cells, all of one length
 * @param setting how and where
 * @param size widths of the columns and least height of a row in points; columns share the width where they are absent
 */
export function layoutGrid(
  rows: readonly (readonly GridCell[])[],
  setting: Setting,
  size: { readonly widths?: readonly number[]; readonly rowHeight?: number } = {},
): FlowItem[] {
  const count = Math.max(1, ...rows.map((row) => row.length))
  const widths = size.widths ?? Array.from({ length: count }, () => setting.width / count)
  const table = new TagElement('Table', setting.element)
  return rows.map((row, index) => gridRow(row, widths, index === 0, table, setting, size.rowHeight ?? 0))
}

function gridRow(
  row: readonly GridCell[],
  widths: readonly number[],
  isFirst: boolean,
  table: TagElement,
  setting: Setting,
  least: number,
): FlowItem {
  const element = new TagElement('TR', table)
  const pad = setting.size * 0.25
  const cells = row.map((cell, index) => {
    const owner = new TagElement(cell.isHead ? 'TH' : 'TD', element, cell.isHead ? { scope: 'Column' } : {})
    element.always.push(owner)
    const inner = cell.url ? new TagElement('Link', owner) : owner
    const base = plainStyle({ ...setting, voice: cell.isHead ? 'bold' : setting.voice }, inner)
    const style = cell.url ? { ...base, color: colors.link, link: { url: cell.url, text: cell.text } } : base
    const width = (widths[index] ?? 0) - 2 * pad
    const pieces = piecesOf([{ kind: 'text', text: cell.text, style }], { ...setting.text, maxWidth: width })
    const lines = breakLines(pieces, { width, justify: false, hang: false })
    return linesToItems(lines, { x: pad, size: setting.size, leading: 1.3, justify: false, align: 'center' })
  })
  const textHeight = Math.max(...cells.map((lines) => lines.reduce((sum, line) => sum + line.height, 0)))
  const height = Math.max(least, textHeight + pad)
  const marks: Mark[] = []
  let x = setting.x
  cells.forEach((lines, index) => {
    const own = lines.reduce((sum, line) => sum + line.height, 0)
    let y = (height - own) / 2
    for (const line of lines) {
      for (const mark of line.marks) marks.push(moved(mark, x, y))
      y += line.height
    }
    marks.push({ kind: 'stroke', points: [x, 0, x, height], color: colors.muted, lineWidth: 0.5 })
    x += widths[index] ?? 0
  })
  marks.push({ kind: 'stroke', points: [x, 0, x, height], color: colors.muted, lineWidth: 0.5 })
  if (isFirst) marks.push({ kind: 'stroke', points: [setting.x, 0, x, 0], color: colors.muted, lineWidth: 0.5 })
  marks.push({ kind: 'stroke', points: [setting.x, height, x, height], color: colors.muted, lineWidth: 0.5 })
  return { height, before: 0, marks, baseline: height / 2 + setting.size * 0.3 }
}
