import type { Sentence } from '@cardpress/core/messages'
import type { MathProblem } from './contract.ts'

/**
 * Returns a problem of a formula.
 *
 * @param sentence what is wrong.
 * @param offset where in the TeX source, in UTF-16 units.
 */
export function toProblem(sentence: Sentence, offset: number): MathProblem {
  return { message: sentence.en, sentence, offset }
}
