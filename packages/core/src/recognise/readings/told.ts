import type { Document } from '../document.ts'
import type { Features } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'
import { numberMarks } from '../marks/number-mark.ts'
import { runCandidate } from './numbered-candidates.ts'
import type { Candidate, ReadingStyle, Start } from './reading.ts'
import type { Scored } from './score.ts'
import { mayStart } from './starts.ts'

/**
 * Returns the reading that a person asked for: by its name, or by how a question begins in the article.
 *
 * @param document What is known of the document.
 * @param told The person's words: `numbered-line`, `12.`, `### 1、`, `**`, `- `, `Q:`.
 * @param ranked The readings that were found, best first.
 */
export function toldReading(document: Document, told: string, ranked: readonly Scored[]): Candidate | undefined {
  const named = ranked.find(
    ({ candidate }) => candidate.style === told || `${candidate.style} ${candidate.detail}`.trim() === told,
  )
  if (named) return named.candidate
  const { depth, bold, bullet, rest } = shapeOf(told)
  const fits = (line: Line, feature: Features): boolean => {
    if (depth > 0 && line.depth !== depth) return false
    if (bold && line.emphasis !== 'strong') return false
    if (bullet && !(line.item && !line.item.ordered)) return false
    return feature.place !== 'none'
  }
  const styles = numberMarks(`${rest} `)
    .filter((mark) => mark.length >= rest.length && mark.style !== 'bare')
    .map((mark) => mark.style)
  const starts: Start[] = []
  for (const [index, feature] of document.features.entries()) {
    const line = document.lines[index] as Line
    if (
      !fits(line, feature) ||
      (styles.length > 0 && !mayStart(document, index)) ||
      document.noise[index] !== undefined
    )
      continue
    const start = styles.length > 0 ? numberedStart(line, feature, styles) : literalStart(line, feature, rest)
    if (start) starts.push(start)
  }
  if (starts.length === 0) return undefined
  const style: ReadingStyle =
    styles.length > 0
      ? depth > 0
        ? 'numbered-heading'
        : 'numbered-line'
      : depth > 0
        ? 'heading'
        : bold
          ? 'bold-line'
          : bullet
            ? 'bullet'
            : 'prefix'
  if (styles.length > 0) return runCandidate(document, style, 'as told', starts)[0]
  return { style, detail: 'as told', starts, depth, regular: 0, irregular: 0 }
}

interface Shape {
  readonly depth: number
  readonly bold: boolean
  readonly bullet: boolean
  readonly rest: string
}

function shapeOf(told: string): Shape {
  const [, hashes = '', after = ''] = /^(#{0,6})\s{0,4}(.{0,200})$/u.exec(told.trim()) ?? []
  const bullet = /^[-*+•](?:\s|$)/u.test(after)
  const inner = bullet ? after.slice(1).trimStart() : after
  const bold = inner.startsWith('**')
  const rest = bold
    ? inner
        .slice(2)
        .replace(/[.…]{0,3}\*{0,2}$/u, '')
        .trim()
    : inner.trim()
  return { depth: hashes.length, bold, bullet, rest }
}

function numberedStart(
  line: Line,
  { numbers, indent, likeness }: Features,
  styles: readonly string[],
): Start | undefined {
  const number = numbers.find((mark) => styles.includes(mark.style))
  return number && { line: line.index, number, mark: indent + number.length, likeness }
}

function literalStart(line: Line, { indent, likeness, numbers }: Features, rest: string): Start | undefined {
  // What passes for decoration elsewhere (`※`, `★`) may be the very mark.
  const from = [indent, line.text.length - line.text.trimStart().length].find((at) =>
    line.text.slice(at).toLowerCase().startsWith(rest.toLowerCase()),
  )
  if (from === undefined) return undefined
  const after = line.text.slice(from + rest.length)
  const space = after.length - after.replace(/^[\s:：.、]{1,8}/u, '').length
  return {
    line: line.index,
    number: rest === '' ? numbers.find((mark) => mark.style !== 'bare') : undefined,
    mark: from + rest.length + (rest === '' ? 0 : space),
    likeness,
  }
}
