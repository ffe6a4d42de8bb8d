import type { Habit } from './block/block.ts'
import type { Document } from './document.ts'
import { truthOf } from './marks/type-mark.ts'
import type { PlannedBlock } from './readings/plan.ts'

/**
 * Returns what most questions of a document do.
 *
 * @param document What is known of the document.
 * @param blocks Where its questions are.
 */
export function habitOf(document: Document, blocks: readonly PlannedBlock[]): Habit {
  const { lines, noise, groups } = document
  const isText = (index: number): boolean => lines[index]?.kind === 'text' && noise[index] === undefined
  let empty = 0
  for (const { start, end } of blocks) {
    let index = start.line + 1
    while (index < end && !isText(index)) index++
    if (index >= end) empty++
  }
  const truths = groups.filter(
    ({ options }) =>
      options.length === 2 &&
      options.every(({ line, end }) => truthOf(lines[line]?.text.slice(end).trim() ?? '') !== undefined),
  )
  // In a page of four-option questions, one with "true" and "false" is a choice like the others.
  const first = new Set(groups.map((group) => group.first))
  let withOptions = 0
  for (const { start, end } of blocks) {
    let index = start.line
    while (index < end && !first.has(index)) index++
    if (index < end) withOptions++
  }
  return {
    optionsRare: blocks.length >= 8 && withOptions * 10 < blocks.length,
    answersMissing: empty * 2 > blocks.length,
    truthOptions: truths.length * 8 >= groups.length && truths.length > 0,
  }
}
