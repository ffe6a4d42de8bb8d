import type { Line } from './line.ts'
import { lostBreaks } from './lost-breaks.ts'
import { sliceRuns } from './runs.ts'

/** Most lines hold nothing of the kind, and are not looked at twice. */
const mayBreak =
  /\p{L}\.\s{1,8}\p{Nd}{1,3}\.\s|[^\s\p{Nd}.．]\s{0,8}\p{Nd}{1,3}\s?(?:[.．、]|\p{Script=Han})|答案|解答|解析/u
const numbered = /^\s{0,8}(\p{Nd}{1,3})\s?[.．、](?!\p{Nd})/u
const longest = 200_000

/**
 * Returns lines in which those of papers whose line breaks were lost are lines again: `… D.四 2.下列 … A.一 B.二`.
 *
 * @param lines The lines of an article; their indices are not used, and those that come back have none that count.
 */
export function breakLines<Any extends Line>(lines: readonly Any[]): Any[] {
  let last: number | undefined
  return lines.flatMap((line) => {
    const { kind, text, node } = line
    if (kind !== 'text' || node.type !== 'paragraph') return [line]
    const own = numbered.exec(text.slice(0, 16))
    if (own) last = Number((own[1] as string).normalize('NFKC'))
    if (text.length < 12 || text.length > longest || !mayBreak.test(text)) return [line]
    const found = lostBreaks(text, last)
    if (found.last !== undefined) last = found.last
    if (found.at.length === 0) return [line]
    const bounds = [0, ...found.at, text.length]
    return bounds.slice(0, -1).map((from, index) => part(line, from, bounds[index + 1] as number))
  })
}

function part<Any extends Line>(line: Any, from: number, to: number): Any {
  const runs = sliceRuns(line.runs, from, to)
  const start = runs[0]?.start ?? line.start
  const end = runs.at(-1)?.end ?? line.end
  const common = { ...line, text: line.text.slice(from, to), runs, end, contentEnd: end }
  if (from === 0) return common
  const { item: _, ...rest } = common
  return { ...rest, start, opens: false, afterBreak: true, blankBefore: false } as Any
}
