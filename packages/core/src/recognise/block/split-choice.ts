import type { Span } from '../../schema/bank.ts'
import { type Piece, piece } from '../content/to-content.ts'
import type { Line } from '../lines/line.ts'
import { announcesOptions } from '../marks/listed-groups.ts'
import type { Block, BlockParts, FoundKey } from './block.ts'
import { keyInOptions, withoutKeyMarks } from './key-in-options.ts'
import { keyInStem } from './key-in-stem.ts'
import { type LetterSheet, letterSheet } from './letter-sheet.ts'
import { optionParts } from './option-parts.ts'
import type { KeyWithStem, MarkLine, Opening } from './parts.ts'
import { Tail } from './tail.ts'

/** A question with options: stem, options, and what follows them. */
export function splitChoice(block: Block, opening: Opening, mark: MarkLine, markers: Span[]): BlockParts {
  const { lines, group, document } = block
  if (!group) throw new TypeError('splitChoice needs a block with options')
  const at = lines.findIndex((line) => line.index === group.first)
  const first = group.options[0]?.start ?? 0
  const stem: Piece[] =
    at === 0 ? [piece(opening.piece.line, opening.piece.from, first, opening.piece.bare === true)] : [opening.piece]
  const state = new Tail(block, mark)
  for (const line of lines.slice(1, Math.max(at, 1))) {
    // A key may stand above its options.
    if (document.roles[line.index] === 'key' || answersInWords(block, line)) state.add(line)
    else if (announcesOptions(line.text)) mark(line, 0, line.text.length)
    else if (line.kind !== 'rule') stem.push(piece(line))
  }
  if (at > 0 && first > 0 && (lines[at] as Line).text.slice(0, first).trim() !== '')
    stem.push(piece(lines[at] as Line, 0, first))
  const { options, end } = optionParts(block, mark)
  const sheet = letterSheet(lines.slice(end))
  for (const line of lines.slice(end)) {
    if (sheet?.lines.has(line.index)) mark(line, 0, line.text.length)
    else state.add(line)
  }
  const key: KeyWithStem | undefined =
    state.key ??
    keyOnSheet(sheet) ??
    keyInOptions(options, block, mark) ??
    keyBefore(opening, options) ??
    keyInStem(stem, options, mark)
  const stripped = key ? options.map((option) => withoutKeyMarks(option, key, block.habit)) : options
  return {
    stem: key?.stem ?? stem,
    options: stripped,
    answer: [],
    explanation: state.rest,
    key: key ? { labels: key.labels, truth: key.truth, line: key.line, by: key.by } : undefined,
    markers,
    hint: opening.hint ?? state.hint ?? block.hint,
    keyMark: state.keyMark,
    explanationMark: state.explanationMark,
    answerMarked: key !== undefined,
  }
}

/** `Answer: float`, above `Choices: int; float`. */
function answersInWords({ document, group }: Block, { index }: Line): boolean {
  const mark = document.answers[index]
  return group?.style === 'listed' && mark?.firm === true && mark.role === 'answer'
}

/** `( B ) 1.`: the key stands before the number. */
function keyBefore({ key, piece: { line } }: Opening, options: BlockParts['options']): FoundKey | undefined {
  const labels = key?.labels ?? []
  if (labels.length === 0 || !labels.every((label) => options.some((option) => option.label === label)))
    return undefined
  return { labels, line: line.number, by: 'title' }
}

function keyOnSheet(sheet: LetterSheet | undefined): FoundKey | undefined {
  if (!sheet?.at) return undefined
  return { labels: sheet.labels, line: sheet.at.number, by: 'mark' }
}
