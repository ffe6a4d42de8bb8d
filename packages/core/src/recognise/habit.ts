import type { Habit } from './block/block.ts'
import type { Document } from './document.ts'
import type { Line } from './lines/line.ts'
import { isEmphasised } from './marks/emphasised.ts'
import { inlineAnswer, shortAnswer } from './marks/inline-answer.ts'
import { endsInCross } from './marks/right-mark.ts'
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
    answersInline: answersInline(document, blocks),
    answersShort: empty * 10 >= blocks.length * 9 && answersShort(document, blocks),
    optionsUsual: blocks.length >= 3 && withOptions * 10 >= blocks.length * 7,
    optionsRare: blocks.length >= 8 && withOptions * 10 < blocks.length,
    answersMissing: empty * 2 > blocks.length,
    boldRight: boldRight(document),
    crossesRight: crossesRight(document),
    truthOptions: truths.length * 8 >= groups.length && truths.length > 0,
  }
}

/** At least two of the questions, and a third of them, are lines that go on with the answer behind the question mark. */
function answersInline({ lines, answers }: Document, blocks: readonly PlannedBlock[]): boolean {
  const inline = blocks.filter(
    ({ start, end }) =>
      inlineAnswer(lines[start.line]?.text.slice(start.mark) ?? '') !== undefined &&
      !answers.slice(start.line + 1, end).some((mark) => mark?.firm),
  ).length
  return inline >= 2 && inline * 3 >= blocks.length
}

/** Nearly all questions, and three of them, have a few words behind the question mark, mostly different ones. */
function answersShort({ lines }: Document, blocks: readonly PlannedBlock[]): boolean {
  const words = blocks.flatMap(({ start }) => {
    const text = lines[start.line]?.text.slice(start.mark) ?? ''
    const answer = shortAnswer(text)
    return answer ? [text.slice(answer.to, answer.end)] : []
  })
  return words.length >= 3 && words.length * 10 >= blocks.length * 8 && new Set(words).size * 2 > words.length
}

/** In half of the groups of options, and three of them, some options and not most are strong or highlighted. */
function boldRight({ lines, groups }: Document): boolean {
  const emphasised = groups.filter(({ options }) => {
    const count = options.filter(({ line }) => isEmphasised(lines[line] as Line)).length
    return count > 0 && count * 2 <= options.length
  })
  return emphasised.length >= 3 && emphasised.length * 2 >= groups.length
}

/** In most groups of options, and three of them, some and not most end in an `x` behind a gap. */
function crossesRight({ lines, groups }: Document): boolean {
  const crossed = groups.filter(({ options }) => {
    const count = options.filter(({ line, end }) => endsInCross(lines[line]?.text.slice(end) ?? '')).length
    return count > 0 && count * 2 <= options.length
  })
  return crossed.length >= 3 && crossed.length * 3 >= groups.length * 2
}
