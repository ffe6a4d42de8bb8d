import type { Span } from '../../schema/bank.ts'
import { type Piece, piece } from '../content/to-content.ts'
import type { LineRole } from '../document.ts'
import type { KeyEntry, KeySection } from '../key-section.ts'
import type { Line } from '../lines/line.ts'
import { answerMark } from '../marks/answer-mark.ts'
import { truthOf } from '../marks/type-mark.ts'
import type { PlannedBlock } from '../readings/plan.ts'
import type { BlockParts } from './block.ts'
import { sourceSpan } from './source-span.ts'

/** An entry of an answer key, with the source that it owns. */
export interface OwnedEntry {
  readonly entry: KeyEntry
  readonly span: Span
}

/**
 * Returns the entries of the answer keys of a page, by index of the question that each belongs to: the n-th question with
 * a number has the n-th entry with it, counted anew from key to key. A question that gives its own key waits for none
 * where another of its number has none.
 *
 * @param blocks The questions.
 * @param keys The answer keys.
 * @param lines The lines of the page.
 * @param roles Their roles.
 */
export function entriesByQuestion(
  blocks: readonly PlannedBlock[],
  keys: readonly KeySection[],
  lines: readonly Line[],
  roles: readonly LineRole[],
): Map<number, OwnedEntry> {
  const found = new Map<number, OwnedEntry>()
  let question = 0
  for (const [at, section] of keys.entries()) {
    const from = keys[at - 1]?.to ?? 0
    const waiting = new Map<number, number[]>()
    for (; question < blocks.length; question++) {
      const { start } = blocks[question] as PlannedBlock
      if (start.line >= section.from) break
      if (start.line < from || !start.number) continue
      const same = waiting.get(start.number.value) ?? []
      same.push(question)
      waiting.set(start.number.value, same)
    }
    for (const [number, same] of waiting) {
      const keyless = same.filter((one) => !hasKey(blocks[one] as PlannedBlock, roles))
      if (keyless.length > 0) waiting.set(number, keyless)
    }
    for (const [index, entry] of section.entries.entries()) {
      const owner = waiting.get(entry.number)?.shift()
      if (owner !== undefined)
        found.set(owner, {
          entry,
          span: spanOf(entry, section.entries[index - 1], section.entries[index + 1], lines),
        })
    }
  }
  return found
}

function hasKey({ start, end }: PlannedBlock, roles: readonly LineRole[]): boolean {
  return roles.slice(start.line, end).includes('key')
}

function spanOf(
  entry: KeyEntry,
  before: KeyEntry | undefined,
  after: KeyEntry | undefined,
  lines: readonly Line[],
): Span {
  const line = lines[entry.line] as Line
  const isBehind = before?.line === entry.line || line.text.slice(0, entry.from).trim() !== ''
  const start = isBehind ? sourceSpan(line, entry.from, entry.to).start : line.start
  if (after?.line === entry.line) return { start, end: sourceSpan(line, after.from, after.to).start }
  return { start, end: (lines[entry.until - 1] as Line).end }
}

/**
 * Returns a question's parts with what its entry in an answer key says.
 *
 * @param parts The parts of the question's own block.
 * @param owned The entry.
 * @param lines The lines of the page.
 */
export function applyEntry(parts: BlockParts, { entry }: OwnedEntry, lines: readonly Line[]): BlockParts {
  const line = lines[entry.line] as Line
  const markers = [...parts.markers, sourceSpan(line, entry.from, entry.to)]
  const pieces: Piece[] = []
  const take = (one: Line, from: number, to?: number): void => {
    if (one.text.slice(from, to).trim() === '' && one.kind !== 'code') return
    const mark = answerMark(one.text.slice(from).trimStart().slice(0, 120))
    const lead = one.text.slice(from).length - one.text.slice(from).trimStart().length
    if (mark?.firm && (mark.role === 'explanation' || mark.role === 'answer')) {
      markers.push(sourceSpan(one, from + lead, from + lead + mark.length))
      if (one.text.slice(from + lead + mark.length, to).trim() !== '')
        pieces.push(piece(one, from + lead + mark.length, to))
    } else pieces.push(piece(one, from, to))
  }
  take(line, entry.to, entry.next)
  for (let index = entry.line + 1; index < entry.until; index++) {
    const other = lines[index] as Line
    if (other.kind !== 'rule' && other.kind !== 'hidden') take(other, 0)
  }
  const labels = parts.options.map((option) => option.label)
  const verdict =
    entry.truth === undefined ? undefined : parts.options.find(({ pieces }) => truthOf(textOf(pieces)) === entry.truth)
  const fits =
    verdict !== undefined || (entry.labels.length > 0 && entry.labels.every((label) => labels.includes(label)))
  const key =
    fits || (entry.truth !== undefined && parts.options.length === 0)
      ? {
          labels: verdict ? [verdict.label] : entry.labels,
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
  }
}

function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map(({ line, from, to }) => line.text.slice(from, to))
    .join(' ')
    .trim()
}
