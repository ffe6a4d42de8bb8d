import type { Document } from '../document.ts'
import type { Features } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'
import { firstCloze } from '../marks/deletions.ts'
import type { Candidate, Start } from './reading.ts'
import { mayStart, plainStart } from './starts.ts'

/**
 * Returns the reading in which blocks that hide a part of their text are questions, `{{c1::…}}`. Within one paragraph a new
 * sentence on a line of its own that counts from 1 again is a question of its own.
 *
 * @param document What is known of the document.
 */
export function clozeLines(document: Document): Candidate[] {
  const starts: Start[] = []
  let node: unknown
  for (const line of document.lines) {
    const index = firstCloze(line)
    if (index === undefined || !mayStart(document, line.index) || document.roles[line.index] === 'option') continue
    const before = document.lines[line.index - 1]
    if (line.node === node && !(index === 1 && before && /[.。!！?？;；]\s{0,4}$/u.test(before.text))) continue
    const opening = line.node === node ? line : openingLine(document, line)
    node = line.node
    starts.push(plainStart(document.features[opening.index] as Features, opening.index))
  }
  return [{ style: 'cloze-line', detail: '', starts, depth: 0, regular: 0, irregular: 0 }]
}

/** The first line of a line's block. */
function openingLine({ lines }: Document, line: Line): Line {
  let at = line.index
  while (lines[at - 1]?.node === line.node) at--
  return lines[at] as Line
}
