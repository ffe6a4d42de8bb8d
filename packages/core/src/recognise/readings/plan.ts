import type { Confidence } from '../../schema/bank.ts'
import type { Document } from '../document.ts'
import { agree, leastEvidence, rankReadings } from './choose.ts'
import { questionEnds } from './extent.ts'
import type { Candidate, ReadingStyle, Start } from './reading.ts'
import { type Scored, score, toTally } from './score.ts'

/** Where one question stands in the document. */
export interface PlannedBlock {
  readonly start: Start
  /** Index of the line after its last. */
  readonly end: number
  readonly style: ReadingStyle
}

/** How a document is read. */
export interface Plan {
  readonly best: Candidate | undefined
  readonly runnerUp: Candidate | undefined
  readonly confidence: Confidence
  readonly blocks: readonly PlannedBlock[]
  readonly ranked: readonly Scored[]
}

/**
 * Returns how a document is read: the reading with the best score, and, for parts of the page in which it finds nothing,
 * the reading that is best there.
 *
 * @param document What is known of the document.
 */
export function plan(document: Document): Plan {
  const ranked = rankReadings(document)
  const [first] = ranked
  if (!first || first.evidence < leastEvidence)
    return { best: undefined, runnerUp: first?.candidate, confidence: 'sure', blocks: [], ranked }
  const best = first.candidate
  const ends = questionEnds(document, best)
  const main = best.starts.map(
    (start, index): PlannedBlock => ({ start, end: ends[index] as number, style: best.style }),
  )
  const blocks = [...main, ...elsewhere(document, ranked.slice(1), main)].toSorted(
    (a, b) => a.start.line - b.start.line,
  )
  const rival = ranked.find((scored) => scored !== first && !agree(scored.candidate, best))
  const closeness = rival ? rival.score / first.score : 0
  return {
    best,
    runnerUp: rival && closeness > 0.5 ? rival.candidate : undefined,
    confidence: confidenceOf(first, closeness),
    blocks,
    ranked,
  }
}

/** A single question needs more than its own words: options, or a mark of its answer. */
function convinces(document: Document, { evidence, candidate }: Scored): boolean {
  if (candidate.starts.length > 1) return evidence >= leastEvidence
  const [start] = candidate.starts
  const end = start ? (questionEnds(document, candidate)[0] ?? 0) : 0
  return evidence >= 0.6 && document.roles.slice(start?.line ?? 0, end).some((role) => role !== 'none' && role !== 'section')
}

function confidenceOf({ evidence, candidate }: Scored, closeness: number): Confidence {
  const steps = candidate.regular + candidate.irregular
  const broken = candidate.style.startsWith('numbered') && steps > 0 ? candidate.irregular / steps : 0
  if (evidence < 0.5 || closeness > 0.9 || broken > 0.25) return 'unsure'
  if (evidence < 0.65 || closeness > 0.75 || broken > 0.1) return 'likely'
  return 'sure'
}

/** Questions of a part of the page are found by another reading only if they are this evident. */
const leastElsewhere = 0.62

/** Looks for questions in the parts of the page, from heading to heading, in which the main reading has none. */
function elsewhere(document: Document, others: readonly Scored[], main: readonly PlannedBlock[]): PlannedBlock[] {
  const tally = toTally(document)
  const found: PlannedBlock[] = []
  for (const [from, to] of gaps(document, main)) {
    let chosen: Scored | undefined
    for (const { candidate } of others) {
      if (candidate.style === 'heading' || candidate.style === 'question-line') continue
      const starts = candidate.starts.filter((start) => start.line >= from && start.line < to)
      if (starts.length === 0) continue
      const scored = score(document, tally, { ...candidate, starts }, [from, to])
      const asking = starts.filter((start) => start.likeness >= 0.7).length
      if (scored.evidence < leastElsewhere || asking * 3 < starts.length * 2) continue
      if (!chosen || scored.score > chosen.score) chosen = scored
    }
    if (!chosen) continue
    const { candidate } = chosen
    const ends = questionEnds(document, candidate, to)
    found.push(
      ...candidate.starts.map(
        (start, index): PlannedBlock => ({ start, end: Math.min(ends[index] as number, to), style: candidate.style }),
      ),
    )
  }
  return found
}

/** Stretches between headings that lie in no question. */
function gaps(document: Document, main: readonly PlannedBlock[]): Array<readonly [number, number]> {
  const taken = new Uint8Array(document.lines.length)
  for (const { start, end } of main) taken.fill(1, start.line, end)
  const found: Array<readonly [number, number]> = []
  for (let at = 0; at < taken.length; ) {
    if (taken[at]) {
      at++
      continue
    }
    let end = at + 1
    while (end < taken.length && !taken[end] && document.lines[end]?.kind !== 'heading') end++
    found.push([at, end])
    at = end
  }
  return found
}
