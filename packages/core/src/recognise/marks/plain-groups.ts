import type { Features } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'
import { examWords } from './bullet-groups.ts'
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
