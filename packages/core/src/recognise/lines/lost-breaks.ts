import { longestRun } from './option-run.ts'

const number = /(?<=[^\p{Nd}.．\-–/=<>A-Za-z]|[\p{Script=Han}A-D])(\p{Nd}{1,3})\s?[.．、](?!\p{Nd})\s?(?=\S)/gu
const verdict = /[(（]\s?[√×✓✗对错]\s?[)）]|答案\s?[】\])）]?\s?[:：]?\s?[A-H对错√×]/u
const part =
  /(?<=^|[\s\p{Script=Han}A-Z）)。])([一二三四五六七八九十]{1,3}[、.．][^。；;、]{2,40}?(?:[(（][^()（）]{0,60}[)）])?[:：]?)\s{0,2}$/u
const partAtEnd = /\s([一二三四五六七八九十]{1,3}[、.．]\S{2,14})\s{0,2}$/u
const kind = /选择|判断|填空|简答|问答|论述|名词解释|计算|单选|多选|選擇|判斷|單選|多選|簡答/u
const answer = /[(（【[]?\s?(?:正确|参考|标准|正確|參考)?答案\s?[】\])）]?\s?[:：]|【答案】/u
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
  const starts: number[] = []
  const at = new Set<number>()
  let wanted = before === undefined ? undefined : before + 1
  let from = 0
  for (const match of text.matchAll(number)) {
    const value = Number((match[1] as string).normalize('NFKC'))
    const segment = text.slice(from, match.index)
    const title = part.exec(segment)
    const opens = value === 1 && title !== null && kind.test(title[1] as string)
    if (!opens && (value !== wanted || !isQuestion(segment))) continue
    if (title && (title.index > 0 || from === 0)) at.add(from + title.index + title[0].indexOf(title[1] as string))
    starts.push(match.index)
    wanted = value + 1
    from = match.index
  }
  // A part's title alone says little: its questions must follow on.
  const last = wanted === undefined || starts.length === 0 ? undefined : wanted - 1
  const ends = [...starts.slice(1), text.length]
  const closed = starts.filter((start, index) => isQuestion(text.slice(start, ends[index]))).length
  if (starts.length > 0 && closed * 3 < starts.length * 2) return { at: [], last: undefined }
  for (const start of starts) at.add(start)
  const bounds = [0, ...starts, text.length]
  for (const [index, start] of bounds.slice(0, -1).entries())
    for (const offset of within(text.slice(start, bounds[index + 1]), starts.length > 0)) at.add(start + offset)
  at.delete(0)
  return { at: [...at].toSorted((a, b) => a - b), last }
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
