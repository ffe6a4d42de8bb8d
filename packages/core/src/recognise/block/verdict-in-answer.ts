import { type Piece, pieceText } from '../content/to-content.ts'
import type { FoundKey } from './block.ts'
import type { MarkLine } from './parts.ts'

/**
 * Takes the verdict off an answer that begins with it, `True. It …`; the rest becomes the explanation. Returns the key, or
 * `undefined` where the answer begins otherwise.
 *
 * @param answer The answer; emptied where it begins with a verdict.
 * @param explanation What explains it; the rest of the answer is put before it.
 * @param mark Records a part of a line as a mark.
 */
export function verdictOf(answer: Piece[], explanation: Piece[], mark: MarkLine): FoundKey | undefined {
  const at = answer.findIndex((one) => pieceText(one).trim() !== '')
  const first = answer[at]
  if (first?.line.kind !== 'text') return undefined
  const text = first.line.text.slice(first.from, first.to)
  const lead = text.length - text.trimStart().length
  // `==True== It is …`: what is set off is the verdict.
  const [run] = first.line.runs.filter((one) => one.text.trim() !== '')
  const isSetOff = run !== undefined && run.wraps.length > 0 && /^\s?(?:true|false)[.:,]?\s?$/iu.test(run.text)
  const verdict = (isSetOff ? /^(?:true|false)\b[.,:]?\s{0,4}/iu : opening).exec(text.slice(lead, lead + 16))
  if (!verdict) return undefined
  const end = first.from + lead + verdict[0].length
  mark(first.line, first.from, end)
  const rest = { ...first, from: end }
  const others = answer.splice(0).slice(at + 1)
  explanation.unshift(...(pieceText(rest).trim() === '' ? [] : [rest]), ...others)
  return { labels: [], truth: /^t/iu.test(verdict[0]), line: first.line.number, by: 'mark' }
}

const opening = /^(?:true|false)\b\s{0,2}(?:[.,;:!–—-]\s{0,4}|$)/iu
