import type { Document } from '../document.ts'
import { candidates } from './candidates.ts'
import type { Candidate, Start } from './reading.ts'
import { type Scored, score, toTally } from './score.ts'

/** A page below this mean evidence asks nothing. */
export const leastEvidence = 0.42

/**
 * Returns the readings of a document, best first, each with its reasons.
 *
 * @param document What is known of the document.
 */
export function rankReadings(document: Document): Scored[] {
  const tally = toTally(document)
  const scored = candidates(document).map((candidate) => score(document, tally, candidate))
  scored.sort((a, b) => b.score - a.score)
  return scored
}

/**
 * Tells whether two readings begin (nearly) the same questions, so that choosing between them changes little.
 *
 * @param a A reading.
 * @param b Another.
 */
export function agree(a: Candidate, b: Candidate): boolean {
  const lines = new Set(a.starts.map((start) => start.line))
  const shared = b.starts.filter((start: Start) => lines.has(start.line)).length
  return shared >= 0.9 * Math.max(a.starts.length, b.starts.length)
}
