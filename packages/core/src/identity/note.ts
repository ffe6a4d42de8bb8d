import type { Question } from '../schema/bank.ts'
import { base32, hashParts } from './hash.ts'

/** A family of Anki note types: a question that changes its family becomes another note. */
export type NoteFamily = 'open' | 'choice' | 'cloze'

const families = {
  open: 'open',
  'short-answer': 'open',
  'single-choice': 'choice',
  'multiple-choice': 'choice',
  'true-false': 'choice',
  cloze: 'cloze',
} as const satisfies Record<Question['kind'], NoteFamily>

/** Returns the family of note types that a question belongs to. */
export function noteFamily(question: Pick<Question, 'kind'>): NoteFamily {
  return families[question.kind]
}

/**
 * Returns the guid by which Anki knows a question's note for life: 80 bits of a hash, as 16 letters and digits
 * (`a`–`z`, `2`–`7`), so that it needs no quoting in any file or search.
 *
 * @param collection the bank's permanent collection id.
 * @param questionId the question's id in that bank.
 * @param family see `noteFamily`.
 */
export function noteGuid(collection: string, questionId: string, family: NoteFamily): string {
  return base32(hashParts('guid', collection, questionId, family).slice(0, 20))
}

/**
 * Returns a number for an Anki id (note, card, deck, note type) that is the same on every build: a hash of the parts,
 * read as a moment in milliseconds between 2001-09-09 and 2020-09-13. Anki rewrites ids that lie in the future, so
 * they are drawn from a fixed range in the past.
 *
 * Two different lists of parts may meet (about once in 500 packages of 50,000 notes): the caller raises a number that is taken by
 * one until it is free, in document order.
 *
 * @param parts what the id stands for, for instance `'note', collection, questionId, family`.
 */
export function stableId(...parts: readonly string[]): number {
  const hex = hashParts('id', ...parts)
  // The remainder of the first 64 bits, 12 at a time after the first 40: all numbers stay below 2 ** 53.
  let rest = Number.parseInt(hex.slice(0, 10), 16) % idRange
  for (const at of [10, 13]) rest = (rest * 4096 + Number.parseInt(hex.slice(at, at + 3), 16)) % idRange
  return firstId + rest
}

const firstId = 1_000_000_000_000
const idRange = 600_000_000_000
