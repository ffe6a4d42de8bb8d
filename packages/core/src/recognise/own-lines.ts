import type { Document } from './document.ts'
import type { Line } from './lines/line.ts'
import { closingAt } from './marks/closing.ts'
import type { OptionGroup } from './marks/option-group.ts'

/**
 * Returns the lines of a question: noise, dividing rules at its end and, in the last question, closing matter left out.
 *
 * @param document What is known of the document.
 * @param from Index of its first line.
 * @param to Index of the line after its last.
 * @param isLast Whether it is the last question of the page.
 */
export function ownLines(document: Document, from: number, to: number, isLast: boolean): Line[] {
  let lines = document.lines.slice(from, to).filter((line) => document.noise[line.index] === undefined)
  if (isLast) lines = lines.slice(0, closingAt(lines))
  while (lines.length > 1 && isEmpty(lines.at(-1) as Line)) lines.pop()
  return lines
}

function isEmpty(line: Line): boolean {
  return (
    line.kind === 'rule' ||
    (line.kind === 'text' && /^[\s—–─━=_*~-]{0,200}$/u.test(line.text) && !line.text.includes('\ufffc'))
  )
}

/**
 * Returns the first group of options that lies in a question.
 *
 * @param document What is known of the document.
 * @param lines The question's lines.
 */
export function groupIn({ groups }: Document, lines: readonly Line[]): OptionGroup | undefined {
  const from = lines[0]?.index ?? 0
  const to = lines.at(-1)?.index ?? 0
  let low = 0
  let high = groups.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((groups[middle] as OptionGroup).first < from) low = middle + 1
    else high = middle
  }
  const group = groups[low]
  return group && group.last <= to ? group : undefined
}

/**
 * Returns how many groups of options, marked as the first one is, begin in a question. An explanation that goes through the
 * letters again (`A is wrong: …`) marks them otherwise.
 */
export function countGroups({ groups }: Document, lines: readonly Line[]): number {
  const from = lines[0]?.index ?? 0
  const to = lines.at(-1)?.index ?? 0
  let count = 0
  let low = 0
  let high = groups.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((groups[middle] as OptionGroup).first < from) low = middle + 1
    else high = middle
  }
  const style = groups[low]?.style
  for (; low < groups.length && (groups[low] as OptionGroup).first <= to; low++)
    if (groups[low]?.style === style) count++
  return count
}

/**
 * Tells whether a question's lines give a key, or its options do.
 *
 * @param document What is known of the document.
 * @param lines The question's lines.
 * @param group Its options.
 */
export function hasKey({ roles }: Document, lines: readonly Line[], group: OptionGroup): boolean {
  return group.options.some((option) => option.checked) || lines.some((line) => roles[line.index] === 'key')
}
