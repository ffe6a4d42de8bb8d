import type { Features } from './lines/features.ts'
import { numberInCell } from './lines/key-table.ts'
import type { Line } from './lines/line.ts'
import { readKey } from './marks/answer-mark.ts'
import { type NumberMark, numberMarks } from './marks/number-mark.ts'
import type { OptionGroup } from './marks/option-group.ts'
import { partMark } from './marks/part-mark.ts'
import { isSectionLine } from './marks/section-line.ts'
import { simplified } from './marks/simplified.ts'

/** What an answer key at the end of a page says of one question. */
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
}

/** A part of a page that gives the keys of the questions above it. */
export interface KeySection {
  /** Index of its heading. */
  readonly from: number
  /** Index of the line after its last. */
  readonly to: number
  readonly entries: readonly KeyEntry[]
}

const title =
  /^[\s\p{P}\p{S}]{0,6}(?:[一二三四五六七八九十]{1,3}[、.．]\s{0,2})?(?:附录?[:：]?\s{0,2})?(?:(?:参考|标准|正确|习题|练习|试题|全部)?答案(?:与|及|和|部分)?(?:解析|详解|解答|说明|提示)?|(?:the )?(?:answer key(?:s|\s?(?:&|and) (?:solutions?|explanations?|rationales?))?|answers?(?: and explanations?| key)?|answer sheet|correct answers|solutions?|key))[\s\p{P}\p{S}]{0,6}$/iu

/** `第1卷参考答案`, `模拟试题（一）答案及解析`: the title of a paper's key. */
const titleOfPaper = /^[^。.!！?？:：]{2,24}(?:答案|答案(?:与|及|和)?(?:解析|详解|解答))[\s\p{P}]{0,4}$/u

/**
 * Returns the answer keys of a page: a heading or line such as "答案" or "Answer key" with numbered keys below it, and
 * numbered questions above it.
 *
 * @param lines The lines of the page.
 * @param features Their features.
 * @param parts Indices of the lines that open a part of the page.
 * @param groups Its groups of options: where they begin anew below a key, so do questions.
 */
export function keySections(
  lines: readonly Line[],
  features: readonly Features[],
  parts: ReadonlySet<number>,
  groups: readonly OptionGroup[],
): KeySection[] {
  const heads = headsOf(lines)
  const sections: KeySection[] = []
  let numbersAbove = new Set<number>()
  let counted = 0
  for (const [at, head] of heads.entries()) {
    for (; counted < head.index; counted++)
      for (const { value } of features[counted]?.numbers ?? []) numbersAbove.add(value)
    const limit = sectionEnd(lines, head, heads[at + 1]?.index ?? lines.length)
    const to = Math.min(limit, nextQuestion(lines, features, groups, head.index, limit))
    const numbered = entriesOf(lines, features, parts, head.index, to)
    const entries = numbered.length > 0 ? numbered : entriesInOrder(lines, parts, head.index, to)
    if (!isKey(head, entries, numbersAbove) || !runs(entries)) continue
    sections.push({ from: head.index, to, entries })
    // What a key answers, the next one does not.
    numbersAbove = new Set()
    counted = to
  }
  const run = sections.length === 0 ? answerRun(lines, features) : undefined
  if (run) sections.push({ ...run, entries: entriesOf(lines, features, parts, run.from, run.to, false) })
  return sections
}

