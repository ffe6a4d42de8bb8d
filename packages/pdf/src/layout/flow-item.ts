import type { Color, Mark } from './mark.ts'

/** A background that runs behind neighbouring items; drawn once per column, from the first of them to the last. */
export interface Backdrop {
  readonly x: number
  readonly width: number
  readonly fill: Color
  readonly radius?: number | undefined
  readonly stroke?: Color | undefined
}

/** A place that a link or bookmark leads to. */
export interface Anchor {
  /** Name of the destination, unique in the document. */
  readonly name: string
  /** The bookmark that leads here, if it has one: its depth from 0. */
  readonly bookmark?: { readonly title: string; readonly depth: number } | undefined
}

/** One unbreakable part of a column: a line of text, a row of a table, a picture. Lengths in points. */
export interface FlowItem {
  readonly height: number
  /** White above, dropped at the top of a column. */
  readonly before: number
  readonly marks: readonly Mark[]
  /** From the item's top to the baseline of its first line, where a number or bullet is set. */
  readonly baseline?: number | undefined
  /** Do not end a column behind this item: `always` (a heading), or `if-possible` (widows, orphans). */
  readonly keep?: 'always' | 'if-possible' | undefined
  readonly backdrops?: readonly Backdrop[] | undefined
  readonly anchors?: readonly Anchor[] | undefined
  /** Items repeated at the top of a column that starts with this item (a table's header). */
  readonly repeat?: readonly FlowItem[] | undefined
  /** Start a new page (or column) with this item. */
  readonly fresh?: 'page' | 'column' | undefined
}

/** Returns an item with marks added in front (a number, a bullet): they come first in reading order. */
export function withMarks(item: FlowItem, marks: readonly Mark[]): FlowItem {
  return { ...item, marks: [...marks, ...item.marks] }
}

/** Returns items of which the first has at least the given white above. */
export function spaced(items: readonly FlowItem[], before: number): FlowItem[] {
  const [first, ...rest] = items
  return first ? [{ ...first, before: Math.max(first.before, before) }, ...rest] : []
}

/** Returns items none of which is separated from the next, the last one included if `last`. */
export function kept(items: readonly FlowItem[], keep: 'always' | 'if-possible', last = false): FlowItem[] {
  return items.map((item, index) =>
    index < items.length - 1 || last ? { ...item, keep: strongest(item.keep, keep) } : item,
  )
}

/** Returns items with a backdrop behind each. */
export function backed(items: readonly FlowItem[], backdrop: Backdrop): FlowItem[] {
  return items.map((item) => ({ ...item, backdrops: [backdrop, ...(item.backdrops ?? [])] }))
}

/** Returns items with an anchor on the first. */
export function anchored(items: readonly FlowItem[], anchor: Anchor): FlowItem[] {
  return items.map((item, index) => (index === 0 ? { ...item, anchors: [...(item.anchors ?? []), anchor] } : item))
}

/** Returns the height of items set below each other, without the white above the first. */
export function heightOf(items: readonly FlowItem[]): number {
  return items.reduce((sum, item, index) => sum + item.height + (index > 0 ? item.before : 0), 0)
}

function strongest(a: FlowItem['keep'], b: FlowItem['keep']): FlowItem['keep'] {
  return a === 'always' || b === 'always' ? 'always' : (a ?? b)
}
