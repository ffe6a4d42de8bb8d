import type { Features } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'
import { letterOf, type OptionGroup } from './option-group.ts'

/** Options have so many characters at most, and a question so many of them. */
const longest = 240
const most = 8

interface Numbered {
  readonly index: number
  readonly value: number
  /** Columns before the number. */
  readonly indent: number
  /** Units of the text that the number takes. */
  readonly end: number
}

/**
 * Returns the groups of options that are counted 1, 2, 3 … below numbered questions and stand further in than these,
 * though not so far that Markdown nests them. This must happen again and again, and the questions' own numbers run on.
 *
 * @param lines The lines of a page.
 * @param features Their features.
 */
export function numberedGroups(lines: readonly Line[], features: readonly Features[]): OptionGroup[] {
  const numbered = lines.flatMap((line) => numberOf(line, features[line.index] as Features))
  const groups: OptionGroup[] = []
  let wanted: number | undefined
  let broken = 0
  for (let at = 0; at < numbered.length; at++) {
    const stem = numbered[at] as Numbered
    let end = at + 1
    while (end < numbered.length && isNext(lines, numbered, at, end)) end++
    const options = numbered.slice(at + 1, end)
    if (options.length < 2 || options.length > most) continue
    if (wanted !== undefined && stem.value !== wanted && stem.value !== 1) broken++
    wanted = stem.value + 1
    groups.push({
      style: 'numbered',
      options: options.map((option, index) => ({
        label: letterOf(index),
        line: option.index,
        start: 0,
        end: option.end,
      })),
      first: (options[0] as Numbered).index,
      last: (options.at(-1) as Numbered).index,
    })
    at = end - 1
  }
  const held = groups.reduce((sum, { options }) => sum + options.length + 1, 0)
  return groups.length >= 3 && broken * 4 <= groups.length && held * 3 >= numbered.length * 2 ? groups : []
}

/** The line counts on below a question: 1 first, then each number by one, all further in than the question and in one column. */
function isNext(lines: readonly Line[], numbered: readonly Numbered[], stem: number, at: number): boolean {
  const own = numbered[at] as Numbered
  const first = numbered[stem + 1] as Numbered
  // Whoever lets Markdown count writes 1 each time.
  const wanted = numbered[stem + 2]?.value === 1 && first.value === 1 ? 1 : at - stem
  if (own.value !== wanted || own.indent <= (numbered[stem] as Numbered).indent || own.indent !== first.indent)
    return false
  const before = numbered[at - 1] as Numbered
  const text = lines[own.index]?.text ?? ''
  // The stem may go on for a line or two; options follow each other.
  return text.length <= longest && own.index - before.index <= (at === stem + 1 ? 3 : 1)
}

function numberOf(line: Line, { numbers }: Features): Numbered[] {
  const [number] = numbers
  if (line.kind !== 'text' || !number || (number.style !== 'dot' && number.style !== 'paren')) return []
  const lead = line.text.length - line.text.trimStart().length
  return [{ index: line.index, value: number.value, indent: line.indent, end: line.item ? 0 : lead + number.length }]
}
