import { type Piece, piece } from '../content/to-content.ts'
import { simplified } from '../marks/simplified.ts'
import type { Block } from './block.ts'
import type { KeyWithStem, MarkLine } from './parts.ts'

const truthAtEnd =
  /([(（[【]\s{0,4})([√×ⅹ✓✔✗✘]|对|错|正确|错误|[TFYNXx]|True|False)(?=\s{0,4}[)）\]】][\s.。]{0,4}$)|([.。!！]\s{0,4})(True|False|正确|错误)(?=[\s.。]{0,2}$)|((?<=\p{Script=Han}|[)）.。\s])\s{0,4})([√×✓✔✗✘TFYN]|(?<=[\s。])[对错])(?=\s{0,2}$)/u
/** A remark may follow where verdicts are asked for: `（×）应为 8 位`. */
const truthWithRemark =
  /([(（[【]\s{0,4})([√×ⅹ✓✔✗✘]|对|错|正确|错误|[TFYNXx])(?=\s{0,4}[)）\]】]\s{0,4}([^()（）]{1,60})$)/u

/** A verdict in the stem, the stem without it, and what is remarked behind it. */
export type StemTruth = KeyWithStem & { readonly remark?: Piece }

/** `鲸鱼是鱼。（×）`, `鲸鱼是鱼。 N`: the verdict stands behind the statement. */
export function truthInStem(stem: readonly Piece[], hint: Block['hint'], mark: MarkLine): StemTruth | undefined {
  const last = stem.at(-1)
  const text = last ? simplified(last.line.text.slice(last.from, last.to)) : ''
  const isAsked = hint === 'true-false'
  const atEnd = truthAtEnd.exec(text.slice(-20))
  const remarked = atEnd || !isAsked ? null : truthWithRemark.exec(text.slice(-80))
  const match = atEnd ?? remarked
  if (!last || !match) return undefined
  const verdict = match[2] ?? match[4] ?? match[6] ?? ''
  // A letter in brackets, or a word behind the sentence, is a verdict only where such are asked for.
  const plainly = match[2] !== undefined && /^(?:[√×ⅹ✓✔✗✘]|对|错|正确|错误)$/u.test(verdict)
  if (!plainly && !isAsked) return undefined
  const offset = Math.max(text.length - match.input.length, 0)
  const from = last.from + offset + match.index + (match[1] ?? match[3] ?? match[5] ?? '').length
  const to = from + verdict.length
  mark(last.line, from, to)
  const until = last.to - (remarked?.[3]?.length ?? 0)
  const parts = [piece(last.line, last.from, from, last.bare), piece(last.line, to, until, last.bare)]
  return {
    labels: [],
    truth: /[√✓✔]|^对|^正确|^[TY]/u.test(verdict),
    line: last.line.number,
    by: 'title',
    stem: [...stem.slice(0, -1), ...parts],
    ...(remarked ? { remark: piece(last.line, until, last.to) } : {}),
  }
}
