import type { Document } from '../document.ts'
import type { Features, Place } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'
import { questionLikeness } from '../marks/question-words.ts'
import type { Candidate, ReadingStyle, Start } from './reading.ts'
import { bestRun, type Numbered, type Run } from './run.ts'
import { mayStart } from './starts.ts'
import { answerFollows, likenessBelow, optionsFollow } from './what-follows.ts'

const placeStyle: Readonly<Record<Place, ReadingStyle | undefined>> = {
  heading: 'numbered-heading',
  bold: 'numbered-bold',
  summary: 'numbered-summary',
  text: 'numbered-line',
  none: undefined,
}

/**
 * Returns the readings in which numbers count the questions, by where they stand and how they are written.
 *
 * @param document What is known of the document.
 */
export function numberedCandidates(document: Document): Candidate[] {
  const families = new Map<string, { style: ReadingStyle; detail: string; starts: Start[] }>()
  const add = (style: ReadingStyle, detail: string, start: Start): void => {
    const key = `${style} ${detail}`
    const family = families.get(key) ?? { style, detail, starts: [] }
    if (family.starts.at(-1)?.line !== start.line) family.starts.push(start)
    families.set(key, family)
  }
  for (const [index, { place, numbers, level, likeness, indent }] of document.features.entries()) {
    const style = placeStyle[place]
    if (!style || numbers.length === 0 || !mayStart(document, index)) continue
    const line = document.lines[index] as Line
    for (const number of numbers) {
      const start = {
        line: index,
        number,
        mark: indent + number.length,
        likeness: isWhole(line, indent + number.length)
          ? likenessBelow(document, index)
          : numbers.length === 1
            ? likeness
            : questionLikeness(line.text.slice(indent + number.length)),
      }
      const where = place === 'heading' || place === 'summary' ? '' : ` at level ${level}`
      add(style, `${number.style}${where}`, start)
      if (place !== 'summary') add('numbered-any', number.style, start)
      if (place !== 'summary' && mixable.has(number.style)) add('numbered-any', 'mixed', start)
      if (place === 'heading') add(style, 'any', start)
    }
  }
  return [...families.values()].flatMap(({ style, detail, starts }) => runCandidate(document, style, detail, starts))
}

/** Papers are put together from others: `3、` follows on `2.`. */
const mixable: ReadonlySet<string> = new Set(['dot', 'comma', 'colon'])

/** A number such as `QUESTION 12` may fill its line, or with a label in brackets: `3. 【城里的桥】`. */
function isWhole(line: Line, from: number): boolean {
  const rest = line.text.slice(from).trim()
  return ['text', 'heading', 'summary'].includes(line.kind) && (rest === '' || /^【[^【】?？]{1,40}】$/u.test(rest))
}

/**
 * Returns the reading in which the numbers of some starts run on best.
 *
 * @param document What is known of the document.
 * @param style How they are written.
 * @param detail What tells the reading apart from others of its style.
 * @param starts The starts, in order.
 */
export function runCandidate(
  document: Document,
  style: ReadingStyle,
  detail: string,
  starts: readonly Start[],
): Candidate[] {
  // The same numbers as headings of one level are looked at before the mixture.
  const usualDepth = mode(starts.map((start) => document.lines[start.line]?.depth ?? 0)) ?? 0
  const places = new Set(
    starts.map(({ line }) => `${document.features[line]?.place} ${document.features[line]?.level}`),
  )
  const isMixed = detail === 'mixed' && new Set(starts.map(({ number }) => number?.style)).size > 1
  if (style === 'numbered-any' && places.size < 2 && !isMixed) return []
  let section = 0
  let from = 0
  const answered = answeredAtOnce(document, starts)
  const entries: Numbered[] = starts.map((start) => {
    const sections = section
    for (; from < start.line; from++) if (opensSection(document, from, usualDepth)) section++
    return {
      line: start.line,
      value: start.number?.value ?? 0,
      prefix: start.number?.prefix,
      quality: quality(document, start, usualDepth) + (answered?.(start) ?? 0),
      asks: start.likeness >= 0.8,
      afterSection: section > sections,
      isHeading: usualDepth > 0 && document.lines[start.line]?.depth === usualDepth,
    }
  })
  const { chosen, regular, irregular } = withMissed(document, starts, bestRun(entries))
  const taken = withoutLabels(
    document,
    withoutInstructions(
      document,
      chosen.map((index) => starts[index] as Start),
    ),
  )
  return [{ style, detail, depth: usualDepth, regular, irregular, starts: taken }]
}

/** Without numbers that tell how a test goes, before they begin anew: only what is counted later has options. */
function withoutInstructions(document: Document, starts: readonly Start[]): readonly Start[] {
  const again = starts.findIndex(({ number }, at) => at > 0 && (number?.value ?? 0) <= 1)
  if (again < 2 || again * 2 > starts.length) return starts
  const [before, behind] = [starts.slice(0, again), starts.slice(again)]
  if (before.some(({ line, likeness }) => likeness >= 0.7 || optionsFollow(document, line))) return starts
  const optional = behind.filter(({ line }) => optionsFollow(document, line)).length
  return optional * 5 >= behind.length * 4 ? behind : starts
}

