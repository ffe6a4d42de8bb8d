import type { Features } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'
import { simplified } from '../marks/simplified.ts'
import type { KeyEntry } from './key-entries.ts'

/** A line that gives the keys of the questions above it one after the other. */
export interface OrderedKeys {
  readonly from: number
  readonly to: number
  readonly entries: readonly KeyEntry[]
}

const keys =
  /^\s{0,4}[【[]?(?:(?:单项选择|单选|选择|判断)题?)?(?:参考|正确)?答案[】\]]?\s?[:：]?\s{0,4}((?:[A-H][,，、\s]{0,3}){2,60}|(?:[√×✓✗对错][,，、\s]{0,3}){2,60})$/u

/**
 * Returns the lines that give keys without numbers, `答案：BADC` or `答案：√×√`: as many as there are questions since the last
 * key, none of which has its own. Letters in alphabetical order below few questions may be several for the last one.
 *
 * @param lines The lines of the page.
 * @param features Their features.
 */
export function orderedKeys(lines: readonly Line[], features: readonly Features[]): OrderedKeys[] {
  return lines.flatMap((line): OrderedKeys[] => {
    const match = line.kind === 'text' && line.text.length < 200 ? keys.exec(simplified(line.text)) : null
    if (!match) return []
    const given = (match[1] as string).match(/[A-H√×✓✗对错]/gu) ?? []
    const first = firstAbove(lines, features, line.index, given.length)
    if (first === undefined || (given.length < 4 && isAscending(given))) return []
    const from = line.text.length - line.text.trimStart().length
    const entries = given.map(
      (key, at): KeyEntry => ({
        number: first + at,
        ...(/[A-H]/.test(key) ? { labels: [key] } : { labels: [], truth: /[√✓对]/u.test(key) }),
        line: line.index,
        from,
        to: line.text.length,
        next: undefined,
        until: line.index + 1,
      }),
    )
    return [{ from: line.index, to: line.index + 1, entries }]
  })
}

/** The number that a run of questions begins with, if just so many end above a line, and none of them gives its key. */
function firstAbove(
  lines: readonly Line[],
  features: readonly Features[],
  index: number,
  count: number,
): number | undefined {
  let value: number | undefined
  let found = 0
  for (let at = index - 1; at >= 0; at--) {
    const { answer, numbers } = features[at] as Features
    if (lines[at]?.kind === 'heading' && found > 0 && numbers.length === 0) break
    if (answer?.firm && answer.role === 'answer') break
    const number = numbers.find(({ style }) => style === 'dot' || style === 'comma' || style === 'paren')
    if (!number) continue
    if (value !== undefined && number.value !== value - 1) {
      if (number.value >= value) break
      continue
    }
    value = number.value
    found++
    if (value === 1) break
  }
  return found === count && value !== undefined ? value : undefined
}

function isAscending(letters: readonly string[]): boolean {
  return letters.every((letter, at) => /[A-H]/.test(letter) && (at === 0 || letter > (letters[at - 1] as string)))
}
