import type { Span } from '../schema/bank.ts'

/**
 * Returns spans in order and disjoint; those that touch or overlap are joined.
 *
 * @param spans Spans of one source.
 */
export function joinSpans(spans: readonly Span[]): Span[] {
  const sorted = spans.filter((span) => span.end > span.start).toSorted((a, b) => a.start - b.start || a.end - b.end)
  const joined: Span[] = []
  for (const span of sorted) {
    const last = joined.at(-1)
    if (last && span.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else joined.push(span)
  }
  return joined
}

/**
 * Returns the parts of spans that lie within others.
 *
 * @param spans Spans in order, disjoint.
 * @param within Spans in order, disjoint.
 */
export function intersectSpans(spans: readonly Span[], within: readonly Span[]): Span[] {
  const out: Span[] = []
  for (let a = firstAfter(spans, within[0]?.start ?? 0), b = 0; a < spans.length && b < within.length; ) {
    const one = spans[a] as Span
    const other = within[b] as Span
    const start = Math.max(one.start, other.start)
    const end = Math.min(one.end, other.end)
    if (start < end) out.push({ start, end })
    if (one.end < other.end) a++
    else b++
  }
  return out
}

/** Index of the first span that ends after an offset. */
function firstAfter(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as Span).end > offset) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * Returns what of spans lies in none of others.
 *
 * @param spans Spans in order, disjoint.
 * @param without Spans in order, disjoint.
 */
export function subtractSpans(spans: readonly Span[], without: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const span of spans) {
    let at = span.start
    for (let index = firstAfter(without, at); index < without.length; index++) {
      const hole = without[index] as Span
      if (hole.start >= span.end) break
      if (hole.start > at) out.push({ start: at, end: hole.start })
      at = Math.max(at, hole.end)
    }
    if (at < span.end) out.push({ start: at, end: span.end })
  }
  return out
}

/**
 * Returns a span without white space at its ends, or `undefined` for one of nothing else.
 *
 * @param source The text.
 * @param span A span of it.
 */
export function trimSpan(source: string, { start, end }: Span): Span | undefined {
  const text = source.slice(start, end)
  const lead = text.length - text.trimStart().length
  if (lead === text.length) return undefined
  return { start: start + lead, end: start + text.trimEnd().length }
}

/**
 * Returns the source of lines as spans without white space at their ends.
 *
 * @param lines The lines, in order.
 * @param source The text.
 * @param elsewhere A span that belongs to them but stands apart.
 */
export function spansOfLines(lines: readonly Span[], source: string, elsewhere?: Span): Span[] {
  const own = lines.map(({ start, end }) => ({ start, end }))
  return joinSpans(elsewhere ? [...own, elsewhere] : own).flatMap((span) => trimSpan(source, span) ?? [])
}
