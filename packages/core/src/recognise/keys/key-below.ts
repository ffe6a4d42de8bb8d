import type { Line } from '../lines/line.ts'
import { answerMark, readKey } from '../marks/answer-mark.ts'

/** A key that stands below its number, and where it ends. */
export interface KeyBelow {
  readonly labels: readonly string[]
  readonly truth: boolean | undefined
  readonly below: { readonly line: number; readonly to: number } | undefined
  /** A word says that an answer follows, which may name an option by its text. */
  readonly answered: true
}

/**
 * Returns the key that a line of an entry gives behind a word, `Answer: True`; without letters or a verdict where that is
 * another text, and `undefined` where there is no such line.
 *
 * @param lines The lines of the page.
 * @param from Index of the entry's first line.
 * @param until Index of the line after its last.
 */
export function keyBelow(lines: readonly Line[], from: number, until: number): KeyBelow | undefined {
  for (let index = from + 1; index < until; index++) {
    const text = lines[index]?.kind === 'text' ? (lines[index] as Line).text : ''
    const lead = text.length - text.trimStart().length
    const mark = answerMark(text.slice(lead, lead + 120))
    if (!mark?.firm || mark.role !== 'answer') continue
    const start = lead + mark.length
    const key = readKey(text.slice(start, start + 120))
    const isKey = key?.alone || (key && /[.．:：)）—–-]\s{0,4}$/u.test(text.slice(start, start + key.length)))
    return isKey
      ? { labels: key.labels, truth: key.truth, below: { line: index, to: start + key.length }, answered: true }
      : { labels: [], truth: undefined, below: undefined, answered: true }
  }
  return undefined
}
