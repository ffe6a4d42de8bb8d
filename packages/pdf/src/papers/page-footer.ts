import type { Labels } from '../labels/label-table.ts'
import { textLabel } from '../layout/label.ts'
import { moved } from '../layout/lines-to-items.ts'
import type { Mark } from '../layout/mark.ts'
import { type Frame, mm } from '../pages/frame.ts'
import { plainContext } from './plain-context.ts'
import { colors } from './theme.ts'
import type { Workshop } from './workshop.ts'

/** Returns the line at the foot of a page: the title at its left, "page x of y" at its right. */
export function pageFooter(
  title: string,
  index: number,
  count: number,
  frame: Frame,
  labels: Labels,
  workshop: Workshop,
): Mark[] {
  const context = plainContext(workshop)
  const style = { voice: 'regular', size: 7, color: colors.muted, element: undefined } as const
  const right = textLabel(labels.page(index + 1, count), style, context)
  const room = frame.width - frame.left - frame.right - right.width - 20
  const left = textLabel(shortened(title, Math.floor(room / 7)), style, context)
  const y = frame.height - Math.min(frame.bottom - 14, 7 * mm)
  return [
    ...left.marks.map((mark) => moved(mark, frame.left, y)),
    ...right.marks.map((mark) => moved(mark, frame.width - frame.right - right.width, y)),
  ]
}

function shortened(text: string, length: number): string {
  const characters = Array.from(text)
  return characters.length <= length ? text : `${characters.slice(0, Math.max(1, length - 1)).join('')}…`
}
