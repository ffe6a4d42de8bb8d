import { z } from 'zod'
import { collectionFields, countsSchema } from './questions-file.ts'

/** The name of the manifest's schema. */
export const manifestSchemaId = 'urn:cardpress:manifest:v1'

/** `index.json` of a collection: what there is to fetch. */
export const manifestSchema = z
  .looseObject({
    $schema: z
      .string()
      .optional()
      .meta({ description: 'Address of the schema of this file.', examples: ['index.schema.json'] }),
    ...collectionFields,
    modified: z
      .string()
      .meta({ description: 'When the content last changed (RFC 3339, UTC).', examples: ['2026-03-01T12:00:00Z'] }),
    counts: countsSchema,
    files: z
      .array(
        z.looseObject({
          path: z.string().meta({ description: 'Relative to this file.', examples: ['json/v1/questions.json'] }),
          url: z.string().meta({
            description: 'Its address: percent-encoded; absolute where the base is known.',
            examples: ['json/v1/questions.json'],
          }),
          mediaType: z.string().meta({ description: 'MIME type.', examples: ['application/json'] }),
          bytes: z
            .int()
            .min(0)
            .meta({ description: 'Its size.', examples: [81_920] }),
          sha256: z
            .string()
            .regex(/^[0-9a-f]{64}$/)
            .meta({
              description: 'Of its bytes.',
              examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
            }),
          schemaVersion: z
            .string()
            .optional()
            .meta({ description: 'Version of the format, where the file is one of ours.', examples: ['1.0'] }),
        }),
      )
      .meta({
        description: 'Every file of the collection, in alphabetical order of the paths; this one is not in it.',
        examples: [
          [
            {
              path: 'feed.json',
              url: 'feed.json',
              mediaType: 'application/feed+json',
              bytes: 81_920,
              sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
            },
          ],
        ],
      }),
  })
  .meta({ title: 'Manifest of a Cardpress collection', description: 'index.json: every file of a collection.' })

export type Manifest = z.infer<typeof manifestSchema>
