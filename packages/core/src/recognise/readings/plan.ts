import { say } from '../../messages/say.ts'
import { joined } from '../../messages/sentence.ts'
import type { Confidence } from '../../schema/bank.ts'
import type { Settings } from '../../settings.ts'
import { type PlacedCorrection, rangeOf } from '../apply-settings.ts'
import type { Document } from '../document.ts'
import { hasCloze } from '../marks/deletions.ts'
import { titleKey } from '../marks/title-key.ts'
import type { Guess } from '../recognition.ts'
import { agree, completes, leastEvidence, rankReadings } from './choose.ts'
import { questionEnds } from './extent.ts'
import type { Candidate, ReadingStyle, Start } from './reading.ts'
import { type Scored, score, toTally } from './score.ts'
import { plainStart } from './starts.ts'
import { toldReading } from './told.ts'

/** Where one question stands in the document. */
export interface PlannedBlock {
  readonly start: Start
  /** Index of the line after its last. */
  readonly end: number
  readonly style: ReadingStyle
  /** A person said so. */
  readonly told?: boolean
}

/** How a document is read. */
export interface Plan {
  readonly best: Candidate | undefined
  readonly runnerUp: Candidate | undefined
  readonly confidence: Confidence
  readonly blocks: readonly PlannedBlock[]
  readonly ranked: readonly Scored[]
  readonly guesses: readonly Guess[]
  /** How a person said that questions begin, where nothing begins so. */
  readonly unknownMark?: string
}

/**
 * Returns how a document is read: as a person said, or by the reading with the best score; and, for parts of the page in
 * which that finds nothing, by the reading that is best there.
 *
 * @param document What is known of the document.
 * @param settings What a person says about how it is to be read.
 * @param corrections What a person says about single questions.
 */
export function plan(document: Document, settings: Settings = {}, corrections: readonly PlacedCorrection[] = []): Plan {
  const ranked = rankReadings(document)
  const told = settings.questions === undefined ? undefined : toldReading(document, settings.questions, ranked)
  const [first] = ranked
  const best = told ?? (first && convinces(document, first) ? first.candidate : undefined)
  const unknown = settings.questions !== undefined && !told ? { unknownMark: settings.questions } : {}
  const added = corrections.filter(({ correction }) => correction.question === true)
  if (!best && added.length === 0)
    return {
      best: undefined,
      runnerUp: first?.candidate,
      confidence: 'sure',
      blocks: [],
      ranked,
      guesses: [],
      ...unknown,
    }
  const main = best
    ? blocksOf(document, withCorrections(document, best, corrections))
    : blocksOf(document, withCorrections(document, empty, corrections))
  const others = told
    ? []
    : elsewhere(
        document,
        ranked.filter((scored) => scored.candidate !== best),
        main,
      )
  const blocks = stretched(
    document,
    [...main, ...others].toSorted((a, b) => a.start.line - b.start.line),
    corrections,
  )
  const rival =
    best &&
    ranked.find(
      (scored) =>
        !agree(scored.candidate, best) &&
        !isPart(document, scored.candidate, best) &&
        !(first?.candidate === best && completes(first, scored)),
    )
  const closeness = rival && first ? rival.score / first.score : 0
  return {
    best,
    runnerUp: rival && closeness > 0.5 ? rival.candidate : undefined,
    confidence:
      told || !first ? 'sure' : isOutline(document, first.candidate) ? 'unsure' : confidenceOf(first, closeness),
    blocks,
    ranked,
    guesses: best ? guessesOf(document, best) : [],
    ...unknown,
  }
}

/** Hidden words within the questions of a reading are no other way to read them, nor are fewer headings than the contents name. */
function isPart({ contents, lines }: Document, { style, starts }: Candidate, whole: Candidate): boolean {
  if (style !== 'cloze-line' && (style !== 'heading' || whole.style !== 'heading')) return false
  const own = new Set(starts.map((start) => start.line))
  const others = whole.starts.filter((start) => !own.has(start.line))
  if (others.length + starts.length > whole.starts.length) return false
  return style === 'cloze-line' || others.every(({ line }) => contents.has(titleKey(lines[line]?.text ?? '')))
}

const empty: Candidate = { style: 'question-line', detail: '', starts: [], depth: 0, regular: 0, irregular: 0 }

function blocksOf(document: Document, candidate: Candidate): PlannedBlock[] {
  const ends = questionEnds(document, candidate)
  return candidate.starts.map((start, index) => ({ start, end: ends[index] as number, style: candidate.style }))
}

/** Starts that a person took away or added. */
function withCorrections(
  document: Document,
  candidate: Candidate,
  corrections: readonly PlacedCorrection[],
): Candidate {
  const lineOf = (start: Start): number => document.lines[start.line]?.number ?? 0
  const names = ({ key, line }: PlacedCorrection, start: Start): boolean =>
    start.number?.printed === key.trim() || line === lineOf(start)
  const kept = candidate.starts.filter(
    (start) => !corrections.some((one) => one.correction.question === false && names(one, start)),
  )
  const added = corrections.flatMap(({ correction, line }): Start[] => {
    if (correction.question !== true || kept.some((start) => lineOf(start) === line)) return []
    const at = document.lines.findIndex((one) => one.number === line)
    const feature = document.features[at]
    return feature ? [plainStart(feature, at)] : []
  })
  return { ...candidate, starts: [...kept, ...added].toSorted((a, b) => a.line - b.line) }
}

