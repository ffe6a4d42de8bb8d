import type { BrokenLine } from '../text/break-lines.ts'
import { setLine } from '../text/set-line.ts'
import type { FlowItem } from './flow-item.ts'
import type { Mark } from './mark.ts'

/** How lines stand below each other. Lengths in points. */
export interface LineSetting {
  readonly x: number
  readonly size: number
  readonly leading: number
  readonly justify: boolean
  readonly align: 'left' | 'center' | 'right'
}

/**
 * Turns broken lines into items of a column, with widows and orphans kept together.
 * A line is as high as the leading, or higher where a formula needs it.
 */
export function linesToItems(lines: readonly BrokenLine[], setting: LineSetting): FlowItem[] {
  const leading = setting.size * setting.leading
  const above = (leading - setting.size) / 2 + setting.size * 0.88
  const below = leading - above
  return lines.map((line, index) => {
    const set = setLine(line, setting)
    const baseline = Math.max(above, set.ascent + 1)
    const height = baseline + Math.max(below, set.descent + 1)
    const marks = set.marks.map((mark) => moved(mark, setting.x, baseline))
    const isWidowOrOrphan = lines.length > 1 && (index === 0 || index === lines.length - 2)
    return { height, before: 0, marks, baseline, keep: isWidowOrOrphan ? 'if-possible' : undefined }
  })
}

/** Returns a mark moved right by `x` and down by `y`. */
export function moved(mark: Mark, x: number, y: number): Mark {
  if (mark.kind === 'stroke')
    return { ...mark, points: mark.points.map((value, index) => value + (index % 2 === 0 ? x : y)) }
  return { ...mark, x: mark.x + x, y: mark.y + y }
}
