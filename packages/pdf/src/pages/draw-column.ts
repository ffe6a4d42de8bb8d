import type { PaperPage } from '../draw/paper-document.ts'
import type { Backdrop, FlowItem } from '../layout/flow-item.ts'
import type { Mark } from '../layout/mark.ts'

/**
 * Draws items below each other.
 * @param page the page
 * @param items of one column
 * @param x left edge of the column in points
 * @param top upper edge in points
 */
export function drawColumn(page: PaperPage, items: readonly FlowItem[], x: number, top: number): void {
  const tops: number[] = []
  let y = top
  items.forEach((item, index) => {
    if (index > 0) y += item.before
    tops.push(y)
    y += item.height
  })
  for (const mark of backdrops(items, tops)) page.canvas.draw([mark], x, 0)
  items.forEach((item, index) => {
    const at = tops[index] ?? top
    for (const anchor of item.anchors ?? []) page.anchor(anchor.name, x, at - 4)
    page.canvas.draw(item.marks, x, at)
  })
}

/** One rectangle for each backdrop, from the first item that has it to the last; outer ones first. */
function backdrops(items: readonly FlowItem[], tops: readonly number[]): Mark[] {
  const spans = new Map<Backdrop, { from: number; to: number }>()
  items.forEach((item, index) => {
    for (const backdrop of item.backdrops ?? []) {
      const from = tops[index] ?? 0
      const to = from + item.height
      const known = spans.get(backdrop)
      if (known) known.to = to
      else spans.set(backdrop, { from, to })
    }
  })
  return [...spans].map(([backdrop, { from, to }]) => ({
    kind: 'rectangle',
    x: backdrop.x,
    y: from,
    width: backdrop.width,
    height: to - from,
    fill: backdrop.fill,
    stroke: backdrop.stroke,
    radius: backdrop.radius,
  }))
}
