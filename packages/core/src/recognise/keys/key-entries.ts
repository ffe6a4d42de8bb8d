import type { Features } from '../lines/features.ts'
import { numberInCell } from '../lines/key-table.ts'
import type { Line } from '../lines/line.ts'
import { readKey } from '../marks/answer-mark.ts'
import { type NumberMark, numberMarks } from '../marks/number-mark.ts'
import { type KindHint, kindOfTitle } from '../marks/type-mark.ts'
import { type KeyBelow, keyBelow } from './key-below.ts'
import { headBefore, isHead } from './key-heads.ts'
import { keyLine } from './key-line.ts'

/** What an answer key says of one question. */
export interface KeyEntry {
  /** Value of the question's number. */
  readonly number: number
  readonly labels: readonly string[]
  readonly truth?: boolean | undefined
  /** Where number and key stand: index of the line, offsets in its text. */
  readonly line: number
  readonly from: number
  readonly to: number
  /** Offset in the line at which another entry begins, if one does. */
  readonly next: number | undefined
  /** Index of the line after the entry's last: what stands between explains the key, or is the answer. */
  readonly until: number
  /** The kind of question that the title of its part of the key names. */
  readonly hint?: KindHint | undefined
  /** The line below the number that gives the key behind a word, `Answer: True`, and the offset where the key ends. */
  readonly below?: KeyBelow['below'] | undefined
  readonly answered?: KeyBelow['answered'] | undefined
}

type FoundEntry = Omit<KeyEntry, 'until' | 'next'> & {
  /** Its line says nothing but keys. */
  readonly alone?: boolean
}

/** Where a key stands, and what of the page opens parts. */
export interface KeyRange {
  /** Index of its first line, and of the line after its last. */
  readonly from: number
  readonly to: number
  /** Indices of the lines that open a part of the page. */
  readonly parts: ReadonlySet<number>
}

/**
 * Returns the entries of an answer key.
 *
 * @param lines The lines of the page.
 * @param features Their features.
 * @param range Where the key stands.
 * @param isHeaded Whether its first line is a head. Default: yes.
 */
export function entriesOf(
  lines: readonly Line[],
  features: readonly Features[],
  { from, to, parts }: KeyRange,
  isHeaded = true,
): KeyEntry[] {
  const found: FoundEntry[] = []
  const style = writtenStyle(features, from, to)
  let hint: KindHint | undefined
  for (let index = from; index < to; index++) {
    const line = lines[index] as Line
    if (line.kind === 'row') {
      found.push(...rowEntries(lines, index))
      continue
    }
    if (!['heading', 'text'].includes(line.kind)) continue
    const keys = line.item?.ordered ? undefined : keyLine(line.text)
    if (keys?.opensPart) hint = keys.hint
    if (keys) {
      found.push(...keys.keys.map((key) => ({ ...key, line: index, hint, alone: true })))
      continue
    }
    if (parts.has(index)) {
      hint = kindOfTitle(line.text)
      continue
    }
    if (line.kind === 'heading' && (features[index]?.numbers.length ?? 0) === 0) hint = kindOfTitle(line.text) ?? hint
    if (index === from && isHeaded) {
      // The head may give the first keys itself: `Answers: 1. B 2. A`.
      const begin = isHead(line)
        ? headBefore(line) || line.text.length
        : line.text.length - line.text.trimStart().length
      found.push(...rangeEntries(line, index), ...entriesFrom(line, index, begin))
      continue
    }
    const ranges = rangeEntries(line, index)
    // Behind the last range a single number may follow: `1-5 BACDA  6 D`.
    const end = ranges.at(-1)?.to
    const entries =
      end === undefined
        ? lineEntries(line, features[index] as Features, index, style)
        : entriesFrom(line, index, end + (/^[\s,，;；]{0,8}/u.exec(line.text.slice(end))?.[0].length ?? 0), true)
    found.push(...[...ranges, ...entries].map((entry) => ({ ...entry, hint })))
  }
  // An entry goes on to the line of the next one.
  return found.map(({ alone, ...entry }, at) => {
    const after = found[at + 1]
    let until = entry.line + 1
    const shared = alone && (found[at - 1]?.line === entry.line || after?.line === entry.line)
    while (!shared && until < (after?.line ?? to) && !parts.has(until) && lines[until]?.kind !== 'row') until++
    const whole = { ...entry, next: after?.line === entry.line ? after.from : undefined, until }
    return entry.labels.length > 0 || entry.truth !== undefined
      ? whole
      : { ...whole, ...keyBelow(lines, entry.line, until) }
  })
}

