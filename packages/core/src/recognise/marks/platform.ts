const line =
  /^[\s*_•·-]{0,6}(?:most voted|community vote distribution|[A-H]{1,6}\s?\(\p{Nd}{1,3}\s?%\)(?:\s{1,8}(?:[A-H]{1,6}\s?\(\p{Nd}{1,3}\s?%\)|other|\p{Nd}{1,3}\s?%)){0,6}|(?:reveal|hide|show) (?:the )?(?:suggested answers?|solutions?|discussions?)(?:\s{1,4}discussion\s{0,4}\p{Nd}{0,4})?|discussion\s{1,4}\p{Nd}{1,4}|(?:view answer|discuss|workspace|report)(?:\s{1,4}(?:view answer|discuss|workspace|report)){1,3}|discuss it|advertisements?|flag question|remove flag|not yet answered|not answered|marked out of \p{Nd}{1,3}(?:\.\p{Nd}{1,2})?|mark \p{Nd}{1,3}(?:\.\p{Nd}{1,2})? out of \p{Nd}{1,3}(?:\.\p{Nd}{1,2})?|question text|clear my choice|mark for review)[\s*_]{0,6}$/iu

/**
 * Tells whether a line was left behind by the platform that a page was copied from: votes, buttons, marks of a student.
 *
 * @param text The line's text.
 */
export function isPlatform(text: string): boolean {
  return text.length < 120 && line.test(text)
}

/**
 * Tells whether a line may go on with the votes of the line above: the share of those who chose something else.
 *
 * @param text The line's text.
 */
export function isVoteShare(text: string): boolean {
  return text.length < 30 && /^(?:other\s?)?\p{Nd}{1,3}\s?%$|^other$/iu.test(text.trim())
}

const suffix = /\s{1,8}[(（[]?most voted[)）\]]?\s{0,4}$/iu

/**
 * Returns where in an option's text the remark of a platform begins that stands behind it (`Most Voted`); `undefined` where
 * there is none.
 *
 * @param text The option's text.
 */
export function platformSuffix(text: string): number | undefined {
  const from = Math.max(text.length - 40, 0)
  const match = suffix.exec(text.slice(from))
  return match ? from + match.index : undefined
}

const selection =
  /^[\s*_]{0,4}(?:your (?:answer|selection|choice)(?: (?:is|was))?(?: (?:in)?correct)?|correct (?:answer|selection))[\s*_:.!]{0,6}$/iu

/**
 * Tells whether a line names, as platforms do above each option, what somebody chose.
 *
 * @param text The line's text.
 */
export function namesSelection(text: string): boolean {
  return text.length < 60 && selection.test(text)
}

/** What a line above an option says of it: it is right, it is wrong, or only that it was chosen. */
export type Verdict = 'right' | 'wrong' | 'chosen'

/**
 * Returns what a line says of the option below it, as platforms show an attempt; `undefined` where it says nothing.
 *
 * @param text The line's text.
 */
export function verdict(text: string): Verdict | undefined {
  const start = text.length < 60 ? text.trim() : ''
  if (rightVerdict.test(start)) return 'right'
  if (wrongVerdict.test(start)) return 'wrong'
  return namesSelection(start) ? 'chosen' : undefined
}

/**
 * Tells whether a line can stand only on a page that shows an attempt.
 *
 * @param text The line's text.
 */
export function tellsAttempt(text: string): boolean {
  return text.length < 60 && attempted.test(text.trim())
}

const rightVerdict =
  /^(?:your (?:answer|selection|choice) (?:is|was) (?:correct|right)|correct (?:answer|selection|choice)|[你您]的(?:答案|回答|选择)(?:是)?正确(?:的)?|正确(?:答案|选项|选择))$/iu
const wrongVerdict =
  /^(?:your (?:answer|selection|choice) (?:is|was) (?:incorrect|wrong)|[你您]的(?:答案|回答|选择)(?:是)?(?:不正确|错误)(?:的)?)$/iu
const attempted =
  /^(?:your (?:answer|selection|choice) (?:is|was) (?:(?:in)?correct|right|wrong)|[你您]的(?:答案|回答|选择)(?:是)?(?:不?正确|错误)(?:的)?)$/iu
