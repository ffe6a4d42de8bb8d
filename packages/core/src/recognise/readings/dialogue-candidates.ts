import type { Document } from '../document.ts'
import type { Candidate, Start } from './reading.ts'

/**
 * Returns the reading of a conversation in which one speaker asks and the others answer: `Interviewer: …`, `Candidate: …`.
 *
 * @param document What is known of the document.
 */
export function dialogueCandidates({ dialogue, noise }: Document): Candidate[] {
  if (dialogue?.asker === undefined) return []
  const starts: Start[] = []
  for (const [line, { speaker, mark, likeness }] of dialogue.turns)
    if (speaker === dialogue.asker && likeness >= 0.5 && noise[line] === undefined)
      starts.push({ line, mark, likeness, number: undefined })
  return [{ style: 'prefix', detail: dialogue.asker.toLowerCase(), starts, depth: 0, regular: 0, irregular: 0 }]
}
