import { type Piece, piece } from '../content/to-content.ts'
import { readKey } from '../marks/answer-mark.ts'
import type { BlockParts } from './block.ts'
import type { KeyWithStem, MarkLine } from './parts.ts'

/** `…错误的是（B）` and `…错误的是  B`: the key stands in the stem. */
export function keyInStem(
  stem: readonly Piece[],
  options: BlockParts['options'],
  mark: MarkLine,
): KeyWithStem | undefined {
  const labels = new Set(options.map((option) => option.label))
  for (const [index, one] of stem.entries()) {
    const text = one.line.text.slice(one.from, one.to)
    const match = inBrackets.exec(text) ?? (index === stem.length - 1 ? atEnd.exec(text) : null)
    const letters = match?.[2] ?? match?.[1]
    const found = letters ? readKey(letters.replaceAll(/\s/g, '')) : undefined
    if (!match || !found || found.labels.length === 0 || !found.labels.every((label) => labels.has(label))) continue
    const from = one.from + match.index + match[0].indexOf(letters as string)
    const to = from + (letters as string).length
    mark(one.line, from, to)
    const parts = [piece(one.line, one.from, from, one.bare), piece(one.line, to, one.to, one.bare)].filter(
      (part) => part.to > part.from,
    )
    return {
      labels: found.labels,
      line: one.line.number,
      by: 'title',
      stem: [...stem.slice(0, index), ...parts, ...stem.slice(index + 1)],
    }
  }
  return undefined
}

const inBrackets = /([(（【[]\s{0,4})([A-HＡ-Ｈ](?:[\s,，、]{0,2}[A-HＡ-Ｈ]){0,7})(?=\s{0,4}[)）】\]])/u
const atEnd = /(?<=[\s\p{Script=Han}?？:：。.])([A-H]{1,6})\s{0,4}[.。]?$/u
