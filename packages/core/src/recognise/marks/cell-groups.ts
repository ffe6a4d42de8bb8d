import type { Line } from '../lines/line.ts'
import { type FoundOption, letterOf, type OptionGroup } from './option-group.ts'

/**
 * Returns the options of each row in a table of choice questions.
 *
 * @param lines The lines of a page.
 */
export function cellGroups(lines: readonly Line[]): OptionGroup[] {
  const groups: OptionGroup[] = []
  let options: FoundOption[] = []
  const close = (): void => {
    const [first] = options
    const last = options.at(-1)
    if (first && last && options.length > 1) groups.push({ style: 'cell', options, first: first.line, last: last.line })
    options = []
  }
  for (const line of lines) {
    if (line.kind === 'row') close()
    if (line.cell === 'option') options.push({ label: letterOf(options.length), line: line.index, start: 0, end: 0 })
  }
  close()
  return groups
}
