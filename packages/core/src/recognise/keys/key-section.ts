import type { Features } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'
import { closingAt } from '../marks/closing.ts'
import { numberMarks } from '../marks/number-mark.ts'
import type { OptionGroup } from '../marks/option-group.ts'
import { partMark } from '../marks/part-mark.ts'
import { isSectionLine } from '../marks/section-line.ts'
import { answerRun } from './answer-run.ts'
import { entriesInOrder, entriesOf, type KeyEntry, writtenStyle } from './key-entries.ts'
import { headBefore, headsOf, isHead, isKeyLine, isKeyTitle } from './key-heads.ts'
import { keyLine } from './key-line.ts'
import { orderedKeys } from './ordered-keys.ts'

/** A part of a page that gives the keys of the questions above it. */
export interface KeySection {
  /** Index of its heading. */
  readonly from: number
  /** Index of the line after its last. */
  readonly to: number
  readonly entries: readonly KeyEntry[]
}

/** The answer keys of a page. */
export interface Keys {
  readonly sections: readonly KeySection[]
  /** Indices of lines that announce a key which nobody could read. */
  readonly lost: readonly number[]
}

/**
 * Returns the answer keys of a page: a heading or line such as "答案" or "Answer key" with numbered keys below it, and
 * numbered questions above it.
 *
 * @param lines The lines of the page.
 * @param features Their features.
 * @param parts Indices of the lines that open a part of the page.
 * @param groups Its groups of options: where they begin anew below a key, so do questions.
 */
export function readKeys(
  lines: readonly Line[],
  features: readonly Features[],
  parts: ReadonlySet<number>,
  groups: readonly OptionGroup[],
): Keys {
  const heads = headsOf(lines, parts)
  const sections: KeySection[] = []
  const lost: number[] = []
  let numbersAbove = new Set<number>()
  let partsAbove = new Set<number>()
  let counted = 0
  for (const [at, head] of heads.entries()) {
    for (; counted < head.index; counted++) countNumbers(features[counted] as Features, numbersAbove, partsAbove)
    const above = numbersAbove.size >= 2 ? numbersAbove : new Set([...numbersAbove, ...partsAbove])
    const limit = sectionEnd(lines, head, heads[at + 1]?.index ?? lines.length)
    const end = Math.min(limit, nextQuestion(lines, features, groups, head.index, limit))
    const to = head.index + Math.max(closingAt(lines.slice(head.index, end)), 1)
    const range = { from: head.index, to, parts }
    const numbered = entriesOf(lines, features, range)
    const entries = numbered.length > 0 ? numbered : entriesInOrder(lines, range)
    if (!isKey(head, entries, above, writtenStyle(features, head.index, to) !== undefined) || !runs(entries)) {
      if (isHead(head)) lost.push(head.index)
      continue
    }
    sections.push({ from: head.index, to, entries })
    // What a key answers, the next one does not.
    numbersAbove = new Set()
    partsAbove = new Set()
    counted = to
  }
  for (const ordered of orderedKeys(lines, features))
    if (!sections.some(({ from, to }) => ordered.from < to && ordered.to > from)) sections.push(ordered)
  sections.sort((a, b) => a.from - b.from)
  const first = sections.length === 0 ? answerRun(lines, features) : undefined
  if (first) {
    const range = { from: first.index, to: sectionEnd(lines, first, lines.length), parts }
    sections.push({ ...range, entries: entriesOf(lines, features, range, false) })
  }
  return { sections, lost }
}

/** `4.2` at the beginning of a line is the number of a section, unless nothing is numbered otherwise; it is no `4.` */
function countNumbers({ numbers }: Features, simple: Set<number>, parts: Set<number>): void {
  const several = numbers.filter(({ style }) => style.startsWith('multi'))
  for (const { value } of several.length > 0 ? several : numbers) (several.length > 0 ? parts : simple).add(value)
}

