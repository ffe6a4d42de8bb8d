import { z } from 'zod'
import { questionFileSchema, questionsFileSchema, questionsSchemaId } from './questions-file.ts'

/** Returns the JSON Schema (2020-12) of `questions.json`, as it is published beside it. */
export function questionsJsonSchema(): object {
  return named(questionsFileSchema, questionsSchemaId)
}

/** Returns the JSON Schema (2020-12) of the files of single questions. */
export function questionFileJsonSchema(): object {
  return named(questionFileSchema, `${questionsSchemaId}:question`)
}

/**
 * Returns a zod schema as JSON Schema (2020-12) under a name.
 *
 * @param schema what to convert; loose objects stay open to fields that later versions add
 * @param id its `$id`
 */
export function named(schema: z.ZodType, id: string): object {
  const {
    $schema,
    $id: _,
    id: __,
    ...rest
  } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'output' }) as Record<string, unknown>
  return { $schema, $id: id, ...rest }
}
