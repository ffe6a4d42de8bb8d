import type { Document } from '../document.ts'
import type { Features } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'
import type { Candidate, Start } from './reading.ts'
import { plainStart } from './starts.ts'

/**
 * Returns the readings in which headings are cards whose front and back a line of its own divides: `%`, `?`.
 *
 * @param document What is known of the document.
 */
export function flashCards(document: Document): Candidate[] {
  const isDivider = (line: Line): boolean =>
    line.kind === 'text' && line.opens && /^\s{0,4}(?:%|\?|\?\?)\s{0,4}$/u.test(line.text) && !line.item
  const evidence = document.lines.filter((line) => isDivider(line) || isTagLine(line)).length
  if (evidence === 0) return []
  const byDepth = new Map<number, Start[]>()
  for (const line of document.lines) {
    if (line.kind !== 'heading' || document.noise[line.index]) continue
    const starts = byDepth.get(line.depth) ?? []
    starts.push(plainStart(document.features[line.index] as Features, line.index))
    byDepth.set(line.depth, starts)
  }
  return [...byDepth].map(([depth, starts]) => ({
    style: 'flash-card' as const,
    detail: `heading ${depth}`,
    starts,
    depth,
    regular: evidence,
    irregular: 0,
  }))
}

/** A line of nothing but tags: `#recursion #algorithms`, linked or not. */
function isTagLine(line: Line): boolean {
  return (
    line.kind === 'text' &&
    /^\s{0,4}#[\p{L}][\p{L}\p{Nd}_/-]{0,40}(?:[\s,，]{1,4}#[\p{L}][\p{L}\p{Nd}_/-]{0,40}){0,12}\s{0,4}$/u.test(
      line.text.slice(0, 600),
    )
  )
}