/** Most entries are letters or verdicts of questions above; or, under a heading, each question above has its entry. */
function isKey(
  head: Line,
  entries: readonly KeyEntry[],
  numbersAbove: ReadonlySet<number>,
  isWritten: boolean,
): boolean {
  const known = entries.filter((entry) => numbersAbove.has(entry.number))
  if (known.length < 2 || known.length * 5 < entries.length * 4) return false
  const keyed = known.filter((entry) => entry.labels.length > 0 || entry.truth !== undefined)
  if (keyed.length * 5 >= known.length * 3) return true
  return (
    (head.kind === 'heading' || keyed.length >= 2 || known.every(({ answered }) => answered)) &&
    isKeyTitle(head) &&
    entries.length >= (isWritten ? 2 : 3) &&
    entries[0]?.number === 1 &&
    entries.length * 5 >= numbersAbove.size * 4
  )
}

/**
 * Where another part of the page asks again below a key: at the numbered line above the first options, or, behind keys that
 * fill their lines, at the first number whose text asks; with the titles above it.
 */
function nextQuestion(
  lines: readonly Line[],
  features: readonly Features[],
  groups: readonly OptionGroup[],
  head: number,
  end: number,
): number {
  const group = groups.find(({ first }) => first > head)
  const options = group && group.first < end ? group.first : end
  let keyed = headBefore(lines[head] as Line) > 0 && keyLine(lines[head]?.text ?? '') ? 2 : 0
  for (let index = head + 1; index < options; index++) {
    const line = lines[index] as Line
    if (keyLine(line.text)) keyed++
    else if (
      keyed >= 2 &&
      (features[index]?.likeness ?? 0) >= 0.9 &&
      features[index]?.numbers.some(({ style }) => style !== 'bare')
    )
      return withTitles(lines, head, index)
  }
  if (options === end) return end
  const least = keyed > 0 ? head : head + 2
  for (let index = options; index > least && index > options - 6; index--)
    if (features[index]?.numbers.some(({ style }) => style !== 'bare') && !keyLine(lines[index]?.text ?? ''))
      return withTitles(lines, head, index)
  return end
}

function withTitles(lines: readonly Line[], head: number, at: number): number {
  let index = at
  while (index > head + 1 && isTitle(lines[index - 1] as Line)) index--
  return index
}

function isTitle(line: Line): boolean {
  const text = line.text.trim()
  return line.kind === 'heading' || (text.length <= 40 && (isSectionLine(line) || partMark(text)?.style === 'chapter'))
}

/** To the next heading that stands above the key's own, or beside it without a number. */
function sectionEnd(lines: readonly Line[], head: Line, limit: number): number {
  const depth = head.kind === 'heading' ? head.depth : 0
  if (!isHead(head) && isKeyLine(head)) {
    let end = head.index + 1
    while (end < limit && isKeyLine(lines[end] as Line)) end++
    return end
  }
  for (let index = head.index + 1; index < limit; index++) {
    const line = lines[index] as Line
    if (line.kind === 'heading' && line.depth < depth) return index
    if (line.kind === 'heading' && line.depth === depth && numberMarks(line.text.slice(0, 40)).length === 0)
      return index
    if (head.kind === 'summary' && !sameFold(line, head)) return index
  }
  return limit
}

function sameFold(line: Line, head: Line): boolean {
  for (let at = line.container; at; at = at.parent) if (at === head.container) return true
  return false
}

/** Most numbers follow on, so that a numbered explanation is not taken for a key; keys in columns do so once they are sorted. */
function runs(entries: readonly KeyEntry[]): boolean {
  const steps = (numbers: readonly number[]): number =>
    numbers.filter((number, index) => number === 1 || number === (numbers[index - 1] ?? 0) + 1).length
  const numbers = entries.map(({ number }) => number)
  if (steps(numbers) * 3 >= numbers.length * 2) return true
  const keyed = entries.every(({ labels, truth }) => labels.length > 0 || truth !== undefined)
  return keyed && steps(numbers.toSorted((a, b) => a - b)) === numbers.length
}
