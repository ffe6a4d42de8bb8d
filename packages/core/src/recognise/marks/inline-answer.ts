import { questionLikeness } from './question-words.ts'

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
