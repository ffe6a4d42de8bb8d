import type { Lock } from './lock.ts'

/**
 * Returns the text of a lock file: JSON with one question a line, so that a change to one question is one line of
 * a diff, and two people's new questions seldom conflict.
 */
export function writeLock(lock: Lock): string {
  const { lockVersion, collection, deck, questions, retired } = lock
  return [
    '{',
    `  "lockVersion": ${lockVersion},`,
    `  "collection": ${JSON.stringify(collection)},`,
    `  "deck": ${JSON.stringify(deck)},`,
    `  "questions": ${lines(questions)},`,
    `  "retired": ${lines(retired)}`,
    '}',
    '',
  ].join('\n')
}

function lines(items: readonly object[]): string {
  return items.length === 0 ? '[]' : `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`
}
