import { type Key, readKey } from './answer-mark.ts'

/** The bracket that some papers print before a question's number: `( B ) 1.`, `（√）2、`, `(  )3.`. */
export interface LeadingKey {
  /** What it says; `undefined` where it is left to be filled in. */
  readonly key: Key | undefined
  /** Units of the text that it takes, white space behind it included. */
  readonly length: number
}

const bracket =
  /^[(（]\s{0,8}([√×✓✔✗✘XxYNTFtf]|[A-HＡ-Ｈ](?:\s?[,，、]?\s?[A-HＡ-Ｈ]){0,7}|对|错|正确|错误)?\s{0,8}[)）]\s{0,4}(?=\p{Nd}{1,3}\s?[.．、。](?!\p{Nd}))/u

/**
 * Returns the bracket for the answer that a text begins with, right before a number.
 *
 * @param text The text of a line, without white space before it.
 */
export function leadingKey(text: string): LeadingKey | undefined {
  const match = bracket.exec(text.slice(0, 60))
  if (!match) return undefined
  const [whole, printed] = match
  return { key: printed === undefined ? undefined : keyOf(printed), length: whole.length }
}

/** `X` and `Y` are verdicts here, too. */
function keyOf(printed: string): Key | undefined {
  if (/^[XxNn]$/.test(printed)) return { labels: [], truth: false, length: 1, alone: true }
  if (/^[Yy]$/.test(printed)) return { labels: [], truth: true, length: 1, alone: true }
  return readKey(printed)
}
