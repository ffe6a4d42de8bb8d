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

function asks({ features }: Document, index: number): boolean {
  return (features[index]?.likeness ?? 0) >= 0.7
}

/** A key or the mark of an explanation stands between two lines. */
function explains({ roles }: Document, from: number, to: number): boolean {
  return roles.slice(Math.max(from, 0), to + 1).some((role) => role === 'key' || role === 'explanation')
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
    // Behind a key, a sentence that is at its end explains it.
    if (
      stem !== undefined &&
      document.lines[stem]?.number === line.number + 1 &&
      asks(document, stem) &&
      !/[,，、:：;；]\s?$/u.test(line.text) &&
      explains(document, after, index)
    )
      break
    stem = index
    if (line.kind === 'heading') break
  }
  return stem
}
