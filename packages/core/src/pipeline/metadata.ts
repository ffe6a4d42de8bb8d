import { z } from 'zod'
import { idPattern } from '../identity/question-id.ts'
import { expectations } from '../messages/texts/fields.ts'
import type { Metadata } from '../recognise/recognition.ts'

// A title such as “2024” is a number in YAML.
const line = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string().trim().min(1))

/** What an article may say about itself, in its frontmatter or its settings file. */
export const metadataSchema = z.strictObject({
  title: line.optional(),
  description: line.optional(),
  /** BCP 47. */
  language: z
    .string()
    .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, expectations.language.en)
    .optional(),
  tags: z.array(line).optional(),
  license: line.optional(),
  author: line.optional(),
  url: z
    .string()
    .regex(/^https?:\/\//, expectations.address.en)
    .optional(),
  translationOf: z.strictObject({ collection: line, language: line }).optional(),
  /** The name of the Anki deck, at the first build; `::` makes sub-decks. */
  deck: line.optional(),
  /** The collection's permanent id, where the author wants to choose it; it counts only until there is a lock. */
  collection: z.string().regex(idPattern, expectations.collection.en).optional(),
})

/** What an article says about itself. */
export interface ArticleMetadata extends Metadata {
  /** The name of the Anki deck at the first build. */
  readonly deck?: string
  /** The collection's id, until there is a lock. */
  readonly collection?: string
}
