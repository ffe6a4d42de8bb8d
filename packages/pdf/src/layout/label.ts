import { breakLines } from '../text/break-lines.ts'
import type { TextStyle } from '../text/piece.ts'
import { setLine } from '../text/set-line.ts'
import { piecesOf, type TextContext } from '../text/to-pieces.ts'
import { type FlowItem, withMarks } from './flow-item.ts'
import { moved } from './lines-to-items.ts'
import type { Mark } from './mark.ts'

/** A number or bullet as marks around its baseline, and how wide it is. */
export interface Label {
  readonly marks: readonly Mark[]
  readonly width: number
}

/** Sets a short text on one line, to be placed with `labelled`. */
export function textLabel(text: string, style: TextStyle, context: Omit<TextContext, 'maxWidth'>): Label {
  const endless = 1e5
  const pieces = piecesOf([{ kind: 'text', text, style }], { ...context, maxWidth: endless })
  const lines = breakLines(pieces, { width: endless, justify: false, hang: false })
  const line = lines[0]
  if (!line) return { marks: [], width: 0 }
  return { marks: setLine(line, { justify: false, align: 'left' }).marks, width: line.natural }
}

/** Returns items with a label on the first baseline, its left edge at `x`. */
export function labelled(items: readonly FlowItem[], label: Label, x: number): FlowItem[] {
  return items.map((item, index) =>
    index === 0
      ? withMarks(
          item,
          label.marks.map((mark) => moved(mark, x, item.baseline ?? 0)),
        )
      : item,
  )
}
