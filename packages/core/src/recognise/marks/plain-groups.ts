import type { Features } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'
import { examWords } from './bullet-groups.ts'
import { comparableStart } from './comparable.ts'
import { letterOf, type OptionGroup } from './option-group.ts'

/** So many numbered lines at least, so large a share of them, and so few and many lines below each. */
const least = { questions: 4, share: 0.8, lines: 2, most: 6 }

/**
 * Returns the groups of options that are plain lines below a numbered stem, without letters or boxes. They are such only
 * where nearly every numbered line of the page has a few short lines below it that each begin anew, and the page calls
 * itself a test or its stems break off where the options go on (`This sign means:`).
 *
 * @param lines The lines of a page.
 * @param features Their features.
 */
export function plainGroups(lines: readonly Line[], features: readonly Features[]): OptionGroup[] {
  const stems = lines.filter((line) => isStem(line, features[line.index] as Features))
  if (stems.length < least.questions) return []
  const groups: OptionGroup[] = []
  let open = 0
  for (const stem of stems) {
    const below = linesBelow(lines, features, stem.index)
    if (!below) continue
    if (/[:：_…–—-]\s{0,4}$|___/u.test(stem.text)) open++
    groups.push({
      style: 'plain',
      options: below.map(({ index }, at) => ({ label: letterOf(at), line: index, start: 0, end: 0 })),
      first: (below[0] as Line).index,
      last: (below.at(-1) as Line).index,
    })
  }
  const isTest = lines.slice(0, 40).some(({ text }) => examWords.test(text.slice(0, 200)))
  if (groups.length < Math.max(least.questions, stems.length * least.share)) return []
  return open * 5 >= groups.length * 2 || (isTest && open > 0) ? groups : []
}

function isStem(line: Line, { numbers, place }: Features): boolean {
  return (
    place !== 'none' &&
    (line.kind === 'text' || line.kind === 'heading') &&
    numbers.some(({ style }) => style !== 'bare' && !style.startsWith('multi'))
  )
}

/** The next paragraph, if it is a few short lines that all begin with a capital or a figure and mark nothing. */
function linesBelow(lines: readonly Line[], features: readonly Features[], index: number): Line[] | undefined {
  const below: Line[] = []
  for (let at = index + 1; at < lines.length && below.length <= least.most; at++) {
    const line = lines[at] as Line
    const { numbers, options, answer, likeness } = features[at] as Features
    const ends = (line.blankBefore && below.length > 0) || line.kind !== 'text' || line.item !== undefined
    if (ends || numbers.some(({ style }) => style !== 'bare') || answer?.firm) break
    if (
      options.length > 0 ||
      line.text.length > 120 ||
      likeness >= 0.7 ||
      !/^\s{0,8}["“‘'(]?[\p{Lu}\p{Nd}$]/u.test(line.text)
    )
      return undefined
    below.push(line)
  }
  return below.length >= least.lines && below.length <= least.most ? below : undefined
}

/**
 * Returns the groups of options that are plain lines between a numbered stem and a key that repeats one of them
 * (`Correct answer: To enforce promises`).
 *
 * @param lines The lines of a page.
 * @param features Their features.
 */
export function namedGroups(lines: readonly Line[], features: readonly Features[]): OptionGroup[] {
  const groups: OptionGroup[] = []
  for (const stem of lines) {
    if (!isStem(stem, features[stem.index] as Features)) continue
    const below: Line[] = []
    let at = stem.index + 1
    for (; at < lines.length && below.length <= 9; at++) {
      const line = lines[at] as Line
      const { answer, options, numbers } = features[at] as Features
      if (answer?.firm || line.kind !== 'text' || line.item) break
      if (options.some(({ style }) => !style.endsWith('bare'))) break
      if (numbers.some(({ style }) => style !== 'bare')) break
      if (line.text.trim() !== '') below.push(line)
    }
    const options = below.slice(stem.text.trim().length > 12 ? 0 : 1)
    const named = keyBelow(lines, features, at)
    if (options.length < 2 || options.length > 8 || named === undefined) continue
    // A stem may take more than its first line: the options are those of the list that the key closes.
    if (options.filter(({ text }) => comparableStart(text) === named).length !== 1) continue
    groups.push({
      style: 'named',
      options: options.map(({ index }, order) => ({ label: letterOf(order), line: index, start: 0, end: 0 })),
      first: (options[0] as Line).index,
      last: (options.at(-1) as Line).index,
    })
  }
  return groups
}

/** What the first key says within the next lines, in plain words. */
function keyBelow(lines: readonly Line[], features: readonly Features[], from: number): string | undefined {
  for (let at = from; at < lines.length && at < from + 6; at++) {
    const { answer, numbers } = features[at] as Features
    if (answer?.firm && answer.role === 'answer') {
      const text = lines[at]?.text.trimStart().slice(answer.length) ?? ''
      return comparableStart(text) === '' ? undefined : comparableStart(text)
    }
    if (at > from && numbers.some(({ style, explicit }) => explicit || style === 'dot')) return undefined
  }
  return undefined
}
