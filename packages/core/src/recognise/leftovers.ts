import type { Leftover, Span } from '../schema/bank.ts'
import type { Line } from './lines/line.ts'
import { subtractSpans, trimSpan } from './spans.ts'

/**
 * Returns what of an article is in no question, in order: neighbouring lines with the same reason become one leftover.
 *
 * @param lines The lines of the article.
 * @param reasons Why each is in no question.
 * @param taken The spans of all questions, and of what the front door dropped: in order, disjoint.
 * @param dropped What the front door left out of the tree.
 * @param source The article's text.
 */
export function toLeftovers(
  lines: readonly Line[],
  reasons: readonly string[],
  taken: readonly Span[],
  dropped: readonly Leftover[],
  source: string,
): Leftover[] {
  const found: Leftover[] = [...dropped]
  for (let at = 0; at < lines.length; ) {
    const reason = reasons[at] as string
    let end = at + 1
    while (end < lines.length && reasons[end] === reason) end++
    const region = { start: (lines[at] as Line).start, end: (lines[end - 1] as Line).end }
    for (const part of subtractSpans([region], taken)) {
      const span = trimSpan(source, part)
      if (span) found.push({ span, reason })
    }
    at = end
  }
  if (lines.length === 0) {
    for (const part of subtractSpans([{ start: 0, end: source.length }], taken)) {
      const span = trimSpan(source, part)
      if (span) found.push({ span, reason: 'markup' })
    }
  }
  return found.toSorted((a, b) => a.span.start - b.span.start)
}
