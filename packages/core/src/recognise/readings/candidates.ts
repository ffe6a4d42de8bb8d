import type { Document } from '../document.ts'
import { beforeOptions } from './before-options.ts'
import { clozeLines } from './cloze-lines.ts'
import { dialogueCandidates } from './dialogue-candidates.ts'
import { flashCards } from './flash-cards.ts'
import { headingCandidates } from './heading-candidates.ts'
import { lineCandidates } from './line-candidates.ts'
import { numberedCandidates } from './numbered-candidates.ts'
import { prefixCandidates } from './prefix-candidates.ts'
import type { Candidate } from './reading.ts'
import { tableRows } from './table-rows.ts'

/**
 * Returns all ways in which a document could mark its questions that have at least one question.
 *
 * @param document What is known of the document.
 */
export function candidates(document: Document): Candidate[] {
  return [
    ...numberedCandidates(document),
    ...headingCandidates(document),
    ...lineCandidates(document),
    ...prefixCandidates(document),
    ...dialogueCandidates(document),
    ...flashCards(document),
    ...beforeOptions(document),
    ...tableRows(document),
    ...clozeLines(document),
  ]
    .map((candidate) => outsideKeys(document, candidate))
    .filter((candidate) => candidate.starts.length > 0)
}

/** Without what an answer key begins as questions begin. */
function outsideKeys({ inKey }: Document, candidate: Candidate): Candidate {
  const starts = candidate.starts.filter(({ line }) => !inKey[line])
  return starts.length === candidate.starts.length ? candidate : { ...candidate, starts }
}
