import type { Document } from '../document.ts'
import type { Features } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'
import type { Candidate, Start } from './reading.ts'
import { plainStart } from './starts.ts'

/**
 * Returns the readings of flash cards: lines that hold both sides (`front :: back`), and headings whose front and back a line
 * of its own divides (`%`, `?`).
 *
 * @param document What is known of the document.
 */
export function flashCards(document: Document): Candidate[] {
  const pairs = cardLines(document)
  const isDivider = (line: Line): boolean =>
    line.kind === 'text' && line.opens && /^\s{0,4}(?:%|\?|\?\?)\s{0,4}$/u.test(line.text) && !line.item
  const evidence = document.lines.filter((line) => isDivider(line) || isTagLine(line)).length
  if (evidence === 0) return pairs
  const byDepth = new Map<number, Start[]>()
  for (const line of document.lines) {
    if (line.kind !== 'heading' || document.noise[line.index]) continue
    const starts = byDepth.get(line.depth) ?? []
    starts.push(plainStart(document.features[line.index] as Features, line.index))
    byDepth.set(line.depth, starts)
  }
  const divided = [...byDepth].map(([depth, starts]) => ({
    style: 'flash-card' as const,
    detail: `heading ${depth}`,
    starts,
    depth,
    regular: evidence,
    irregular: 0,
  }))
  return [...pairs, ...divided]
}

/** Lines that hold both sides of a card. */
function cardLines({ pairs, features, noise }: Document): Candidate[] {
  if (pairs.size === 0) return []
  const starts = [...pairs.keys()]
    .filter((line) => noise[line] === undefined)
    .map((line) => {
      const start = plainStart(features[line] as Features, line)
      return { ...start, mark: Math.max(start.mark, pairs.get(line)?.start ?? 0) }
    })
  return [{ style: 'flash-card', detail: pairDetail, starts, depth: 0, regular: starts.length, irregular: 0 }]
}

/** What tells cards of one line apart from those that headings open. */
export const pairDetail = 'pair'

/** A line of nothing but tags: `#recursion #algorithms`, linked or not. */
function isTagLine(line: Line): boolean {
  return (
    line.kind === 'text' &&
    /^\s{0,4}#[\p{L}][\p{L}\p{Nd}_/-]{0,40}(?:[\s,，]{1,4}#[\p{L}][\p{L}\p{Nd}_/-]{0,40}){0,12}\s{0,4}$/u.test(
      line.text.slice(0, 600),
    )
  )
}
