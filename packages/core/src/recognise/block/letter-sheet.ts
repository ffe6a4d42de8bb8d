import type { Line } from '../lines/line.ts'

const letter =
  /^\s{0,4}[【[(（]\s?([A-HＡ-Ｈ])\s?[】\])）]\s{0,4}([【[(（]\s?(?:此项|该项)?为?(?:本题)?正确(?:答案|选项)?\s?[】\])）])?\s{0,4}$/u

/** Letters that stand alone, one in a line, below the options: as on an answer sheet. */
export interface LetterSheet {
  /** Indices of its lines. */
  readonly lines: ReadonlySet<number>
  /** Letters that are said to be right, and where the first of them is. */
  readonly labels: readonly string[]
  readonly at: Line | undefined
}

/**
 * Returns the answer sheet in a question's lines, if there is one: `【A】`, `【B】 【此项为本题正确答案】`, …
 *
 * @param lines The lines of a question.
 */
export function letterSheet(lines: readonly Line[]): LetterSheet | undefined {
  const found = lines.flatMap((line) => {
    const match = line.kind === 'text' ? letter.exec(line.text.slice(0, 60)) : null
    return match ? [{ line, label: (match[1] as string).normalize('NFKC'), right: match[2] !== undefined }] : []
  })
  if (found.length === 0) return markedLetters(lines)
  const follows = found.every(({ label }, index) => label.charCodeAt(0) === 65 + index)
  if (found.length < 2 || !follows) return undefined
  const right = found.filter((one) => one.right)
  return {
    lines: new Set(found.map(({ line }) => line.index)),
    labels: right.map(({ label }) => label),
    at: right[0]?.line,
  }
}

const marked = /^\s{0,4}([A-H])(?:\s?[-–—:：]\s?(?:correct|right)|\s?[✓✔✅])?\s{0,4}$/iu

/** The letters again, in a list, the right ones marked: `A`, `B - Correct`. */
function markedLetters(lines: readonly Line[]): LetterSheet | undefined {
  const found = lines.flatMap((line) => {
    const match = line.item && line.kind === 'text' ? marked.exec(line.text.slice(0, 40)) : null
    return match ? [{ line, label: (match[1] as string).toUpperCase(), right: match[0].trim().length > 1 }] : []
  })
  const right = found.filter((one) => one.right)
  if (found.length < 2 || right.length === 0 || new Set(found.map(({ label }) => label)).size < found.length)
    return undefined
  return {
    lines: new Set(found.map(({ line }) => line.index)),
    labels: right.map(({ label }) => label),
    at: right[0]?.line,
  }
}
