/** Where, in a line such as `电弧：高温的弧光`, the term ends and its meaning begins. */
export interface TermMark {
  readonly end: number
  readonly meaning: number
}

const term = /^([^:：。？?，,]{1,40}?)\s?(?:[:：]\s{0,2}|[—–]{1,2}\s{0,2})(?=\S)/u

/**
 * Returns where a term ends and its meaning begins, if a text is both.
 *
 * @param text A line's text without its number.
 */
export function termMark(text: string): TermMark | undefined {
  const match = term.exec(text)
  return match ? { end: (match[1] as string).length, meaning: match[0].length } : undefined
}
