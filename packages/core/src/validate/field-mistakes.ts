import type { z } from 'zod'
import { say } from '../messages/say.ts'
import type { Sentence } from '../messages/sentence.ts'
import { closest } from './closest.ts'
import { toProblem } from './problem.ts'

/** A field of a file that a person wrote, and what is wrong with it. */
export interface FieldMistake {
  readonly ruleId: 'unknown-field' | 'wrong-field'
  readonly path: readonly PropertyKey[]
  readonly sentence: Sentence
  /** The field that was probably meant. */
  readonly meant?: string | undefined
}

/**
 * Returns what a schema has to say of a value, field by field, in a person's words.
 *
 * @param value what the file holds.
 * @param schema what it may hold.
 * @param what what sentences call the file.
 */
export function fieldMistakes(value: unknown, schema: z.ZodObject, what: Sentence): readonly FieldMistake[] {
  const result = schema.safeParse(value)
  return (result.error?.issues ?? []).flatMap((issue): FieldMistake[] => {
    if (issue.code !== 'unrecognized_keys') {
      const { path, expected, found } = toProblem(issue, value)
      const sentence = say('wrong-field', { path, what, expected, found })
      return [{ ruleId: 'wrong-field', path: issue.path, sentence }]
    }
    return issue.keys.map((key) => {
      const path = [...issue.path, key]
      const meant = issue.path.length === 0 ? closest(key, Object.keys(schema.shape)) : undefined
      const about = { path: path.join('.'), what }
      const sentence =
        meant === undefined ? say('unknown-field', about) : say('unknown-field.meant', { ...about, meant })
      return { ruleId: 'unknown-field', path, sentence, meant }
    })
  })
}
