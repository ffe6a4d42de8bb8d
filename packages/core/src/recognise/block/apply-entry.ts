import { type Piece, piece } from '../content/to-content.ts'
import type { OwnedEntry } from '../keys/assign-entries.ts'
import type { Line } from '../lines/line.ts'
import { answerMark } from '../marks/answer-mark.ts'
import { comparable } from '../marks/comparable.ts'
import { isPoints } from '../marks/points-mark.ts'
import { truthOf } from '../marks/type-mark.ts'
import type { BlockParts } from './block.ts'
import { sourceSpan } from './source-span.ts'

/**
 * Returns a question's parts with what its entry in an answer key says.
 *
 * @param parts The parts of the question's own block.
 * @param owned The entry.
 * @param lines The lines of the page.
 */
export function applyEntry(parts: BlockParts, { entry, guessed }: OwnedEntry, lines: readonly Line[]): BlockParts {
  const line = lines[entry.line] as Line
  const markers = [...parts.markers, sourceSpan(line, entry.from, entry.to)]
  const pieces: Piece[] = []
  let named: string | undefined
  const take = (one: Line, from: number, to?: number): void => {
    if (one.text.slice(from, to).trim() === '' && one.kind !== 'code') return
    // `【问题1】（10分）`: the key says again what the question is worth.
    if (from > 0 && isPoints(one.text.slice(from, to).trim())) {
      markers.push(sourceSpan(one, from, to ?? one.text.length))
      return
    }
    const mark = answerMark(one.text.slice(from).trimStart().slice(0, 120))
    const lead = one.text.slice(from).length - one.text.slice(from).trimStart().length
    if (mark?.firm && (mark.role === 'explanation' || mark.role === 'answer')) {
      markers.push(sourceSpan(one, from + lead, from + lead + mark.length))
      const start = from + lead + mark.length
      const text = one.text.slice(start, to)
      named ??= mark.role === 'answer' ? optionNamed(parts.options, text) : undefined
      if (named && mark.role === 'answer') markers.push(sourceSpan(one, start, to ?? one.text.length))
      else if (text.trim() !== '') pieces.push(piece(one, start, to))
    } else pieces.push(piece(one, from, to))
  }
  take(line, entry.to, entry.next)
  for (let index = entry.line + 1; index < entry.until; index++) {
    const other = lines[index] as Line
    const end = entry.below?.line === index ? entry.below.to : 0
    if (end > 0) markers.push(sourceSpan(other, 0, end))
    if (other.kind !== 'rule' && other.kind !== 'hidden') take(other, end)
  }
  const labels = parts.options.map((option) => option.label)
  const verdict =
    entry.truth === undefined ? undefined : parts.options.find(({ pieces }) => truthOf(textOf(pieces)) === entry.truth)
  const fits =
    verdict !== undefined ||
    named !== undefined ||
    (entry.labels.length > 0 && entry.labels.every((label) => labels.includes(label)))
  const key =
    fits || (entry.truth !== undefined && parts.options.length === 0)
      ? {
          labels: verdict ? [verdict.label] : named ? [named] : entry.labels,
          truth: entry.truth,
          line: line.number,
          by: 'section' as const,
        }
      : undefined
  return {
    ...parts,
    markers,
    entryBase: line.container,
    key: parts.key?.by === 'chosen' ? (key ?? parts.key) : (parts.key ?? key),
    ...(parts.options.length > 0 || key
      ? { explanation: [...parts.explanation, ...pieces] }
      : { answer: [...parts.answer, ...pieces] }),
    answerMarked: true,
    ...(guessed ? { keyGuessed: true } : {}),
  }
}

/** The only option that says the same as a key. */
function optionNamed(options: BlockParts['options'], text: string): string | undefined {
  const key = comparable(text)
  const [found, ...others] = options.filter(({ pieces }) => comparable(textOf(pieces)) === key)
  return key !== '' && others.length === 0 ? found?.label : undefined
}

function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map(({ line, from, to }) => line.text.slice(from, to))
    .join(' ')
    .trim()
}
