import type { Features } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'
import { comparableStart } from './comparable.ts'
import { letterOf, type OptionGroup } from './option-group.ts'
import { tellsAttempt, verdict } from './platform.ts'

/** A question of an attempt has so few and so many options. */
const least = 2
const most = 8

/**
 * Returns the groups of options on a page that shows an attempt at a test: plain lines, above some of which stands what the
 * platform says of them (`Your answer is incorrect`, `Correct answer`). They begin below the line that asks and end where
 * an explanation or the next question begins.
 *
 * @param lines The lines of a page.
 * @param features Their features.
 */
export function judgedGroups(lines: readonly Line[], features: readonly Features[]): OptionGroup[] {
  if (!lines.some(({ text }) => tellsAttempt(text))) return []
  const groups: OptionGroup[] = []
  let from = 0
  for (const line of lines) {
    if (line.index < from || verdict(line.text) === undefined) continue
    const group = groupAround(lines, features, from, line.index)
    if (!group) continue
    groups.push(group)
    from = group.last + 1
  }
  return groups
}

/** The group whose first verdict stands at an index. */
function groupAround(
  lines: readonly Line[],
  features: readonly Features[],
  from: number,
  first: number,
): OptionGroup | undefined {
  const stem = lines
    .slice(Math.max(from, first - most), first)
    .findLast(({ index, text }) => (features[index]?.likeness ?? 0) >= 0.7 || /[:：]\s{0,4}$/u.test(text))
  if (!stem) return undefined
  const verdicts: number[] = []
  const options: Array<{ readonly line: Line; readonly checked: boolean }> = []
  let said: ReturnType<typeof verdict>
  for (let index = stem.index + 1; index < lines.length && options.length <= most; index++) {
    const line = lines[index] as Line
    const { answer, numbers, options: letters } = features[index] as Features
    const here = verdict(line.text)
    if (here !== undefined) {
      verdicts.push(index)
      said = here
      continue
    }
    if (line.kind !== 'text' || answer?.firm || numbers.some(({ explicit }) => explicit)) break
    if (line.text.trim() === '') continue
    if (letters.some(({ style }) => !style.endsWith('bare'))) return undefined
    options.push({ line, checked: said === 'right' })
    said = undefined
  }
  const texts = new Set(options.map(({ line }) => comparableStart(line.text)))
  const right = options.filter(({ checked }) => checked).length
  if (options.length < least || options.length > most || texts.size < options.length || right === 0) return undefined
  return {
    style: 'judged',
    options: options.map(({ line, checked }, order) => {
      return { label: letterOf(order), line: line.index, start: 0, end: 0, checked }
    }),
    first: options[0]?.line.index ?? 0,
    last: options.at(-1)?.line.index ?? 0,
    markLines: verdicts,
  }
}
