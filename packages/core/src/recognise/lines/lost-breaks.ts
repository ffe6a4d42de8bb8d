import { longestRun } from './option-run.ts'

const number =
  /(?<=[^\p{Nd}.．\-–/=<>A-Za-z]|[\p{Script=Han}A-D])(?:(\p{Nd}{1,3})\s?[.．、](?!\p{Nd})\s?(?=\S)|(?<=[\p{Script=Han}。)）])(\p{Nd}{1,3})\s(?=[\p{Script=Han}“《\p{Nd}]))/gu
const verdict = /[(（]\s?[√×✓✗对错]\s?[)）]|答案\s?[】\])）]?\s?[:：]?\s?[A-H对错√×]/u
const part =
  /(?<=^|[\s\p{Script=Han}A-Z）)。])([一二三四五六七八九十]{1,3}[、.．][^。；;、]{2,40}?(?:[(（][^()（）]{0,60}[)）])?[:：]?)\s{0,2}$/u
const partAtEnd = /\s([一二三四五六七八九十]{1,3}[、.．]\S{2,14})\s{0,2}$/u
/** What stands before the first number speaks of questions, and ends. */
const preamble = /(?:[题題]|\b(?:questions?|choice|test|quiz|exam)\b).{0,120}[。.:：)）]\s{0,4}$/iu
const answer = /[(（【[]?\s?(?:正确|参考|标准|正確|參考)?(?:答案|解答)\s?[】\])）]?\s?[:：]|【答案】/u
const explanation = /(?:【|\[)?(?:答案|试题|試題)?解析(?:】|\])?\s?[:：]|【解析】/u

/** Where the lines of a paper begin within one line, and the number that its last question has. */
export interface LostBreaks {
  readonly at: readonly number[]
  readonly last: number | undefined
}

/**
 * Returns where a paper whose line breaks were lost began its lines: at the numbers that run on, if options or a verdict
 * stand between them; at the titles of parts before them; and behind options, at the words for answer and explanation.
 *
 * @param text The text of a line.
 * @param before The number of the question that the line goes on with, or of the one before it.
 */
export function lostBreaks(text: string, before: number | undefined): LostBreaks {
  if (!isQuestion(text) && !goesOn(text, before)) return { at: [], last: undefined }
  const strict = chainOf(text, before, true)
  const loose = chainOf(text, before, false)
  // Questions without options may stand among the others, where the numbers run on all the same.
  const chain =
    loose.starts.length >= 4 && share(text, loose.starts) >= 0.5 && loose.starts.length > strict.starts.length
      ? loose
      : strict
  const { starts, parts } = chain
  if (starts.length > 0 && share(text, starts) < (chain === strict ? 2 / 3 : 0.5)) return { at: [], last: undefined }
  const at = new Set([...starts, ...parts])
  const bounds = [0, ...starts, text.length]
  for (const [index, start] of bounds.slice(0, -1).entries())
    for (const offset of within(text.slice(start, bounds[index + 1]), starts.length > 0)) at.add(start + offset)
  at.delete(0)
  return { at: [...at].toSorted((a, b) => a - b), last: starts.length > 0 ? chain.last : undefined }
}

interface Chain {
  readonly starts: readonly number[]
  /** Where titles of parts stand before them. */
  readonly parts: readonly number[]
  readonly last: number | undefined
}

/** The numbers of a line that run on, behind what is a question if the chain is to be strict. */
function chainOf(text: string, before: number | undefined, strict: boolean): Chain {
  const starts: number[] = []
  const parts: number[] = []
  let wanted = before === undefined ? undefined : before + 1
  let from = 0
  for (const match of text.matchAll(number)) {
    const value = Number((match[1] ?? match[2] ?? '').normalize('NFKC'))
    const segment = text.slice(from, match.index)
    const title = part.exec(segment)
    const opens =
      value === 1 &&
      ((title !== null && /[题題]/u.test(title[1] as string)) || (starts.length === 0 && preamble.test(segment)))
    if (!opens && (value !== wanted || (strict && !isQuestion(segment) && !(from === 0 && goesOn(segment, before)))))
      continue
    if (title && (title.index > 0 || from === 0)) parts.push(from + title.index + title[0].indexOf(title[1] as string))
    starts.push(match.index)
    wanted = value + 1
    from = match.index
  }
  return { starts, parts, last: wanted === undefined ? undefined : wanted - 1 }
}

/** A line that begins with a letter goes on with the options of the question before: `f. none of these 5. Metabolism:`. */
function goesOn(text: string, before: number | undefined): boolean {
  return before !== undefined && /^\s{0,4}[(]?[B-Hb-h][.)]\s/u.test(text.slice(0, 12))
}

/** How many of the questions between some numbers have options or a verdict, 0–1. */
function share(text: string, starts: readonly number[]): number {
  // The last one may go on in the next line.
  const inner = starts.slice(0, -1)
  const last = isQuestion(text.slice(starts.at(-1) ?? 0)) ? 1 : 0
  const closed = inner.filter((start, index) => isQuestion(text.slice(start, starts[index + 1]))).length
  return inner.length + last === 0 ? 1 : (closed + last) / (inner.length + last)
}

function isQuestion(segment: string): boolean {
  return longestRun(segment).count >= 2 || verdict.test(segment)
}

/** Where options, answer, explanation and the title of the next part begin within one question. */
function within(segment: string, isBroken: boolean): number[] {
  const { count, first, last } = longestRun(segment)
  if (count < 2) return []
  const found: number[] = []
  if (isBroken && segment.slice(0, first).trim() !== '') found.push(first)
  const key = answer.exec(segment.slice(last))
  if (key && key.index > 1) found.push(last + key.index)
  const reason = explanation.exec(segment.slice(last + (key?.index ?? 0) + 1))
  if (reason && (key || reason.index > 1)) found.push(last + (key?.index ?? 0) + 1 + reason.index)
  const title = key || reason ? null : partAtEnd.exec(segment.slice(last))
  if (title) found.push(last + title.index + 1)
  return found
}
