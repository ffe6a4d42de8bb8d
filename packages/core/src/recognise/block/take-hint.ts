import type { Span } from '../../schema/bank.ts'
import { type Piece, piece } from '../content/to-content.ts'
import type { Document } from '../document.ts'
import type { BlockParts } from './block.ts'
import { sourceSpan } from './source-span.ts'

/** The parts of a question without its hint, the hint, and what marks it. */
export interface WithHint {
  readonly parts: BlockParts
  readonly hint: readonly Piece[]
  readonly markers: readonly Span[]
}

/**
 * Returns a question's parts without the line that gives a hint, `Hint: think of …`, and the hint. Where a hint is all the
 * answer that there is, it stays one.
 *
 * @param parts The parts of the question.
 * @param document What is known of the document.
 */
export function takeHint(parts: BlockParts, document: Document): WithHint {
  const isHint = ({ line, from }: Piece): boolean => {
    const mark = document.answers[line.index]
    const lead = line.text.length - line.text.trimStart().length
    return (
      from <= lead &&
      line.kind === 'text' &&
      mark?.role === 'hint' &&
      mark.firm &&
      line.text.slice(lead + mark.length).trim() !== ''
    )
  }
  for (const field of ['stem', 'explanation', 'answer'] as const) {
    const at = parts[field].findIndex((one, index) => (field !== 'stem' || index > 0) && isHint(one))
    const found = parts[field][at]
    if (!found) continue
    const rest = parts[field].filter((_, index) => index !== at)
    if (field !== 'stem' && rest.length === 0 && parts.options.length === 0 && !parts.key) continue
    const lead = found.line.text.length - found.line.text.trimStart().length
    const start = lead + (document.answers[found.line.index]?.length ?? 0)
    return {
      parts: { ...parts, [field]: rest },
      hint: [piece(found.line, start, found.to)],
      markers: [sourceSpan(found.line, found.from, start)],
    }
  }
  return { parts, hint: [], markers: [] }
}
