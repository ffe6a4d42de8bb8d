import type { FlowItem } from '../layout/flow-item.ts'

/** A column that is filled: its items, and where the next starts. */
export interface FilledColumn {
  readonly items: readonly FlowItem[]
  readonly next: number
  readonly height: number
}

/**
 * Fills one column with as many items as fit, breaking where no item is torn from the next.
 * A break that would leave more than this part of the column empty gives up the widows first, then everything.
 */
const emptiest = 0.3

/**
 * @param items what flows
 * @param start the first item of this column
 * @param height of the column in points
 */
export function fillColumn(items: readonly FlowItem[], start: number, height: number): FilledColumn {
  const repeat = items[start]?.repeat ?? []
  const headHeight = repeat.reduce((sum, item) => sum + item.height, 0)
  let y = headHeight
  let at = start
  const strict = { next: start, height: 0 }
  const loose = { next: start, height: 0 }
  for (; at < items.length; at++) {
    const item = items[at] as FlowItem
    if (at > start && item.fresh) return column(items, start, at, y, repeat)
    const bottom = y + (at > start ? item.before : 0) + item.height
    if (bottom > height + 0.01 && at > start) break
    y = bottom
    if (item.keep !== 'always') Object.assign(loose, { next: at + 1, height: y })
    if (!item.keep) Object.assign(strict, { next: at + 1, height: y })
  }
  if (at >= items.length) return column(items, start, at, y, repeat)
  if (strict.next > start && strict.height >= height * (1 - emptiest))
    return column(items, start, strict.next, strict.height, repeat)
  if (loose.next > start && loose.height >= height * (1 - emptiest))
    return column(items, start, loose.next, loose.height, repeat)
  const best = strict.next > start ? strict : loose.next > start ? loose : { next: at, height: y }
  return column(items, start, best.next, best.height, repeat)
}

function column(
  items: readonly FlowItem[],
  start: number,
  next: number,
  height: number,
  repeat: readonly FlowItem[],
): FilledColumn {
  return { items: [...repeat, ...items.slice(start, next)], next, height }
}