/** Questions whose extent a person gave; what they no longer take belongs to none. */
function stretched(
  document: Document,
  blocks: readonly PlannedBlock[],
  corrections: readonly PlacedCorrection[],
): PlannedBlock[] {
  return blocks.map((block, index) => {
    const first = document.lines[block.start.line]?.number ?? 0
    const one = corrections.find(
      ({ key, line, correction }) => correction.lines && (block.start.number?.printed === key.trim() || line === first),
    )
    const range = one && rangeOf(one.correction.lines ?? '')
    if (!range) return block
    const limit = blocks[index + 1]?.start.line ?? document.lines.length
    let end = block.start.line + 1
    while (end < limit && (document.lines[end]?.number ?? 0) <= range[1]) end++
    return { ...block, end, told: true }
  })
}

/** Numbers that could be read in two ways: `18.1x1` is 18, for 17 and 19 stand beside it. */
function guessesOf({ lines }: Document, { starts }: Candidate): Guess[] {
  return starts.flatMap(({ line, number, mark }, index): Guess[] => {
    const text = lines[line]?.text ?? ''
    if (!number || number.length === 0 || !/^\p{Nd}/u.test(text.slice(mark)) || /\s$/u.test(text.slice(0, mark)))
      return []
    const beside = [starts[index - 1]?.number?.printed, starts[index + 1]?.number?.printed].filter(
      (one) => one !== undefined,
    )
    return [
      {
        line: lines[line]?.number ?? 1,
        ruleId: 'number-before-digit',
        message: say('number-before-digit', {
          number: number.printed,
          text: text.slice(mark, mark + 12),
          other: `${text.slice(0, mark).trim()}${text.slice(mark, mark + 1)}`,
          beside: joined(...beside.flatMap((one, at) => (at === 0 ? [one] : [say('number-before-digit.and'), one]))),
        }),
      },
    ]
  })
}

/** A single question needs more than its own words: options, a mark of its answer, or a part that it hides. */
function convinces(document: Document, { evidence, candidate }: Scored): boolean {
  if (candidate.starts.length > 1) return evidence >= leastEvidence
  const [start] = candidate.starts
  const end = start ? (questionEnds(document, candidate)[0] ?? 0) : 0
  return (
    evidence >= 0.6 &&
    (document.roles.slice(start?.line ?? 0, end).some((role) => role !== 'none' && role !== 'section') ||
      document.lines.slice(start?.line ?? 0, end).some((line) => hasCloze(line)))
  )
}

/** Few headings of which hardly any asks, on a page with neither options nor a mark of an answer, may be an outline. */
function isOutline({ roles, contents, lines, topic }: Document, { style, starts }: Candidate): boolean {
  if (style === 'heading' || (style === 'flash-card' && topic.page === 0)) {
    const asking = starts.filter(({ likeness }) => likeness >= 0.7).length
    return (
      starts.length < 5 && asking * 2 < starts.length && roles.every((role) => role === 'none' || role === 'section')
    )
  }
  if (style === 'numbered-heading' && roles.every((role) => role === 'none' || role === 'section')) {
    const title = lines.find(({ kind }) => kind === 'heading')?.text ?? ''
    if (namesSyllabus.test(title) && !starts.some(({ likeness }) => likeness >= 0.9)) return true
  }
  if (style !== 'numbered-heading' || starts.some(({ likeness, number }) => likeness >= 0.5 || number?.explicit))
    return false
  if (starts.length >= 8 || roles.some((role) => role !== 'none' && role !== 'section')) return false
  const title = lines.find(({ kind }) => kind === 'heading')?.text ?? ''
  return asksByTitle.test(title) ? starts.every(({ line }) => !contents.has(titleKey(lines[line]?.text ?? ''))) : true
}

/** A page of this title may list its questions without asking any outright. */
const asksByTitle = /questions?\b|q\s?&\s?a|\bfaq|quiz|题|问答|面经|八股/iu

/** What is to be learnt, in the words of those who set exams, is asked nowhere. */
const namesSyllabus =
  /\b(?:objectives?|syllabus|curriculum|exam (?:guide|outline|blueprint|topics)|skills measured)\b/iu

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
      const starts = startsWithin(candidate.starts, from, to)
      if (starts.length === 0) continue
      const scored = score(document, tally, { ...candidate, starts }, [from, to])
      const asking = starts.filter((start) => start.likeness >= 0.7).length
      const single =
        starts.length === 1 && (tally.groups[to] as number) === (tally.groups[starts[0]?.line ?? 0] as number)
      if (single || scored.evidence < leastElsewhere || asking * 3 < starts.length * 2) continue
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

/** The starts that lie in a range of lines; starts are in order. */
function startsWithin(starts: readonly Start[], from: number, to: number): Start[] {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as Start).line < from) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < starts.length && (starts[end] as Start).line < to) end++
  return starts.slice(low, end)
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
