import type { Document } from '../document.ts'
import type { Features } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'
import type { Candidate, Start } from './reading.ts'
import { mayStart, plainStart } from './starts.ts'

/**
 * Returns the reading in which stems have no mark of their own: the paragraph before each group of options.
 *
 * @param document What is known of the document.
 */
export function beforeOptions(document: Document): Candidate[] {
  const starts: Start[] = []
  for (const group of document.groups) {
    const at = stemBefore(document, group.first, starts.at(-1)?.line ?? -1)
    if (at !== undefined) starts.push(plainStart(document.features[at] as Features, at))
  }
  return [{ style: 'before-options', detail: '', starts, depth: 0, regular: 0, irregular: 0 }]
}

function stemBefore(document: Document, first: number, after: number): number | undefined {
  let stem: number | undefined
  for (let index = first - 1; index > after; index--) {
    const line = document.lines[index] as Line
    if (line.kind === 'rule' || document.noise[index] !== undefined || !mayStart(document, index)) {
      if (line.kind === 'code' || line.kind === 'table' || line.kind === 'math') continue
      break
    }
    if (document.roles[index] === 'option') break
    if (stem !== undefined && document.lines[stem]?.blankBefore && (document.features[stem]?.likeness ?? 0) > 0) break
    // A heading above a stem names its part, unless it asks itself.
    if (line.kind === 'heading' && stem !== undefined && (document.features[index]?.likeness ?? 0) < 0.5) break
    stem = index
    if (line.kind === 'heading') break
  }
  return stem
}
