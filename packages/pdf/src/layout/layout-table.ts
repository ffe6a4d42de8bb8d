import type { Block, Inline } from '@cardpress/core'
import { colors } from '../papers/theme.ts'
import { breakLines } from '../text/break-lines.ts'
import { plainText } from '../text/flatten-inline.ts'
import type { Piece } from '../text/piece.ts'
import { toPieces } from '../text/to-pieces.ts'
import { columnWidths } from './column-widths.ts'
import { type Backdrop, type FlowItem, heightOf, kept, spaced } from './flow-item.ts'
import { layoutParagraph } from './layout-paragraph.ts'
import { linesToItems, moved } from './lines-to-items.ts'
import type { Mark } from './mark.ts'
import { plainStyle, type Setting } from './setting.ts'
import { TagElement } from './tag-element.ts'

type Table = Extract<Block, { type: 'table' }>
type Row = Table['children'][number]

/** Tables are set smaller where their words do not fit, but not smaller than this. */
const smallest = 0.7

/**
 * Sets a table: columns by their content, rich text in cells, the header repeated after each break.
 * A table with too many columns to be read becomes a list of records.
 */
export function layoutTable(table: Table, setting: Setting): FlowItem[] {
  const [head, ...body] = table.children
  if (!head) return []
  const count = Math.max(...table.children.map((row) => row.children.length))
  if (setting.width / count < setting.size * 2.4 && count > 2) return layoutRecords(head, body, setting)
  const element = new TagElement('Table', setting.element)
  const measured = measure(table, count, { ...setting, size: setting.size * 0.94 }, element)
  const header = rowItems(head, true, measured, element)
  const repeat = withoutElements(header)
  const items = kept(header, 'always', body.length > 0)
  body.forEach((row, index) => {
    const set = rowItems(row, false, measured, element)
    items.push(...set.map((item) => ({ ...item, repeat })))
    if (index === 0 && body.length > 1 && set.length === 1)
      items.push(...kept(items.splice(-1, 1), 'if-possible', true))
  })
  return spaced(items, setting.size * 0.3)
}

interface Measured {
  readonly setting: Setting
  readonly widths: readonly number[]
  readonly pad: number
  readonly align: Table['align']
}

/** Finds the type size and the widths of the columns. */
function measure(table: Table, count: number, setting: Setting, element: TagElement): Measured {
  for (let size = setting.size; ; size *= 0.93) {
    const pad = size * 0.42
    const room = setting.width - 2 * pad * count
    const sized = { ...setting, size }
    const natural = Array.from({ length: count }, () => 0)
    const least = Array.from({ length: count }, () => size)
    table.children.forEach((row, rowIndex) => {
      row.children.forEach((cell, index) => {
        const pieces = cellPieces(cell.children, rowIndex === 0, sized, element, room)
        natural[index] = Math.max(natural[index] ?? 0, widthOf(pieces))
        // Four hanzi on a line at least, or the whole cell.
        const readable = Math.min(widthOf(pieces), size * 4.2)
        least[index] = Math.max(least[index] ?? 0, widestUnbreakable(pieces), readable)
      })
    })
    const fits = least.reduce((sum, one) => sum + one, 0) <= room
    if (fits || size * 0.93 < setting.size * smallest)
      return { setting: sized, widths: columnWidths(natural, least, room), pad, align: table.align }
  }
}

function cellPieces(
  inlines: readonly Inline[],
  isHead: boolean,
  setting: Setting,
  element: TagElement,
  maxWidth: number,
): Piece[] {
  const style = plainStyle({ ...setting, voice: isHead ? 'bold' : setting.voice }, element)
  return toPieces(inlines, style, { ...setting.text, maxWidth })
}

function widthOf(pieces: readonly Piece[]): number {
  let widest = 0
  let x = 0
  for (const piece of pieces) {
    x = piece.kind === 'break' ? 0 : x + piece.width + piece.gapBefore
    widest = Math.max(widest, x)
  }
  return widest + 0.1
}

function widestUnbreakable(pieces: readonly Piece[]): number {
  let widest = 0
  let x = 0
  for (const piece of pieces) {
    if (piece.kind === 'break' || piece.kind === 'space') x = 0
    else {
      x += piece.width
      widest = Math.max(widest, x)
      if (piece.breakAfter) x = 0
    }
  }
  return widest + 0.1
}

