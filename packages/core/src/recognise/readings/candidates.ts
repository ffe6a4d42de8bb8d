import type { Document } from '../document.ts'
import type { Features, Place } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'
import { isApart } from '../marks/apart.ts'
import { firstCloze } from '../marks/deletions.ts'
import { questionLikeness } from '../marks/question-words.ts'
import { headingCandidates } from './heading-candidates.ts'
import type { Candidate, ReadingStyle, Start } from './reading.ts'
import { bestRun, type Numbered } from './run.ts'

/**
 * Returns all ways in which a document could mark its questions that have at least one question.
 *
 * @param document What is known of the document.
 */
export function candidates(document: Document): Candidate[] {
  return [
    ...numberedCandidates(document),
    ...headingCandidates(document),
    ...lineCandidates(document),
    ...prefixCandidates(document),
    ...flashCards(document),
    ...beforeOptions(document),
    ...tableRows(document),
    ...clozeLines(document),
  ]
    .map((candidate) => outsideKeys(document, candidate))
    .filter((candidate) => candidate.starts.length > 0)
}

/** Without what an answer key begins as questions begin. */
function outsideKeys({ inKey }: Document, candidate: Candidate): Candidate {
  const starts = candidate.starts.filter(({ line }) => !inKey[line])
  return starts.length === candidate.starts.length ? candidate : { ...candidate, starts }
}

/** A line may begin a question: it has text of its own and is no noise, option, key or explanation. */
export function mayStart(document: Document, index: number): boolean {
  const role = document.roles[index]
  if (document.inKey[index] || document.sharedAt.has(index)) return false
  return (
    document.noise[index] === undefined &&
    document.features[index]?.place !== 'none' &&
    role !== 'key' &&
    role !== 'section' &&
    role !== 'explanation' &&
    role !== 'answer'
  )
}

const placeStyle: Readonly<Record<Place, ReadingStyle | undefined>> = {
  heading: 'numbered-heading',
  bold: 'numbered-bold',
  summary: 'numbered-summary',
  text: 'numbered-line',
  none: undefined,
}

function numberedCandidates(document: Document): Candidate[] {
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
            : likenessAfter(line, indent + number.length),
      }
      const where = place === 'heading' || place === 'summary' ? '' : ` at level ${level}`
      add(style, `${number.style}${where}`, start)
      if (place !== 'summary') add('numbered-any', number.style, start)
      if (place === 'heading') add(style, 'any', start)
    }
  }
  return [...families.values()].flatMap(({ style, detail, starts }) => runCandidate(document, style, detail, starts))
}

/** A number such as `QUESTION 12` may fill its line. */
function isWhole(line: Line, from: number): boolean {
  return ['text', 'heading', 'summary'].includes(line.kind) && line.text.slice(from).trim() === ''
}

/** How much the next line of text reads like a question: the title of a number that stands alone. */
function likenessBelow(document: Document, index: number): number {
  for (let at = index + 1; at <= index + 2; at++) {
    const line = document.lines[at]
    if (line?.kind === 'text' && line.text.trim() !== '')
      return document.roles[at] === 'none' ? (document.features[at]?.likeness ?? 0) : 0
  }
  return 0
}

function likenessAfter(line: Line, from: number): number {
  return questionLikeness(line.text.slice(from))
}

/** Returns the reading in which the numbers of some starts run on best. */
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
  if (style === 'numbered-any' && places.size < 2) return []
  let section = 0
  let from = 0
  const entries: Numbered[] = starts.map((start) => {
    const sections = section
    for (; from < start.line; from++) if (opensSection(document, from, usualDepth)) section++
    return {
      line: start.line,
      value: start.number?.value ?? 0,
      prefix: start.number?.style.startsWith('multi') ? start.number.prefix : undefined,
      quality: quality(document, start, usualDepth),
      afterSection: section > sections,
      isHeading: usualDepth > 0 && document.lines[start.line]?.depth === usualDepth,
    }
  })
  const { chosen, regular, irregular } = bestRun(entries)
  const taken = withoutLabels(
    document,
    chosen.map((index) => starts[index] as Start),
  )
  return [{ style, detail, depth: usualDepth, regular, irregular, starts: taken }]
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

/** Options begin within the next lines, before another question could. */
export function optionsFollow(document: Document, index: number): boolean {
  for (let at = index + 1; at <= index + 6 && at < document.lines.length; at++) {
    if (document.roles[at] === 'option')
      return document.features[at]?.options[0]?.index === 0 || document.lines[at]?.item?.checked !== undefined
    if (document.lines[at]?.kind === 'heading') return false
  }
  return false
}

function lineCandidates(document: Document): Candidate[] {
  const bold: Start[] = []
  const bullets = new Map<number, Start[]>()
  const details: Start[] = []
  const lines: Start[] = []
  const topicAt = topics(document)
  for (const [index, feature] of document.features.entries()) {
    if (!mayStart(document, index) || document.roles[index] === 'option') continue
    if (isApart(topicAt(index)) && feature.likeness < 0.7) continue
    const line = document.lines[index] as Line
    const start = plainStart(feature, index)
    if (feature.place === 'bold' && !line.item) bold.push(start)
    else if (feature.place === 'summary') details.push(start)
    if (line.item && !line.item.ordered && line.kind !== 'heading') {
      const list = bullets.get(feature.level) ?? []
      list.push(start)
      bullets.set(feature.level, list)
    }
    if (feature.place === 'text' && !line.item && line.opens && feature.likeness >= 0.8 && line.text.length < 300)
      lines.push(start)
  }
  const plain = (style: ReadingStyle, detail: string, starts: Start[]): Candidate => ({
    style,
    detail,
    starts,
    depth: 0,
    regular: 0,
    irregular: 0,
  })
  return [
    plain('bold-line', '', bold),
    plain('details', '', details),
    plain('question-line', '', lines),
    ...[...bullets].map(([level, starts]) => plain('bullet', `level ${level}`, starts)),
  ]
}

