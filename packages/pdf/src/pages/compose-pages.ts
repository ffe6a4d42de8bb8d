import type { FlowItem } from '../layout/flow-item.ts'
import { type FilledColumn, fillColumn } from './fill-column.ts'
import { columnHeight, type Frame } from './frame.ts'

/** One page of columns. */
export interface ComposedPage {
  readonly index: number
  readonly columns: readonly FilledColumn[]
  /** Height of the title block above the columns. */
  readonly titleHeight: number
  /** Height of the tallest column. */
  readonly height: number
}

/**
 * Distributes items over the columns of pages, one page at a time. The columns of the last page, and of a page that a
 * fresh one follows, are balanced.
 * @param source the items, in order; only about a page of them is held
 * @param frame the page
 * @param titleHeight height of the title block on the first page, in points; default 0
 */
export function* composePages(source: Iterable<FlowItem>, frame: Frame, titleHeight = 0): Generator<ComposedPage> {
  const iterator = source[Symbol.iterator]()
  let held: FlowItem[] = []
  let heldHeight = 0
  let ended = false
  for (let index = 0; ; index++) {
    const title = index === 0 ? titleHeight : 0
    const height = columnHeight(frame) - title
    while (!ended && heldHeight < height * (frame.columns + 1)) {
      const { done, value } = iterator.next()
      if (done) ended = true
      else {
        held.push(value)
        heldHeight += value.height + value.before
      }
    }
    if (held.length === 0) return
    const stop = held.findIndex((item, at) => at > 0 && item.fresh === 'page')
    const whole = stop < 0 ? held : held.slice(0, stop)
    const isEnd = ended || stop >= 0
    const columns = (isEnd ? balanced(whole, frame.columns, height) : undefined) ?? filled(whole, frame.columns, height)
    const used = columns.at(-1)?.next ?? held.length
    yield { index, columns, titleHeight: title, height: Math.max(...columns.map((column) => column.height)) }
    held = held.slice(used)
    heldHeight = held.reduce((sum, item) => sum + item.height + item.before, 0)
  }
}

/** Returns whether a title block leaves too little of the first page to what stands below it: it gets pages of its own. */
export function needsOwnPages(titleHeight: number, frame: Frame): boolean {
  return titleHeight > columnHeight(frame) * 0.6
}

function filled(items: readonly FlowItem[], count: number, height: number): FilledColumn[] {
  const columns: FilledColumn[] = []
  let next = 0
  while (columns.length < count && next < items.length) {
    const column = fillColumn(items, next, height)
    columns.push(column)
    next = column.next
  }
  return columns
}

/** The lowest columns that hold all items, or undefined where they need more than a page. */
function balanced(items: readonly FlowItem[], count: number, height: number): FilledColumn[] | undefined {
  const holds = (columns: readonly FilledColumn[]) => (columns.at(-1)?.next ?? 0) >= items.length
  let best = filled(items, count, height)
  if (!holds(best)) return undefined
  if (count === 1) return best
  const total = items.reduce((sum, item) => sum + item.height + item.before, 0)
  let low = total / count / 2
  let high = height
  for (let step = 0; step < 14 && high - low > 2; step++) {
    const middle = (low + high) / 2
    const tried = filled(items, count, middle)
    if (holds(tried) && tried.every((column) => column.height <= middle + 0.01)) {
      best = tried
      high = middle
    } else low = middle
  }
  return best
}