/**
 * Returns how numbers are written out (`【问题1】`) in a key, if they are so at least twice: the others count within answers.
 *
 * @param features The features of the lines of the page.
 * @param from Index of the key's head.
 * @param to Index of the line after its last.
 */
export function writtenStyle(features: readonly Features[], from: number, to: number): NumberMark['style'] | undefined {
  const counts = new Map<NumberMark['style'], number>()
  for (const { numbers } of features.slice(from + 1, to))
    for (const { style, explicit } of numbers) if (explicit) counts.set(style, (counts.get(style) ?? 0) + 1)
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  return most && most[1] >= 2 ? most[0] : undefined
}

/**
 * Returns keys without numbers, one in a line: `B (sublimation)`. The first is that of question 1.
 *
 * @param lines The lines of the page.
 * @param range Where the key stands.
 */
export function entriesInOrder(lines: readonly Line[], { from, to, parts }: KeyRange): KeyEntry[] {
  const entries: KeyEntry[] = []
  for (let index = from + 1; index < to; index++) {
    const line = lines[index] as Line
    if (line.text.trim() === '' || parts.has(index) || line.kind !== 'text') continue
    const lead = line.text.length - line.text.trimStart().length
    const key = readKey(line.text.slice(lead))
    const fits = key && key.labels.length === 1 && /^[A-H](?:\s{0,2}[.)(（:：–-]|\s{0,4}$)/u.test(line.text.slice(lead))
    if (!fits && entries.length === 0) continue
    if (!fits) return entries.length >= 3 ? entries : []
    entries.push({
      number: entries.length + 1,
      labels: key.labels,
      line: index,
      from: lead,
      to: lead + key.length,
      next: undefined,
      until: index + 1,
    })
  }
  return entries.length >= 3 ? entries : []
}

const range = /(?<!\p{Nd})(\p{Nd}{1,4})\s?[-–—~～至]\s?(\p{Nd}{1,4})(?!\p{Nd})\s?[.．、:：)]?/gu

/** `1-5 BACDA`: a letter for each number. */
function rangeEntries(line: Line, index: number): FoundEntry[] {
  const text = line.text.slice(0, 2000)
  return [...text.matchAll(range)].flatMap((match) => {
    const first = Number((match[1] as string).normalize('NFKC'))
    const last = Number((match[2] as string).normalize('NFKC'))
    const from = match.index
    const { letters, end } = lettersAt(text, from + match[0].length, last - first + 1)
    if (last <= first || letters.length !== last - first + 1) return []
    return letters.map((label, at) => ({ number: first + at, labels: [label], line: index, from, to: end }))
  })
}

/** So many letters from A to H, with punctuation and spaces between them. */
function lettersAt(text: string, from: number, count: number): { letters: string[]; end: number } {
  const letters: string[] = []
  let at = from
  for (; at < text.length && letters.length < count; at++) {
    const unit = (text[at] as string).normalize('NFKC')
    if (/^[A-H]$/.test(unit)) letters.push(unit)
    else if (!/^[\s,、]$/u.test(unit)) break
  }
  return /^[A-Za-z]/.test(text.slice(at)) ? { letters: [], end: at } : { letters, end: at }
}

