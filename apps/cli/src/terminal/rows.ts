import { displayWidth, padEnd, truncate, wrap } from './width.ts'

/** Lines that stand under one label; the cells of a group are aligned with each other. */
export interface Group {
  readonly label: string
  readonly rows: readonly (readonly string[])[]
}

const gap = '  '

/**
 * Lays groups of rows out under each other: labels in the first column, the cells of each group (and of neighbours with
 * the same number of cells) in columns of their own.
 *
 * @param groups - groups without rows are left out
 * @param paint - what to do with a label, and with a line's first cell and its rest, once everything is aligned
 * @param columns - width to which rows of one cell are broken, and others cut; undefined for no limit
 */
export function layRows(
  groups: readonly Group[],
  paint: (label: string) => string,
  columns: number | undefined,
): string[] {
  const shown = groups.filter((group) => group.rows.length > 0)
  const labelWidth = Math.max(0, ...shown.map((group) => displayWidth(group.label)))
  return shown.flatMap((group, at) => {
    const widths = cellWidths(neighbours(shown, at))
    return group.rows.flatMap((cells, row) => {
      const text = cells
        .map((cell, cellAt) => (cellAt === cells.length - 1 ? cell : padEnd(cell, widths[cellAt] ?? 0)))
        .join(gap)
      const room = columns === undefined ? undefined : Math.max(10, columns - labelWidth - gap.length)
      const lines = room === undefined ? [text] : cells.length === 1 ? wrap(text, room) : [truncate(text, room)]
      return lines.map((line, at) => {
        const label = padEnd(row === 0 && at === 0 ? group.label : '', labelWidth)
        return `${paint(label)}${gap}${line}`.trimEnd()
      })
    })
  })
}

/** The run of groups around one whose rows all have the same three cells or more: only such rows are read as one table. */
function neighbours(groups: readonly Group[], at: number): Group[] {
  const count = (index: number) => groups[index]?.rows[0]?.length
  if ((count(at) ?? 0) < 3) return groups.slice(at, at + 1)
  let first = at
  let last = at
  while (first > 0 && count(first - 1) === count(at)) first--
  while (last < groups.length - 1 && count(last + 1) === count(at)) last++
  return groups.slice(first, last + 1)
}

function cellWidths(groups: readonly Group[]): number[] {
  const widths: number[] = []
  // The last cell is never padded, so it makes no column wider.
  for (const { rows } of groups)
    for (const cells of rows)
      cells.slice(0, -1).forEach((cell, at) => {
        widths[at] = Math.max(widths[at] ?? 0, displayWidth(cell))
      })
  return widths
}
