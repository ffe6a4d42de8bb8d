import type { Line } from '../lines/line.ts'
import type { OptionGroup } from './option-group.ts'

/** Lines between a letter and the next one, at most. */
const longest = 4

/**
 * Returns the groups of options whose letters stand on lines of their own, above the text: `A`, then `Quick sort`. Pages
 * copied from a browser have them, where each letter was a box. A single group needs four letters; two need two each.
 *
 * @param lines The lines of a page.
 */
export function loneLetterGroups(lines: readonly Line[]): OptionGroup[] {
  const groups: OptionGroup[] = []
  let open: Array<{ readonly letter: number; readonly text: number }> = []
  const close = (): void => {
    if (open.length >= 2)
      groups.push({
        style: 'lone-letter',
        options: open.map(({ text }, order) => ({ label: letters[order] as string, line: text, start: 0, end: 0 })),
        first: open[0]?.text ?? 0,
        last: open.at(-1)?.text ?? 0,
        markLines: open.map(({ letter }) => letter),
      })
    open = []
  }
  for (const { index, kind, text } of lines) {
    const order = kind === 'text' ? letters.indexOf(text.trim()) : -1
    if (order < 0) continue
    const below = textBelow(lines, index)
    const follows = order === open.length && (order === 0 || index - (open.at(-1)?.text ?? 0) <= longest)
    if (!follows) close()
    if (below !== undefined && order === open.length) open.push({ letter: index, text: below })
  }
  close()
  return groups.length >= 2 || groups.some(({ options }) => options.length >= 4) ? groups : []
}

const letters = 'ABCDEFGH'.split('')

/** The next line with text, if it is no letter itself. */
function textBelow(lines: readonly Line[], index: number): number | undefined {
  const next = lines.slice(index + 1, index + 3).find(({ text }) => text.trim() !== '')
  return next === undefined || next.kind === 'heading' || letters.includes(next.text.trim()) ? undefined : next.index
}
