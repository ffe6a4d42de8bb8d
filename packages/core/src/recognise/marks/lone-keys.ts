import type { Line } from '../lines/line.ts'
import { type AnswerMark, readKey } from './answer-mark.ts'
import type { OptionGroup } from './option-group.ts'

/**
 * Returns the lines that are nothing but letters of the options right above them, where most groups of options of the page,
 * and two of them, have such a line: they are the keys, though no word says so.
 *
 * @param lines The lines of a page.
 * @param groups Its options.
 */
export function loneKeys(lines: readonly Line[], groups: readonly OptionGroup[]): Map<number, AnswerMark> {
  const found = new Map<number, AnswerMark>()
  for (const { last, options } of groups) {
    const line = lines[last + 1]
    if (line?.kind !== 'text' || line.item || !/^\s{0,4}[A-H](?:[\s,，、]{0,2}[A-H]){0,7}\s{0,4}$/u.test(line.text))
      continue
    const key = readKey(line.text.trimStart())
    const labels = new Set(options.map(({ label }) => label))
    if (key?.alone && key.labels.length > 0 && key.labels.every((label) => labels.has(label)))
      found.set(line.index, { role: 'answer', word: line.text.trim(), length: 0, firm: true })
  }
  return found.size >= 2 && found.size * 2 > groups.length ? found : new Map()
}
