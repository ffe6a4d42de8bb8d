import { say } from '../../messages/say.ts'
import type { Sentence } from '../../messages/sentence.ts'
import type { Document, LineRole } from '../document.ts'
import type { Features } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'
import { isApart } from '../marks/apart.ts'
import { hasCloze } from '../marks/deletions.ts'
import { isFolding } from '../marks/folding.ts'
import { titleKey } from '../marks/title-key.ts'
import { questionEnds } from './extent.ts'
import { runInDetail } from './line-candidates.ts'
import type { Candidate, ReadingStyle, Start } from './reading.ts'

/** A reading with what speaks for it. */
export interface Scored {
  readonly candidate: Candidate
  /** Higher is better; comparable within one document. */
  readonly score: number
  /** Mean evidence of its questions, 0–1. */
  readonly evidence: number
  /** Sentences that say why. */
  readonly reasons: readonly Sentence[]
}

/** How far each way of reading is to be trusted where the evidence is the same. */
const prior: Readonly<Record<ReadingStyle, number>> = {
  'numbered-heading': 1.15,
  'numbered-bold': 1.15,
  'numbered-line': 1.1,
  'numbered-summary': 1.1,
  'numbered-any': 1,
  heading: 1,
  'bold-line': 1,
  bullet: 0.95,
  details: 1,
  prefix: 1.15,
  'flash-card': 1,
  'table-row': 1.3,
  'question-line': 0.7,
  'before-options': 0.75,
  'cloze-line': 1,
}

/** Sums over the lines of a document, so that any stretch of it is counted at once. */
export interface Tally {
  /** How many lines before an index have a role. */
  readonly roles: Readonly<Record<LineRole, Uint32Array>>
  /** How many option groups begin before an index. */
  readonly groups: Uint32Array
  /** How many units of text stand before an index, noise not counted. */
  readonly text: Float64Array
}

/**
 * Returns sums over a document's lines.
 *
 * @param document What is known of the document.
 */
export function toTally({ lines, roles, groups, noise }: Document): Tally {
  const size = lines.length + 1
  const counts = {
    none: new Uint32Array(size),
    option: new Uint32Array(size),
    key: new Uint32Array(size),
    answer: new Uint32Array(size),
    explanation: new Uint32Array(size),
    section: new Uint32Array(size),
  } satisfies Record<LineRole, Uint32Array>
  const opens = new Set(groups.map((group) => group.first))
  const begun = new Uint32Array(size)
  const text = new Float64Array(size)
  for (const [index, line] of lines.entries()) {
    for (const role of Object.keys(counts) as LineRole[])
      counts[role][index + 1] = (counts[role][index] as number) + (roles[index] === role ? 1 : 0)
    begun[index + 1] = (begun[index] as number) + (opens.has(index) ? 1 : 0)
    text[index + 1] = (text[index] as number) + (noise[index] === undefined ? line.text.trim().length : 0)
  }
  return { roles: counts, groups: begun, text }
}

const count = (sums: Uint32Array | Float64Array, from: number, to: number): number =>
  (sums[to] as number) - (sums[from] as number)

/**
 * Returns a reading's score: the mean evidence of its questions counts most, then how many they are, how much of the
 * document they explain, and how regularly their numbers run.
 *
 * @param document What is known of the document.
 * @param tally Sums over its lines.
 * @param candidate The reading.
 * @param range The lines to judge by. Default: all.
 */
export function score(
  document: Document,
  tally: Tally,
  candidate: Candidate,
  range: readonly [number, number] = [0, document.lines.length],
): Scored {
  const { starts } = candidate
  if (starts.length === 0) return { candidate, score: 0, evidence: 0, reasons: [say('why.nothing')] }
  const ends = questionEnds(document, candidate, range[1])
  const facts = starts.map((start, index) => factsOf(document, tally, candidate, start, ends[index] as number))
  const evidence =
    (facts.reduce((sum, fact) => sum + fact.evidence, 0) / facts.length) *
    standing(document, candidate) *
    (isTold(document, candidate, facts) ? 1 : 0.6)
  const explained = starts.reduce((sum, start, index) => sum + count(tally.text, start.line, ends[index] as number), 0)
  const coverage = explained / Math.max(count(tally.text, range[0], range[1]), 1)
  const held = starts.reduce((sum, start, index) => sum + count(tally.groups, start.line, ends[index] as number), 0)
  const groups = count(tally.groups, range[0], range[1])
  const groupShare = groups === 0 ? 1 : held / groups
  const steps = candidate.regular + candidate.irregular
  const order = candidate.style.startsWith('numbered') && steps > 0 ? 0.5 + (0.5 * candidate.regular) / steps : 1
  const total =
    prior[candidate.style] *
    evidence ** 2 *
    Math.log2(1 + starts.length) *
    (0.35 + 0.65 * coverage) *
    (0.4 + 0.6 * groupShare) *
    order
  const asking = starts.filter((start) => start.likeness >= 0.7).length
  const withOptions = facts.filter((fact) => fact.groups === 1).length
  const withAnswer = facts.filter((fact) => fact.answered).length
  return {
    candidate,
    score: total,
    evidence,
    reasons: [
      say('why.asking', { asking, count: starts.length }),
      ...(candidate.style.startsWith('numbered') ? [say('why.steps', { regular: candidate.regular, steps })] : []),
      ...(withOptions > 0 ? [say('why.options', { count: withOptions })] : []),
      ...(groups > 0 && groupShare < 1 ? [say('why.outside', { count: Math.round((1 - groupShare) * groups) })] : []),
      ...(withAnswer > 0 ? [say('why.answers', { count: withAnswer })] : []),
      say('why.coverage', { percent: Math.round(coverage * 100) }),
    ],
  }
}

