import type { Span } from '../../schema/bank.ts'
import type { Line } from '../lines/line.ts'
import { sourceAt } from '../lines/runs.ts'

/**
 * Returns where a part of a line's text stands in the source.
 *
 * @param line The line.
 * @param from Offset in its text.
 * @param to Offset after the last.
 */
export function sourceSpan(line: Line, from: number, to: number): Span {
  if (line.runs.length === 0) return { start: line.start, end: line.contentEnd }
  const start = sourceAt(line.runs, from)
  const end = to >= line.text.length ? (line.runs.at(-1)?.end ?? start) : sourceAt(line.runs, to)
  return { start, end: Math.max(end, start) }
}