/** Keys without numbers, one in a line: `B (sublimation)`. The first is that of question 1. */
function entriesInOrder(lines: readonly Line[], parts: ReadonlySet<number>, from: number, to: number): KeyEntry[] {
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

/**
 * Returns where a page that asks 1, 2, 3 … to its middle, and then counts from 1 again without asking, gives the answers,
 * though no word says so.
 */
function answerRun(lines: readonly Line[], features: readonly Features[]): { from: number; to: number } | undefined {
  const numbered = lines.filter(({ index, kind, text }) => {
    const [number] = features[index]?.numbers ?? []
    return (
      number !== undefined &&
      (kind === 'text' || kind === 'heading') &&
      !number.style.startsWith('multi') &&
      text.length < 400
    )
  })
  const values = numbered.map(({ index }) => features[index]?.numbers[0]?.value ?? 0)
  const restart = values.lastIndexOf(1)
  if (restart < 4 || values[0] !== 1 || values.length !== restart * 2) return undefined
  if (values.some((value, at) => value !== (at % restart) + 1)) return undefined
  const asking = (part: readonly Line[]): number =>
    part.filter(({ index }) => (features[index]?.likeness ?? 0) >= 0.7).length
  const answers = numbered.slice(restart)
  if (asking(numbered.slice(0, restart)) * 5 < restart * 3 || asking(answers) * 8 > restart) return undefined
  return { from: (answers[0] as Line).index, to: sectionEnd(lines, answers[0] as Line, lines.length) }
}

const inlineHead =
  /^\s{0,4}(?:(?:参考|标准|正确)?答案|answers?(?: key)?|answer key|key|ans)(?:\s?[:：.]\s{0,8}|\s{2,8})(?=\p{Nd}|[(（]\p{Nd}|第)/iu

// Number, letter and what stands between them share no character, so that a line is read in one way only.
const keyLine = /^\s{0,8}(?:\p{Nd}{1,3}[-–.:)(（\s]{0,6}[A-Ha-h][)）,;，；|.\s]{0,10}){3,60}$/u

/** A line of nothing but numbers and letters, without a word that says so: `1-(B), 2-(D), 3-(A)`. */
function isKeyLine(line: Line): boolean {
  return line.kind === 'text' && !line.item && line.text.length < 1000 && keyLine.test(line.text)
}

/** Heads in words; and lines of keys that stand below neither such a head nor another line of keys. */
function headsOf(lines: readonly Line[]): Line[] {
  let follows = false
  return lines.filter((line) => {
    if (line.text.trim() === '') return false
    const named = isHead(line)
    const isKey = !named && isKeyLine(line)
    const opens = named || (isKey && !follows)
    follows = named || isKey
    return opens
  })
}

function isHead(line: Line): boolean {
  if (line.kind === 'text' && inlineHead.test(line.text.slice(0, 40))) return true
  return (
    line.text.length <= 40 &&
    !line.item &&
    ['heading', 'text', 'summary'].includes(line.kind) &&
    (title.test(simplified(line.text)) || titleOfPaper.test(line.text.trim()))
  )
}

/** Most entries are letters or verdicts of questions above; or, under a heading, each question above has its entry. */
function isKey(head: Line, entries: readonly KeyEntry[], numbersAbove: ReadonlySet<number>): boolean {
  const known = entries.filter((entry) => numbersAbove.has(entry.number))
  if (known.length < 2 || known.length * 5 < entries.length * 4) return false
  const keyed = known.filter((entry) => entry.labels.length > 0 || entry.truth !== undefined)
  if (keyed.length * 5 >= known.length * 3) return true
  return (
    (head.kind === 'heading' || keyed.length >= 2) &&
    title.test(simplified(head.text)) &&
    entries.length >= 3 &&
    entries[0]?.number === 1 &&
    entries.length * 5 >= numbersAbove.size * 4
  )
}

/** The numbered line above the first options between a key's head and its end, and the titles above it: another paper begins there. */
function nextQuestion(
  lines: readonly Line[],
  features: readonly Features[],
  groups: readonly OptionGroup[],
  head: number,
  end: number,
): number {
  const group = groups.find(({ first }) => first > head)
  if (!group || group.first >= end) return end
  for (let index = group.first; index > head + 2 && index > group.first - 6; index--)
    if (features[index]?.numbers.some(({ style }) => style !== 'bare')) {
      while (index > head + 1 && isTitle(lines[index - 1] as Line)) index--
      return index
    }
  return end
}

function isTitle(line: Line): boolean {
  const text = line.text.trim()
  return line.kind === 'heading' || (text.length <= 40 && (isSectionLine(line) || partMark(text)?.style === 'chapter'))
}

/** To the next heading that is not deeper and does not begin with a number. */
function sectionEnd(lines: readonly Line[], head: Line, limit: number): number {
  const depth = head.kind === 'heading' ? head.depth : 0
  if (!isHead(head) && isKeyLine(head)) {
    let end = head.index + 1
    while (end < limit && isKeyLine(lines[end] as Line)) end++
    return end
  }
  for (let index = head.index + 1; index < limit; index++) {
    const line = lines[index] as Line
    if (line.kind === 'heading' && line.depth <= depth && numberMarks(line.text.slice(0, 40)).length === 0) return index
    if (head.kind === 'summary' && !sameFold(line, head)) return index
  }
  return limit
}

function sameFold(line: Line, head: Line): boolean {
  for (let at = line.container; at; at = at.parent) if (at === head.container) return true
  return false
}

/** Most numbers follow on, so that a numbered explanation is not taken for a key. */
function runs(entries: readonly KeyEntry[]): boolean {
  const steps = entries.filter(
    (entry, index) => entry.number === 1 || entry.number === (entries[index - 1]?.number ?? 0) + 1,
  ).length
  return steps * 3 >= entries.length * 2
}

type FoundEntry = Omit<KeyEntry, 'until' | 'next'>

function entriesOf(
  lines: readonly Line[],
  features: readonly Features[],
  parts: ReadonlySet<number>,
  from: number,
  to: number,
  isHeaded = true,
): KeyEntry[] {
  const found: FoundEntry[] = []
  for (let index = from; index < to; index++) {
    const line = lines[index] as Line
    if (index === from && isHeaded) {
      // The head may give the first keys itself: `Answers: 1. B 2. A`.
      found.push(
        ...rangeEntries(line, index),
        ...entriesFrom(
          line,
          index,
          !isHead(line)
            ? line.text.length - line.text.trimStart().length
            : (inlineHead.exec(line.text.slice(0, 40))?.[0].length ?? line.text.length),
        ),
      )
      continue
    }
    if (line.kind === 'row') {
      found.push(...rowEntries(lines, index))
      continue
    }
    if (!['heading', 'text'].includes(line.kind) || parts.has(index)) continue
    const ranges = rangeEntries(line, index)
    // Behind the last range a single number may follow: `1-5 BACDA  6 D`.
    const end = ranges.at(-1)?.to
    found.push(
      ...ranges,
      ...(end === undefined
        ? lineEntries(line, features[index] as Features, index)
        : entriesFrom(line, index, end + (/^[\s,，;；]{0,8}/u.exec(line.text.slice(end))?.[0].length ?? 0), true)),
    )
  }
  // An entry goes on to the line of the next one.
  return found.map((entry, at) => {
    const after = found[at + 1]
    let until = entry.line + 1
    while (until < (after?.line ?? to) && !parts.has(until) && lines[until]?.kind !== 'row') until++
    return { ...entry, next: after?.line === entry.line ? after.from : undefined, until }
  })
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

/** A cell with a number, and the key in the next one. */
function rowEntries(lines: readonly Line[], index: number): FoundEntry[] {
  const number = numberInCell(lines[index]?.text ?? '')
  const cell = lines[index + 1]
  const key = cell?.kind === 'text' && cell.node.type === ('tableCell' as string) ? readKey(cell.text) : undefined
  if (number === undefined || !cell || !key) return []
  return [{ number, labels: key.labels, truth: key.truth, line: cell.index, from: 0, to: key.length }]
}

/** `1. B`, and several such on one line. */
function lineEntries(line: Line, { numbers, indent }: Features, index: number): FoundEntry[] {
  const [number] = numbers.filter((mark) => mark.style !== 'bare' || numbers.length === 1)
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
      /^(?:(?:正确|参考)?答案|(?:correct |right )?(?:answers?|options?|choices?)|ans|key)?\s{0,2}(?:[:：是]|is\b)?\s{0,2}/iu.exec(
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
        /^[\s.。;；,，(（:：—–-]/u.test(line.text.slice(end - 1, end + 1)) ||
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
