import { type Piece, piece } from '../content/to-content.ts'
import type { Block } from './block.ts'
import type { KeyWithStem, MarkLine } from './parts.ts'

const truthAtEnd =
  /([(（[【]\s{0,4})([√×✓✔✗✘]|对|错|正确|错误|[TF]|True|False)(?=\s{0,4}[)）\]】][\s.。]{0,4}$)|([.。!！]\s{0,4})(True|False|正确|错误)(?=[\s.。]{0,2}$)/u

/** `鲸鱼是鱼。（×）`: the verdict stands behind the statement. */
export function truthInStem(stem: readonly Piece[], block: Block, mark: MarkLine): KeyWithStem | undefined {
  const last = stem.at(-1)
  const text = last ? last.line.text.slice(last.from, last.to) : ''
  const match = truthAtEnd.exec(text.slice(-20))
  const verdict = match?.[2] ?? match?.[4] ?? ''
  if (!last || !match) return undefined
  // A letter in brackets, or a word behind the sentence, is a verdict only where such are asked for.
  const plainly = match[2] !== undefined && /^(?:[√×✓✔✗✘]|对|错|正确|错误)$/u.test(verdict)
  if (!plainly && block.hint !== 'true-false') return undefined
  const from = last.from + Math.max(text.length - 20, 0) + match.index + (match[1] ?? match[3] ?? '').length
  const to = from + verdict.length
  mark(last.line, from, to)
  const parts = [piece(last.line, last.from, from, last.bare), piece(last.line, to, last.to, last.bare)]
  return {
    labels: [],
    truth: /[√✓✔]|^对|^正确|^T/u.test(verdict),
    line: last.line.number,
    by: 'title',
    stem: [...stem.slice(0, -1), ...parts],
  }
}
