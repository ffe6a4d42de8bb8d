import type { Question } from '../schema/bank.ts'
import { say } from './say.ts'
import type { Sentence } from './sentence.ts'

/**
 * Returns what a kind of question is called.
 *
 * @param kind the kind.
 */
export function kindName(kind: Question['kind']): Sentence {
  return say(`kind.${kind}`)
}
