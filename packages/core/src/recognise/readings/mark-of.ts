import type { Mark } from '../../schema/bank.ts'
import type { Document } from '../document.ts'
import type { Candidate } from './reading.ts'

/**
 * Returns the mark by which a reading finds questions: its style, how the first one begins, and how often.
 *
 * @param document What is known of the document.
 * @param candidate A reading.
 */
export function markOf({ lines }: Document, { style, starts, detail }: Candidate): Mark {
  const [first] = starts
  const line = first && lines[first.line]
  const opening = line ? openingOf(line.depth, line.item, line.text.slice(0, first.mark).trim()) : ''
  return { style, example: opening, count: starts.length, ...(detail === '' ? {} : { detail }) }
}

function openingOf(
  depth: number,
  item: { ordered: boolean; number?: string; delimiter: string } | undefined,
  mark: string,
): string {
  const bullet = item ? (item.ordered ? `${item.number ?? 1}${item.delimiter}` : item.delimiter) : ''
  return [bullet, '#'.repeat(depth), mark].filter((part) => part !== '').join(' ')
}
