import type { Point, Position } from 'unist'
import { linesOf } from './lines.ts'

/** Turns offsets of a source into points (line, column, offset), in logarithmic time. */
export interface LineIndex {
  /** Returns the point of an offset of UTF-16 units. */
  pointAt(offset: number): Point & { offset: number }
  /** Returns the position from `start` to `end`, exclusive. */
  position(start: number, end: number): Position
  /** Offset of the first unit of each line. */
  readonly starts: readonly number[]
  /** Offset after the last unit of each line, before its line end. */
  readonly ends: readonly number[]
}

/**
 * Returns the index of a source's lines.
 *
 * @param source A decoded text.
 */
export function indexLines(source: string): LineIndex {
  const starts: number[] = []
  const ends: number[] = []
  for (const { start, end } of linesOf(source)) {
    starts.push(start)
    ends.push(end)
  }
  const pointAt = (offset: number) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1, offset }
  }
  return { pointAt, position: (start, end) => ({ start: pointAt(start), end: pointAt(end) }), starts, ends }
}