/**
 * A number that does not run on, between two that are chosen, counts a question all the same where options follow it as they
 * do the one before: it is misprinted, or questions were left out.
 */
function withMissed(document: Document, starts: readonly Start[], run: Run): Run {
  const taken = new Set(run.chosen)
  const hasOptions = (index: number | undefined): boolean => {
    const from = starts[index ?? -1]?.line
    if (index === undefined || from === undefined || !optionsFollow(document, from)) return false
    const option = document.roles.indexOf('option', from)
    return (starts[index + 1]?.line ?? option) >= option
  }
  let before: number | undefined
  let last = run.chosen.at(-1) ?? -1
  // Behind the last, too.
  while (last + 1 < starts.length && (starts[last + 1]?.number?.value ?? 0) > (starts[last]?.number?.value ?? 0)) last++
  const missed = starts.flatMap((start, index): number[] => {
    if (taken.has(index)) before = index
    if (before === undefined || taken.has(index) || index > last) return []
    const role = document.roles[start.line]
    return role === 'none' &&
      hasOptions(index) &&
      hasOptions(before) &&
      levelOf(document, start) === levelOf(document, starts[before])
      ? [index]
      : []
  })
  if (missed.length === 0) return run
  return {
    chosen: [...run.chosen, ...missed].toSorted((a, b) => a - b),
    regular: run.regular,
    irregular: run.irregular + missed.length,
  }
}

function levelOf({ features }: Document, start: Start | undefined): number | undefined {
  return start && features[start.line]?.level
}

/**
 * Where the same words stand behind most numbers, numbers in them aside, and ask nothing (`Question #3 Topic 1`, `第3题 单选`),
 * they belong to the mark: the stem is on the next line.
 */
function withoutLabels(document: Document, starts: readonly Start[]): Start[] {
  const labelOf = ({ line, mark, likeness }: Start): string => {
    const { kind, text } = document.lines[line] as Line
    const rest = kind === 'text' || kind === 'heading' ? text.slice(mark).trim() : ''
    return rest.length > 40 || likeness >= 0.5 ? '' : rest.replaceAll(/\p{Nd}{1,6}/gu, '0')
  }
  const labels = starts.map(labelOf)
  const usual = mode(labels.filter((label) => label !== ''))
  const share = labels.filter((label) => label === usual).length
  if (!usual || share < 2 || share * 5 < starts.length * 4) return [...starts]
  return starts.map((start, index) => {
    const line = document.lines[start.line] as Line
    const next = document.lines[start.line + 1]
    if (labels[index] !== usual || next?.kind !== 'text' || document.roles[start.line + 1] !== 'none') return start
    return { ...start, mark: line.text.length, likeness: likenessBelow(document, start.line) }
  })
}

function opensSection(document: Document, index: number, depth: number): boolean {
  const line = document.lines[index] as Line
  if (document.roles[index] === 'section') return true
  return (
    line.kind === 'heading' &&
    document.noise[index] === undefined &&
    (depth === 0 || line.depth < depth) &&
    !document.answers[index]
  )
}

/**
 * Where the marked answers of a page all stand right below numbered lines, those lines ask, and other numbers count within
 * answers. Returns what that is worth for a start; `undefined` where answers stand elsewhere too.
 */
function answeredAtOnce(document: Document, starts: readonly Start[]): ((start: Start) => number) | undefined {
  const answered = new Set(starts.filter(({ line }) => answerFollows(document, line)).map(({ line }) => line))
  const marked = document.roles.filter((role) => role === 'answer').length
  if (answered.size < 2 || answered.size * 5 < marked * 4) return undefined
  return ({ line, likeness }) => (answered.has(line) ? 0.5 : likeness < 0.7 ? -0.8 : 0)
}

function quality(document: Document, start: Start, usualDepth: number): number {
  const line = document.lines[start.line] as Line
  const feature = document.features[start.line] as Features
  let sum = start.likeness * 0.8 - 0.35
  if (feature.place === 'heading' || feature.place === 'bold') sum += 0.2
  if (line.depth !== usualDepth) sum -= 0.3
  if (line.blankBefore) sum += 0.1
  if (start.number?.explicit) sum += 0.4
  if (document.roles[start.line] === 'option') sum -= 0.8
  if (optionsFollow(document, start.line)) sum += 0.5
  if (line.text.length > 400) sum -= 0.3
  if (line.text.trim().length === start.mark) sum -= 0.2
  return sum
}

/** Returns the value that stands most often, the first of several; `undefined` for none. */
function mode<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: Value | undefined
  let most = 0
  for (const [value, count] of counts)
    if (count > most) {
      best = value
      most = count
    }
  return best
}
