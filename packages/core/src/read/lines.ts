/** One line of a source. */
export interface Line {
  /** Its number, from 1. */
  readonly line: number
  /** Offset of its first unit. */
  readonly start: number
  /** Offset after its last unit, before the line end. */
  readonly end: number
}

/**
 * Yields the lines of a text. A line ends with LF, CR LF or CR, as in CommonMark; the last one ends with the text.
 *
 * @param source A decoded text.
 */
export function* linesOf(source: string): Generator<Line> {
  let line = 1
  let start = 0
  for (let at = 0; at <= source.length; at++) {
    const unit = at < source.length ? source.charCodeAt(at) : -1
    if (unit !== 10 && unit !== 13 && unit !== -1) continue
    yield { line, start, end: at }
    if (unit === 13 && source.charCodeAt(at + 1) === 10) at++
    line++
    start = at + 1
  }
}
