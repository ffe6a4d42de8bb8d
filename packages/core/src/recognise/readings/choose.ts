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
  const [first] = scored
  const fuller =
    first &&
    scored.find(
      (other) => completes(other, first) || counts(other, first) || covers(other, first) || asksWithin(other, first),
    )
  return fuller ? [fuller, ...scored.filter((other) => other !== fuller)] : scored
}

/** The numbers of a reading run on without a gap, and begin within what another, that sees no marks, takes for questions. */
function counts({ candidate, score: own, evidence }: Scored, best: Scored): boolean {
  if (!candidate.style.startsWith('numbered') || !['before-options', 'question-line'].includes(best.candidate.style))
    return false
  if (candidate.irregular > 0 || candidate.starts.length < 2 || evidence < 0.65 || own < 0.5 * best.score) return false
  return candidate.starts.length * 4 >= best.candidate.starts.length * 3
}

/** What stands before each group of options asks, wherever it is put as a question and where it is not (`…, namely:`). */
function covers({ candidate, evidence }: Scored, best: Scored): boolean {
  if (candidate.style !== 'before-options' || best.candidate.style !== 'question-line' || evidence < 0.5) return false
  const lines = new Set(candidate.starts.map(({ line }) => line))
  return (
    candidate.starts.length > best.candidate.starts.length && best.candidate.starts.every(({ line }) => lines.has(line))
  )
}

/**
 * Written-out numbers (`【问题1】`) begin anew below every heading of another reading, twice at least: the headings are cases,
 * and what is asked about each stands below it.
 */
function asksWithin({ candidate, evidence }: Scored, best: Scored): boolean {
  const headings = best.candidate.starts
  if (!best.candidate.style.endsWith('heading') || headings.length < 2 || evidence < 0.65) return false
  if (candidate.style !== 'numbered-line' || !candidate.starts.every(({ number }) => number?.explicit)) return false
  return headings.every(({ line }, at) => {
    const inside = candidate.starts.filter(
      (start) => start.line > line && start.line < (headings[at + 1]?.line ?? Number.POSITIVE_INFINITY),
    )
    return inside.length >= 2 && inside[0]?.number?.value === 1
  })
}

/**
 * Tells whether a reading's numbers run on as well as another's, with all questions of it and some that it missed.
 *
 * @param reading The reading.
 * @param best The other.
 */
export function completes(reading: Scored, best: Scored): boolean {
  const { candidate, score: own, evidence } = reading
  if (candidate.style !== 'numbered-any' || !best.candidate.style.startsWith('numbered')) return false
  if (candidate.starts.length <= best.candidate.starts.length || own < 0.85 * best.score) return false
  if (candidate.irregular > best.candidate.irregular || evidence < best.evidence - 0.1) return false
  const lines = new Set(candidate.starts.map(({ line }) => line))
  return best.candidate.starts.every(({ line }) => lines.has(line))
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
