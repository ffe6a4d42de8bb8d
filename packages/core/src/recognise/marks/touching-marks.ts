import type { OptionMark } from './option-mark.ts'

const letter = /(?<=^|[\s)）》”〉」。;；,，\p{Script=Han}])([A-HＡ-Ｈ]\s?)(?=[\p{Script=Han}《“〈「\p{Nd}])/gu

/**
 * Returns the options of a line whose letters stand before their text with nothing between them: `A甲 B乙 C丙`. One that
 * stands alone in its line counts only where others follow in the next lines.
 *
 * @param text The whole line.
 * @param from Where the first must stand.
 */
export function touchingMarks(text: string, from: number): OptionMark[] {
  if (text.length > 1000) return []
  const marks: OptionMark[] = []
  for (const match of text.slice(from).matchAll(letter)) {
    if (marks.length === 0 && match.index > 0) return []
    const label = (match[1] as string).trim().normalize('NFKC')
    const index = label.charCodeAt(0) - 65
    const last = marks.at(-1)
    if (last && index !== last.index + 1) continue
    const start = from + match.index
    marks.push({ label, index, style: 'upper-touching', start, end: start + match[0].length })
  }
  const [first] = marks
  if (!first) return []
  // `A4 B5` and `A股` are words: digits need three in a line, and a single letter a short line of its own.
  const digits = /^\p{Nd}/u.test(text.slice(first.end))
  if (digits) return marks.length >= 3 ? marks : []
  return marks.length >= 2 || text.length <= 60 ? marks : []
}