/** Returns a function that gives the heading above a line; lines are asked for in order. */
function topics({ lines }: Document): (index: number) => string {
  let at = 0
  let topic = ''
  return (index) => {
    for (; at <= index; at++) if (lines[at]?.kind === 'heading') topic = lines[at]?.text ?? ''
    return topic
  }
}

/** A start whose number, if it has one, is taken off all the same. */
export function plainStart({ numbers, indent, likeness }: Features, line: number): Start {
  const number = numbers.find((mark) => mark.style !== 'bare')
  return { line, number, mark: indent + (number?.length ?? 0), likeness }
}

const prefix =
  /^([[【(（]?(?:问题|问|提问|题目|面试官|面试题|面试问题|q|question|题)\s?(?:\p{Nd}{1,4})?[\]】)）]?)\s{0,3}(?:[:：.．](?!\p{Nd})|(?<=[\]】)）]))\s{0,4}/iu

function prefixCandidates(document: Document): Candidate[] {
  const families = new Map<string, Start[]>()
  for (const [index, feature] of document.features.entries()) {
    if (document.noise[index] !== undefined || feature.place === 'none') continue
    const line = document.lines[index] as Line
    const lead =
      feature.indent +
      (feature.numbers.find(
        (number) => number.style !== 'word' && number.style !== 'word-zh' && number.style !== 'brackets',
      )?.length ?? 0)
    const match = prefix.exec(line.text.slice(lead, lead + 40))
    if (!match) continue
    const word = (match[1] as string).replaceAll(/[\p{Nd}\s\p{P}]/gu, '').toLowerCase()
    const start = {
      line: index,
      number: feature.numbers[0],
      mark: lead + match[0].length,
      likeness: likenessAfter(line, lead + match[0].length),
    }
    const starts = families.get(word) ?? []
    starts.push(start)
    families.set(word, starts)
  }
  return [...families].map(([word, starts]) => ({
    style: 'prefix' as const,
    detail: word,
    starts,
    depth: 0,
    regular: 0,
    irregular: 0,
  }))
}

/** Cards whose front and back a line of its own divides: `%`, `?`, `---` between a heading and its text. */
function flashCards(document: Document): Candidate[] {
  const isDivider = (line: Line): boolean =>
    line.kind === 'text' && line.opens && /^\s{0,4}(?:%|\?|\?\?)\s{0,4}$/u.test(line.text) && !line.item
  const tagged = (line: Line): boolean => isTagLine(line)
  const evidence = document.lines.filter((line) => isDivider(line) || tagged(line)).length
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
export function isTagLine(line: Line): boolean {
  return (
    line.kind === 'text' &&
    /^\s{0,4}#[\p{L}][\p{L}\p{Nd}_/-]{0,40}(?:[\s,，]{1,4}#[\p{L}][\p{L}\p{Nd}_/-]{0,40}){0,12}\s{0,4}$/u.test(
      line.text.slice(0, 600),
    )
  )
}

/** Tables in which each row asks and answers. */
function tableRows(document: Document): Candidate[] {
  const starts = document.lines
    .filter((line) => line.kind === 'row')
    .map((line) => plainStart(document.features[line.index] as Features, line.index))
  return [{ style: 'table-row', detail: '', starts, depth: 0, regular: 0, irregular: 0 }]
}

/**
 * Blocks that hide a part of their text, `{{c1::…}}`. Within one paragraph a new sentence on a line of its own that counts
 * from 1 again is a question of its own.
 */
function clozeLines(document: Document): Candidate[] {
  const starts: Start[] = []
  let node: unknown
  for (const line of document.lines) {
    const index = firstCloze(line)
    if (index === undefined || !mayStart(document, line.index) || document.roles[line.index] === 'option') continue
    const before = document.lines[line.index - 1]
    if (line.node === node && !(index === 1 && before && /[.。!！?？;；]\s{0,4}$/u.test(before.text))) continue
    const opening = line.node === node ? line : openingLine(document, line)
    node = line.node
    starts.push(plainStart(document.features[opening.index] as Features, opening.index))
  }
  return [{ style: 'cloze-line', detail: '', starts, depth: 0, regular: 0, irregular: 0 }]
}

/** The first line of a line's block. */
function openingLine({ lines }: Document, line: Line): Line {
  let at = line.index
  while (lines[at - 1]?.node === line.node) at--
  return lines[at] as Line
}

/** Stems without a mark of their own: the paragraph before each group of options. */
function beforeOptions(document: Document): Candidate[] {
  const starts: Start[] = []
  for (const group of document.groups) {
    const at = stemBefore(document, group.first, starts.at(-1)?.line ?? -1)
    if (at !== undefined) starts.push(plainStart(document.features[at] as Features, at))
  }
  return [{ style: 'before-options', detail: '', starts, depth: 0, regular: 0, irregular: 0 }]
}

function stemBefore(document: Document, first: number, after: number): number | undefined {
  let stem: number | undefined
  for (let index = first - 1; index > after; index--) {
    const line = document.lines[index] as Line
    if (line.kind === 'rule' || document.noise[index] !== undefined || !mayStart(document, index)) {
      if (line.kind === 'code' || line.kind === 'table' || line.kind === 'math') continue
      break
    }
    if (document.roles[index] === 'option') break
    if (stem !== undefined && document.lines[stem]?.blankBefore && (document.features[stem]?.likeness ?? 0) > 0) break
    stem = index
    if (line.kind === 'heading') break
  }
  return stem
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