/** A cell with a number, and the key in the next one; or a row of numbers, and the keys in the row below. */
function rowEntries(lines: readonly Line[], index: number): FoundEntry[] {
  const number = numberInCell(lines[index]?.text ?? '')
  let begin = index
  let end = index + 1
  while (lines[begin - 1]?.kind === 'row') begin--
  while (lines[end]?.kind === 'row') end++
  const first = end + (lines[end]?.kind === 'head' && end - begin > 1 ? 1 : 0)
  const cell = lines[first + index - begin]
  const key = cell?.kind === 'text' && cell.node.type === ('tableCell' as string) ? readKey(cell.text) : undefined
  if (number === undefined || !cell || !key) return []
  return [{ number, labels: key.labels, truth: key.truth, line: cell.index, from: 0, to: key.length }]
}

/** `1. B`, and several such on one line. */
function lineEntries(
  line: Line,
  { numbers, indent }: Features,
  index: number,
  style: NumberMark['style'] | undefined,
): FoundEntry[] {
  const [number] = numbers.filter((mark) =>
    style === undefined ? mark.style !== 'bare' || numbers.length === 1 : mark.style === style,
  )
  if (!number) return []
  return entriesAfter(line, index, indent, number)
}

/** Keys that begin with a number somewhere in a line. */
function entriesFrom(line: Line, index: number, from: number, bare = false): FoundEntry[] {
  const number = numberMarks(line.text.slice(from, from + 40)).find((mark) => bare || mark.style !== 'bare')
  return number ? entriesAfter(line, index, from, number) : []
}

function entriesAfter(line: Line, index: number, from: number, number: NumberMark): FoundEntry[] {
  const entries: FoundEntry[] = []
  let at = from + number.length
  let value = number.value
  let start = from
  for (let guard = 0; guard < 200; guard++) {
    const lead =
      /^[【[]?(?:(?:正确|参考)?答案|(?:correct |right )?(?:answers?|options?|choices?)|ans|key)?[】\]]?\s{0,2}(?:[:：是]|is\b)?\s{0,2}/iu.exec(
        line.text.slice(at, at + 20),
      )?.[0].length ?? 0
    const key = readKey(line.text.slice(at + lead, at + lead + 120))
    const end = at + lead + (key?.length ?? 0)
    const next = numberMarks(line.text.slice(end, end + 20).trimStart()).find(
      (mark) => mark.style !== 'bare' || key !== undefined,
    )
    const fits =
      key &&
      // `3. A cygnet` answers in words.
      !/^A\s{1,4}[a-z]{2}/u.test(line.text.slice(at + lead, at + lead + 8)) &&
      (key.labels.length > 0 || key.truth !== undefined) &&
      (line.text.length <= end ||
        next ||
        /^[\s.。;；,，(（【[:：—–-]/u.test(line.text.slice(end - 1, end + 1)) ||
        /^[【[]/u.test(line.text.slice(end)) ||
        key.alone)
    entries.push({
      number: value,
      labels: fits ? key.labels : [],
      truth: fits ? key.truth : undefined,
      line: index,
      from: start,
      to: fits ? end : at,
    })
    if (!fits) {
      // The answer is a text: it goes on to where the next number stands among the words.
      const following = nextInText(line.text, at, value)
      if (!following) return entries
      start = following.from
      at = following.to
      value++
      continue
    }
    if (!next) return entries
    const gap = line.text.slice(end).length - line.text.slice(end).trimStart().length
    start = end + gap
    at = start + next.length
    value = next.value
  }
  return entries
}

const numberInText = /(?<=[\s;；,，.。、)）])[(（]?(\p{Nd}{1,4})\s?[.．、:：)）](?!\p{Nd})\s{0,4}/gu

/** Where, behind an offset, the number stands that follows on: `5. nucleus 6. ribosome`. */
function nextInText(text: string, from: number, value: number): { from: number; to: number } | undefined {
  for (const match of text.slice(from, from + 2000).matchAll(numberInText))
    if (Number((match[1] as string).normalize('NFKC')) === value + 1)
      return { from: from + match.index, to: from + match.index + match[0].length }
  return undefined
}
