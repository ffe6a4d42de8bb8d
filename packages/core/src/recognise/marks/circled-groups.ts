import type { Features } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'
import type { FoundOption, OptionGroup } from './option-group.ts'

const first = '①'.charCodeAt(0)
const circled = /[①-⑩]/gu
/** The key that stands before the stem in such papers: `1. (2) Which …`. */
const keyed = /^\s{0,4}[(（]\s?([1-9]{1,5})\s?[)）]\s{0,4}/u
/** So many lines are written in this way, and such a share of the numbered ones. */
const least = { lines: 3, share: 0.5 }

/** A key of digits before a stem, and how much of the text it takes. */
export interface DigitKey {
  readonly labels: readonly string[]
  readonly length: number
}

/**
 * Returns the digits that a stem begins with in brackets, as the key among circled options.
 *
 * @param text The stem without its number.
 */
export function digitKey(text: string): DigitKey | undefined {
  const match = keyed.exec(text)
  return match ? { labels: [...(match[1] as string)], length: match[0].length } : undefined
}

/**
 * Returns the options of papers that circle their numbers, behind a stem that opens with the key: `1. (2) Which?①a②b③c④d`.
 *
 * @param lines The lines of the page.
 * @param features Their features.
 */
export function circledGroups(lines: readonly Line[], features: readonly Features[]): OptionGroup[] {
  let numbered = 0
  const groups = lines.flatMap((line, index): OptionGroup[] => {
    const number = features[index]?.numbers.find(({ style }) => style === 'dot' || style === 'comma')
    if (!number || line.kind !== 'text') return []
    numbered++
    const from = (features[index]?.indent ?? 0) + number.length
    const key = digitKey(line.text.slice(from))
    const options = optionsIn(line, index)
    const fits = key?.labels.every((label) => options.some((option) => option.label === label))
    return options.length >= 2 && fits ? [{ style: 'circled', options, first: index, last: index }] : []
  })
  return groups.length >= least.lines && groups.length >= numbered * least.share ? groups : []
}

/** The circled numbers of a line from 1 on, the last such run: a stem may count its own statements before. */
function optionsIn({ text }: Line, line: number): FoundOption[] {
  let options: FoundOption[] = []
  for (const match of text.matchAll(circled)) {
    const value = match[0].charCodeAt(0) - first + 1
    if (value === 1) options = []
    if (value !== options.length + 1) continue
    options.push({ label: String(value), line, start: match.index, end: match.index + 1 })
  }
  return options
}