/** A few headings with a question mark among many without are rhetoric, unless the page says that it is about questions. */
function standing(document: Document, { style, starts }: Candidate): number {
  if (style !== 'heading' || starts.length > 12 || saysSo(document, starts)) return 1
  const depths = new Set(starts.map((start) => document.lines[start.line]?.depth))
  const peers = document.lines.filter(
    (line) => line.kind === 'heading' && depths.has(line.depth) && document.noise[line.index] === undefined,
  ).length
  return starts.length * 2 < peers ? 0.45 : 1
}

/** The page says that it is about questions, or the parts in which most of a reading's questions stand do. */
function saysSo({ topic }: Document, starts: readonly Start[]): boolean {
  return topic.page > 0 || starts.filter(({ line }) => topic.parts[line]).length * 2 > starts.length
}

/**
 * A page that never says that it asks, marks neither options nor answers, and has few titles that ask outright tells what
 * to do ("List your dependencies", "How to install it"), unless nearly every title is worded as examiners do.
 */
function isTold(document: Document, { starts, style }: Candidate, facts: readonly Facts[]): boolean {
  if (style === 'flash-card' || style === 'cloze-line' || style === 'table-row' || saysSo(document, starts)) return true
  if (facts.filter((fact) => fact.answered || fact.groups > 0).length * 3 >= facts.length) return true
  const outright = starts.filter((start) => start.likeness >= 0.85 || start.number?.explicit).length
  return (
    outright * (style.startsWith('numbered') ? 4 : 2) >= starts.length ||
    starts.filter((start) => start.likeness >= 0.8).length * 5 >= starts.length * 4
  )
}

interface Facts {
  readonly evidence: number
  readonly groups: number
  readonly answered: boolean
}

function factsOf(document: Document, tally: Tally, candidate: Candidate, start: Start, end: number): Facts {
  const line = document.lines[start.line] as Line
  const feature = document.features[start.line] as Features
  const groups = count(tally.groups, start.line, end)
  const keys = count(tally.roles.key, start.line, end)
  const marks = keys + count(tally.roles.answer, start.line, end) + count(tally.roles.explanation, start.line, end)
  const body = count(tally.text, start.line + 1, end)
  const title = line.text.slice(start.mark).trim()
  let sum = 0.5 * start.likeness
  if (groups === 1) sum += 0.35
  else if (groups > 1) sum -= 0.2
  const keyed = groups > 0 && (document.keys.at(-1)?.from ?? 0) > start.line
  if ((keys > 0 && groups > 0) || keyed) sum += 0.2
  else if (marks > 0) sum += marks <= 3 ? 0.25 : 0.05
  const isRunIn = candidate.style === 'bold-line' && candidate.detail === runInDetail
  if (body > 0 || isRunIn) sum += 0.12
  if (start.number && candidate.style.startsWith('numbered')) sum += start.number.style === 'bare' ? 0.02 : 0.15
  if (start.number?.explicit || candidate.style === 'prefix') sum += 0.3
  if (feature.place === 'heading' || feature.place === 'bold' || feature.place === 'summary' || isRunIn) sum += 0.08
  if (candidate.style === 'flash-card') sum += Math.min(0.35, (0.5 * candidate.regular) / candidate.starts.length)
  if (candidate.style === 'flash-card' && document.pairs.has(start.line)) sum += 0.4
  // The head of the table says so, whatever the rows say.
  if (candidate.style === 'table-row') sum += 0.45
  if (candidate.style === 'before-options') sum -= 0.1
  if (candidate.style === 'question-line') sum -= 0.1
  // Nobody writes `{{c1::…}}` by chance.
  if (hasCloze(line) || candidate.style === 'cloze-line') sum += 0.3
  if (document.contents.size > 0 && document.contents.has(titleKey(title))) sum += 0.15
  sum += 0.12 * Math.max(document.topic.page, document.topic.parts[start.line] ? 0.6 : 0)
  if (title.length > 500) sum -= 0.2
  if (title.length === 0 && body === 0) sum -= 0.5
  if (document.roles[start.line] === 'option') sum -= 0.6
  if (isApart(title)) sum -= 0.4
  if (title !== '' && isFolding(title)) sum -= 0.8
  return { evidence: Math.min(Math.max(sum, 0), 1), groups, answered: marks > 0 }
}
