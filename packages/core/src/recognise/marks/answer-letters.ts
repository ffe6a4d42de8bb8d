import type { Features } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'
import type { AnswerMark } from './answer-mark.ts'
import type { OptionGroup } from './option-group.ts'

const letter = /^\s{0,8}([AB])\s?\p{Nd}{0,4}\s?(?:[:：.．)）、—–-](?:\s{1,4}|$)|:(?=[\p{Script=Han}`“《])|：(?=\S))/u

/**
 * Returns the marks of answers that a lone letter opens, `A: Oslo`, `A1. Oslo`, by line: it stands again and again, each
 * time behind something that asks, and no `B` follows.
 *
 * @param lines The lines of a page.
 * @param features Their features.
 * @param groups Its options.
 */
export function answerLetters(
  lines: readonly Line[],
  features: readonly Features[],
  groups: readonly OptionGroup[],
): Map<number, AnswerMark> {
  const taken = new Set(groups.flatMap(({ options }) => options.map(({ line }) => line)))
  const found = new Map<number, AnswerMark>()
  let asked = false
  let others = 0
  for (const { index, kind, text } of lines) {
    if (kind !== 'text' && kind !== 'heading') continue
    const match = taken.has(index) ? null : letter.exec(text.slice(0, 40))
    if (match?.[1] === 'B') others++
    else if (match && asked) {
      found.set(index, { role: 'answer', word: 'A', length: match[0].trimStart().length, firm: true })
      asked = false
    } else asked ||= asks(features[index] as Features)
  }
  return found.size >= 2 && others * 4 <= found.size ? found : new Map()
}

function asks({ likeness, numbers }: Features): boolean {
  return likeness >= 0.5 || numbers.some(({ explicit }) => explicit)
}
