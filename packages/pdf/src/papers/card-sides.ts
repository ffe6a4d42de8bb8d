import type { Question } from '@cardpress/core'
import type { Labels } from '../labels/label-table.ts'
import { type FlowItem, heightOf } from '../layout/flow-item.ts'
import type { Setting } from '../layout/setting.ts'
import { TagElement } from '../layout/tag-element.ts'
import { fillColumn } from '../pages/fill-column.ts'
import { layoutBack, layoutFront } from './layout-card.ts'

/** Between which sizes text shrinks before it goes on on another card, in points. */
export interface CardText {
  readonly largest: number
  readonly smallest: number
}

/** What is on the cards of one question, one list of items for each. */
export interface CardSides {
  readonly front: readonly (readonly FlowItem[])[]
  readonly back: readonly (readonly FlowItem[])[]
}

/** Sets a question as cards of the setting's width and greatest height: one, or more where its text does not fit. */
export function cardSides(question: Question, setting: Setting, labels: Labels, text: CardText): CardSides {
  const height = setting.maxHeight
  const heading = new TagElement('H2', setting.element)
  const answer = new TagElement('Div', setting.element)
  const { largest, smallest } = text
  return {
    front: fitted((size) => layoutFront(question, { ...setting, size }, heading), height, largest * 1.1, smallest),
    back: fitted(
      (size) => layoutBack(question, { ...setting, size, element: answer }, labels),
      height,
      largest,
      smallest,
    ),
  }
}

/** Returns whether a question takes more than one card even at the smallest size. */
export function overflowsCard(question: Question, setting: Setting, labels: Labels, smallest: number): boolean {
  const element = new TagElement('Sect')
  const small = { ...setting, size: smallest, element }
  return (
    heightOf(layoutFront(question, small, element)) > setting.maxHeight ||
    heightOf(layoutBack(question, small, labels)) > setting.maxHeight
  )
}

/** Sets at the largest size that fits, or cuts what is set at the smallest into cards. */
function fitted(layout: (size: number) => FlowItem[], height: number, largest: number, smallest: number): FlowItem[][] {
  let size = largest
  while (size > smallest) {
    const items = layout(size)
    const high = heightOf(items)
    if (high <= height) return [items]
    // Text takes about as much room as the square of its size: go straight to where it may fit.
    size = Math.min(size - 0.5, Math.floor(2 * size * Math.sqrt(height / high) + 1) / 2)
  }
  const items = layout(smallest)
  const sides: FlowItem[][] = []
  for (let next = 0; next < items.length; ) {
    const filled = fillColumn(items, next, height)
    sides.push([...filled.items])
    next = filled.next
  }
  return sides.length > 0 ? sides : [[]]
}
