import type { Span } from '../../schema/bank.ts'
import { piece } from '../content/to-content.ts'
import type { Line } from '../lines/line.ts'
import { digitKey } from '../marks/circled-groups.ts'
import { leadingKey } from '../marks/leading-key.ts'
import { typeMark } from '../marks/type-mark.ts'
import type { Block, BlockParts } from './block.ts'
import type { MarkLine, Opening } from './parts.ts'
import { sourceSpan } from './source-span.ts'
import { splitChoice } from './split-choice.ts'
import { splitOpen } from './split-open.ts'

/**
 * Returns the parts of a question's block: stem, options, key, answer or explanation, and what of it only marks them.
 *
 * @param block The question's lines.
 */
export function splitBlock(block: Block): BlockParts {
  const markers: Span[] = []
  const mark = (line: Line, from: number, to: number): void => {
    if (to > from) markers.push(sourceSpan(line, from, to))
  }
  const opening = openingPiece(block, mark)
  const { group } = block
  return group ? splitChoice(block, opening, mark, markers) : splitOpen(block, opening, mark, markers)
}

/** The question's first line without number, prefix and kind. */
function openingPiece({ start, lines, document, group }: Block, mark: MarkLine): Opening {
  const line = lines[0] as Line
  let from = start.mark
  const type = typeMark(line.text.slice(from))
  if (type) from += type.length
  const digits = group?.style === 'circled' ? digitKey(line.text.slice(from)) : undefined
  if (digits) from += digits.length
  mark(line, 0, from)
  const bare =
    document.features[line.index]?.place === 'bold' ||
    document.features[line.index]?.place === 'summary' ||
    line.emphasis === 'emphasis'
  const key = digits ? { labels: digits.labels, length: 0, alone: true } : leadingKey(line.text.trimStart())?.key
  return { piece: piece(line, from, Number.POSITIVE_INFINITY, bare), hint: type?.hint, key }
}
