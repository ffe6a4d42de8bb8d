import type { Line } from '../lines/line.ts'
import { isSectionLine } from './section-line.ts'
import { simplified } from './simplified.ts'

const head =
  /^[\s\p{P}*]{0,6}(?:考生须知|考生注意|注意事项|答题(?:须知|说明|要求)|考试(?:须知|说明|要求)|应试须知|instructions)[\s\p{P}*]{0,4}$/iu
const numbered = /^\s{0,8}(?:[(（]?\p{Nd}{1,2}\s?[.．、)）]|[①-⑳])/u
/** They stand at the beginning of a page, and are at most so many. */
const reach = { head: 40, lines: 20 }

/**
 * Returns the lines in which a paper tells how to sit it: below a title that says so, the numbered lines up to the first part.
 *
 * @param lines The lines of the page.
 */
export function instructionLines(lines: readonly Line[]): number[] {
  const start = lines
    .slice(0, reach.head)
    .find(({ kind, text }) => (kind === 'text' || kind === 'heading') && head.test(simplified(text)))
  if (!start) return []
  const found = [start.index]
  for (const line of lines.slice(start.index + 1, start.index + 1 + reach.lines)) {
    if (isSectionLine(line)) return found
    const isItem = line.item?.ordered === true || numbered.test(line.text)
    // Without a part's title it would not be known where they end.
    if (line.kind !== 'text' || !isItem) return []
    found.push(line.index)
  }
  return []
}