function rowItems(row: Row, isHead: boolean, measured: Measured, table: TagElement): FlowItem[] {
  const { setting, widths, pad } = measured
  const element = new TagElement('TR', table)
  let x = setting.x
  const cells = widths.map((width, index) => {
    const cell = row.children[index]
    const owner = new TagElement(isHead ? 'TH' : 'TD', element, isHead ? { scope: 'Column' } : {})
    element.always.push(owner)
    const pieces = cell ? cellPieces(cell.children, isHead, setting, owner, width) : []
    const lines = breakLines(pieces, { width, justify: false, hang: false, hyphenate: setting.hyphenate })
    const align = measured.align[index] ?? 'left'
    const items = linesToItems(lines, { x: x + pad, size: setting.size, leading: 1.32, justify: false, align })
    x += width + 2 * pad
    return items
  })
  return slices(cells, setting.maxHeight * 0.4).map((slice, index, all) => {
    const bottom = index === all.length - 1
    return rowItem(slice, { isHead, bottom, top: index === 0, right: x }, measured)
  })
}

/** Cuts a row that is very high into parts that a column break may separate. */
function slices(cells: readonly (readonly FlowItem[])[], limit: number): (readonly FlowItem[])[][] {
  const out: (readonly FlowItem[])[][] = []
  let rest = cells.map((cell) => [...cell])
  while (rest.some((cell) => cell.length > 0)) {
    const taken = rest.map((cell) => {
      let count = 0
      let height = 0
      for (const item of cell) {
        if (count > 0 && height + item.height > limit) break
        height += item.height
        count++
      }
      return cell.slice(0, count)
    })
    out.push(taken)
    rest = rest.map((cell, index) => cell.slice(taken[index]?.length ?? 0))
  }
  return out.length > 0 ? out : [cells.map(() => [])]
}

function rowItem(
  cells: readonly (readonly FlowItem[])[],
  row: { readonly isHead: boolean; readonly top: boolean; readonly bottom: boolean; readonly right: number },
  { setting }: Measured,
): FlowItem {
  const air = setting.size * 0.18
  const top = row.top ? air : 0
  const bottom = row.bottom ? air : 0
  const height = top + bottom + Math.max(setting.size * 1.32, ...cells.map((cell) => heightOf(cell)))
  const marks: Mark[] = []
  for (const cell of cells) {
    let y = top
    for (const item of cell) {
      for (const mark of item.marks) marks.push(moved(mark, 0, y))
      y += item.height
    }
  }
  const rule = (y: number, color: string, lineWidth: number): Mark => ({
    kind: 'stroke',
    points: [setting.x, y, row.right, y],
    color,
    lineWidth,
  })
  if (row.isHead) marks.push(rule(0, colors.muted, 0.7), rule(height, colors.muted, 0.5))
  else if (row.bottom) marks.push(rule(height, colors.rule, 0.4))
  const backdrop: Backdrop = { x: setting.x, width: row.right - setting.x, fill: colors.tableHead }
  return { height, before: 0, marks, baseline: top + setting.size, backdrops: row.isHead ? [backdrop] : undefined }
}

/** The header again is decoration: readers' tools have met it already. */
function withoutElements(items: readonly FlowItem[]): FlowItem[] {
  return items.map((item) => ({
    ...item,
    marks: item.marks.map((mark) => ('element' in mark ? { ...mark, element: undefined } : mark)),
  }))
}

/** A table too wide for the column, row by row: `header: cell`. */
function layoutRecords(head: Row, body: readonly Row[], setting: Setting): FlowItem[] {
  const items: FlowItem[] = []
  for (const row of body) {
    row.children.forEach((cell, index) => {
      const name = head.children[index]?.children ?? []
      const label: Inline[] = plainText(name)
        ? [
            { type: 'strong', children: name },
            { type: 'text', value: ': ' },
          ]
        : []
      items.push(
        ...spaced(layoutParagraph([...label, ...cell.children], setting), index === 0 ? setting.size * 0.5 : 0),
      )
    })
  }
  return items
}
