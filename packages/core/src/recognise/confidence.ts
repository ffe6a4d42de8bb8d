import type { Confidence } from '../schema/bank.ts'
import type { Block, BlockParts } from './block/block.ts'
import { pieceText } from './content/to-content.ts'
import { readKey } from './marks/answer-mark.ts'
import { isEmphasised } from './marks/emphasised.ts'
import { optionMark } from './marks/option-mark.ts'
import { namesSelection } from './marks/platform.ts'
import { kindOfStem } from './marks/type-mark.ts'
import { countGroups } from './own-lines.ts'
import type { ReadingStyle } from './readings/reading.ts'
import { optionsFollow } from './readings/what-follows.ts'

/**
 * Returns how certain the reading of one question is. "Sure" is a promise.
 *
 * @param block The question's lines.
 * @param parts Its parts.
 * @param style How its start was found.
 * @param page How certain the reading of the whole page is: no question is more so.
 */
export function judge(block: Block, parts: BlockParts, style: ReadingStyle, page: Confidence): Confidence {
  const own = judgeAlone(block, parts, style)
  return rank[own] < rank[page] ? own : page
}

const rank: Readonly<Record<Confidence, number>> = { unsure: 0, likely: 1, sure: 2 }

const weakKeys = new Set(['prose', 'title', 'emphasis', 'letter', 'chosen'])
const weakStyles = new Set<ReadingStyle>(['before-options', 'question-line', 'flash-card'])

function judgeAlone(block: Block, parts: BlockParts, style: ReadingStyle): Confidence {
  const { document, lines, group } = block
  // Two lists of options are two questions, or one of them is none.
  if (countGroups(document, lines) > 1) return 'unsure'
  if (group && (keysBeyond(block) || (!parts.key && parts.keyMark !== undefined))) return 'unsure'
  if (goesPastNext(block)) return 'unsure'
  if (parts.keyGuessed) return 'likely'
  if (group && parts.key && weakKeys.has(parts.key.by)) return 'likely'
  if (group && lacksKeys(block, parts)) return 'likely'
  // Something is emphasised among the options, and nobody knows why.
  if (group && !parts.key && parts.options.some(({ line }) => isEmphasised(line))) return 'likely'
  if (group?.style === 'plain' || (group?.style === 'lone-letter' && !parts.key) || splitsLine(parts)) return 'likely'
  if (!group && (lacksOptions(parts) || parts.stem.some((one) => namesSelection(pieceText(one))))) return 'unsure'
  if (!group && (isStray(block, parts) || losesAnswer(block, parts))) return 'likely'
  if (weakStyles.has(style)) return 'likely'
  return 'sure'
}

/** The stem asks for several and the key names one; or plain lists are taken for options that no key belongs to. */
function lacksKeys({ group }: Block, { key, stem }: BlockParts): boolean {
  if (!key) return group?.style === 'bullet'
  return key.labels.length === 1 && kindOfStem(stem.map(pieceText).join('\n').slice(0, 4000)) === 'multiple'
}

/** Question and answer stand on one line, which nothing marks but the question mark. */
function splitsLine({ stem, answer, answerMarked }: BlockParts): boolean {
  return !answerMarked && answer[0] !== undefined && answer[0].line === stem.at(-1)?.line
}

/** The answer of a question without options is nothing but their letters, or code that begins as options do: they were lost. */
function lacksOptions({ answer }: BlockParts): boolean {
  const [first] = answer
  if (first?.line.kind === 'code' && optionMark(first.line.text.trimStart().slice(0, 24))?.index === 0) return true
  if (first?.line.kind !== 'text' && first?.line.kind !== 'code') return false
  return /^\s{0,4}[(（]?[A-E](?:\s?[,，、&]?\s?[A-E]){0,4}[)）]?[.。]?\s{0,4}$/u.test(pieceText(first).slice(0, 40))
}

/** Among questions with options, what has none, asks nothing, and has no answer may be something else. */
function isStray({ habit, start }: Block, { answerMarked, hint, key }: BlockParts): boolean {
  return habit.optionsUsual && start.likeness < 0.5 && !answerMarked && hint === undefined && !key
}

/** A word says that the answer follows, and nothing does, though others have one. */
function losesAnswer({ habit, document, lines }: Block, { answer, explanation, key }: BlockParts): boolean {
  if (habit.answersMissing || key || answer.length > 0 || explanation.length > 0) return false
  return lines.some(({ index }) => document.roles[index] === 'answer')
}

/** A number stands within a text, and a stem with a blank behind it: a line break was lost. */
function asksWithin(text: string, value: number): boolean {
  for (const point of ['.', '、', '．', ' ']) {
    const at = text.indexOf(`${value}${point}`, 2)
    if (at > 0 && !/\p{Nd}/u.test(text[at - 1] ?? '') && blankStem.test(text.slice(at + String(value).length + 1)))
      return true
  }
  return false
}

const blankStem = /^\s{0,2}[\p{Script=Han}\p{Nd}“《][^()（）]{4,120}[(（]\s{0,6}[)）]/u

/** The number that follows on stands within the question, and options below it. */
function goesPastNext({ document, start, lines }: Block): boolean {
  const value = start.number?.value
  if (value === undefined) return false
  return lines.some(
    ({ index, text }) =>
      asksWithin(text, value + 1) ||
      (index !== start.line &&
        document.features[index]?.numbers.some((number) => number.value === value + 1 && number.style !== 'bare') &&
        document.roles[index] !== 'option' &&
        (document.features[index]?.likeness ?? 0) >= 0.7 &&
        optionsFollow(document, index)),
  )
}

/** A key names an option that is not there. */
function keysBeyond({ document, lines, group }: Block): boolean {
  const labels = new Set(group?.options.map((option) => option.label))
  return lines.some((line) => {
    if (document.roles[line.index] !== 'key') return false
    const mark = document.answers[line.index]
    const key = mark && readKey(line.text.trimStart().slice(mark.length))
    return (
      key?.alone && key.labels.length > 0 && key.truth === undefined && !key.labels.every((label) => labels.has(label))
    )
  })
}
