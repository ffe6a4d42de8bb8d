import type { Span } from '../../schema/bank.ts'
import type { Piece } from '../content/to-content.ts'
import type { Document } from '../document.ts'
import type { Container, Line } from '../lines/line.ts'
import { sourceSpan } from './source-span.ts'

/** An answer without its references, the references, and the mark between them. */
export interface WithReferences {
  readonly pieces: readonly Piece[]
  readonly references: readonly Piece[]
  readonly markers: readonly Span[]
}

/**
 * Returns an answer or explanation and the references at its end: a mark on a line of its own (`参考：`, `References:`), and
 * behind it nothing but list items and lines with links. Where anything else follows, it is part of the answer.
 *
 * @param pieces The answer.
 * @param document What is known of the document.
 */
export function takeReferences(pieces: readonly Piece[], document: Document): WithReferences {
  const at = pieces.findLastIndex((one) => isMark(one, document))
  const references = pieces.slice(at + 1)
  const mark = pieces[at]
  if (at < 1 || mark === undefined || references.length === 0 || !references.every(({ line }) => pointsElsewhere(line)))
    return { pieces, references: [], markers: [] }
  return { pieces: pieces.slice(0, at), references, markers: [sourceSpan(mark.line, mark.from, mark.to)] }
}

function isMark({ line, from, to }: Piece, { answers }: Document): boolean {
  const mark = answers[line.index]
  if (mark?.role !== 'references' || !mark.firm || from > 0) return false
  const lead = line.text.length - line.text.trimStart().length
  return line.text.slice(lead + mark.length, to).trim() === ''
}

function pointsElsewhere(line: Line): boolean {
  if (line.kind !== 'text') return false
  return isListed(line.container) || line.runs.some(({ wraps }) => wraps.some(({ type }) => type === 'link'))
}

function isListed(container: Container | undefined): boolean {
  for (let at = container; at; at = at.parent) if (at.node.type === 'listItem') return true
  return false
}
