import { isPoints } from './points-mark.ts'
import { questionLikeness } from './question-words.ts'
import { truthOf } from './type-mark.ts'

/** Where, in a line that asks, its answer begins. */
export interface InlineAnswer {
  /** Offset after the question. */
  readonly from: number
  /** Offset at which the answer's own text begins; a mark may stand between. */
  readonly to: number
  /** Offset after the answer: a bracket that opened before its mark closes there. */
  readonly end: number
  /** The word of the mark, if there is one. */
  readonly word?: string
}

const marked =
  /(?<=[?？.。)）_:：!！])(?:\s{1,8}|(?=[(（[]?(?:正确|参考)?答))[(（[]?(A|Ans|Answer|(?:正确|参考)?答案?)\s?[:：]\s{0,4}(?=\S)/u
const short = /[?？]["”’]?\s{1,8}(?=\S)/u
const bracketed = /^([(（[])([^()（）[\]]{1,80})[)）\]]$/u
const instruction =
  /^(?:choose|select|pick|tick|explain|give|list|name|describe|why|discuss|justify|optional|hint|选|多选|单选|可多选)/iu

const plain = /[?？]["”’]?\s{1,8}(?=[\p{Lu}\p{Nd}\p{Script=Han}"“‘(])/u

/**
 * Returns where the answer begins in a line that both asks and answers: behind a mark (`What is it? Answer: a duck`), or as
 * a sentence behind the question mark (`What is a duck? A duck is a bird.`).
 *
 * @param text The line's text, from where the question begins.
 */
export function inlineAnswer(text: string): InlineAnswer | undefined {
  if (text.length > 4000) return undefined
  const mark = marked.exec(text)
  if (mark) {
    const closing = /[(（[]/u.test(mark[0]) ? (/[)）\]]\s{0,4}$/u.exec(text)?.index ?? text.length) : text.length
    return { from: mark.index, to: mark.index + mark[0].length, end: closing, word: mark[1] as string }
  }
  const match = plain.exec(text)
  if (!match) return undefined
  const to = match.index + match[0].length
  const rest = text.slice(to).trim()
  // What asks again, or tells how to answer, is no answer.
  const answers = rest.length >= 20 && !/[?？]/u.test(rest) && !rest.startsWith('(') && questionLikeness(rest) < 0.45
  return answers ? { from: to, to, end: text.length } : undefined
}

/**
 * Returns where a few words stand behind the question mark of a line that can answer it: `Who wrote it? Vivaldi`, or in
 * brackets. Only where nearly every question of a page has such words, and nothing else answers it, are they answers.
 *
 * @param text The line's text, from where the question begins.
 */
export function shortAnswer(text: string): InlineAnswer | undefined {
  if (text.length > 600) return undefined
  const match = short.exec(text)
  if (!match) return undefined
  const from = match.index + match[0].length
  const rest = text.slice(from).trim()
  const inner = bracketed.exec(rest)?.[2]?.trim() ?? rest
  if (inner === '' || /[?？]/u.test(rest) || instruction.test(inner) || isPoints(rest) || truthOf(inner) !== undefined)
    return undefined
  const to = text.indexOf(inner, from)
  return { from, to, end: to + inner.length }
}
