import type { PaperDocument } from '../draw/paper-document.ts'
import { type FlowItem, heightOf } from '../layout/flow-item.ts'
import type { Mark } from '../layout/mark.ts'
import type { TagElement } from '../layout/tag-element.ts'
import { composePages, needsOwnPages } from '../pages/compose-pages.ts'
import { drawColumn } from '../pages/draw-column.ts'
import { columnWidth, type Frame } from '../pages/frame.ts'
import { colors } from './theme.ts'

/** What flows over the pages of a document. */
export interface PageFlow {
  readonly frame: Frame
  readonly items: Iterable<FlowItem>
  /** Across all columns of the first page. */
  readonly title?: readonly FlowItem[] | undefined
  /** White below the title, in points. */
  readonly titleGap?: number | undefined
  /** Elements that were begun, in order; all but the last that has content are written and removed after each page. */
  readonly begun: TagElement[]
  /** Decoration of a page that depends on nothing but its place. */
  readonly decoration?: ((index: number) => readonly Mark[]) | undefined
  /** Bookmarks are set this much deeper. Default 0. */
  readonly depth?: number | undefined
}

/** Draws pages until the flow ends; yields the bytes of the file that are ready after each. */
export function* printPages(document: PaperDocument, flow: PageFlow): Generator<Uint8Array> {
  const { frame, title = [], begun } = flow
  const titleHeight = title.length > 0 ? heightOf(title) + (flow.titleGap ?? 0) : 0
  if (needsOwnPages(titleHeight, frame)) {
    yield* printPages(document, { ...flow, frame: { ...frame, columns: 1 }, items: title, title: undefined, begun: [] })
    yield* printPages(document, { ...flow, title: undefined })
    return
  }
  const bookmarked = new Set<string>()
  const bookmark = (items: readonly FlowItem[]) => {
    for (const item of items)
      for (const { name, bookmark: mark } of item.anchors ?? []) {
        if (!mark || bookmarked.has(name)) continue
        bookmarked.add(name)
        document.bookmark(mark.title, mark.depth + (flow.depth ?? 0), name)
      }
  }
  let isEmpty = true
  for (const composed of composePages(flow.items, frame, titleHeight)) {
    isEmpty = false
    const page = document.addPage(frame.width, frame.height)
    page.canvas.draw(flow.decoration?.(composed.index) ?? [], 0, 0)
    if (composed.index === 0) {
      drawColumn(page, title, frame.left, frame.top)
      bookmark(title)
    }
    const top = frame.top + composed.titleHeight
    composed.columns.forEach((column, index) => {
      const x = frame.left + index * (columnWidth(frame) + frame.gutter)
      if (index > 0) page.canvas.draw([columnRule(x - frame.gutter / 2, top, composed.height)], 0, 0)
      drawColumn(page, column.items, x, top)
      bookmark(column.items)
    })
    document.closePage()
    const attached = begun.filter((element) => element.attached)
    for (const element of attached.slice(0, -1)) document.finish(element)
    begun.splice(0, Math.max(0, attached.length - 1))
    yield* document.take()
  }
  if (!isEmpty) return
  const page = document.addPage(frame.width, frame.height)
  page.canvas.draw(flow.decoration?.(0) ?? [], 0, 0)
  drawColumn(page, title, frame.left, frame.top)
  document.closePage()
}

function columnRule(x: number, top: number, height: number): Mark {
  return { kind: 'stroke', points: [x, top, x, top + height], color: colors.hairline, lineWidth: 0.5 }
}
