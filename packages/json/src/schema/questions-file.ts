import { z } from 'zod'
import { publishedQuestionSchema } from './published-question.ts'

/** The version of the published schema. Minor versions add optional fields; nothing is removed or changed in 1.x. */
export const publishedSchemaVersion = '1.0'

/** The name of the published schema, wherever a copy of it lies. */
export const questionsSchemaId = 'urn:cardpress:questions:v1'

const count = z.int().min(0)

/** How many questions there are of each kind; kinds that do not occur are left out. */
export const countsSchema = z
  .looseObject({
    questions: count.meta({ description: 'All questions.', examples: [29] }),
    retired: count.meta({ description: 'Questions that are there no longer.', examples: [0] }),
    byKind: z
      .record(z.string(), count)
      .meta({ description: 'Questions by kind.', examples: [{ open: 22, 'single-choice': 7 }] }),
  })
  .meta({
    id: 'Counts',
    description: 'How much there is.',
    examples: [{ questions: 29, retired: 0, byKind: { open: 29 } }],
  })

export type Counts = z.infer<typeof countsSchema>

/** What identifies a collection, in every file of it. */
export const collectionFields = {
  schemaVersion: z
    .string()
    .regex(/^1\.\d+$/)
    .meta({
      description: 'Version of this format. Accept any 1.x and ignore fields that you do not know.',
      examples: ['1.0'],
    }),
  collection: z
    .string()
    .min(1)
    .meta({ description: 'Permanent id of the collection.', examples: ['dl-cv-interview-4mzq'] }),
  title: z
    .string()
    .min(1)
    .meta({ description: 'The title of the article.', examples: ['Deep learning interview'] }),
  description: z
    .string()
    .optional()
    .meta({ description: 'What it is about.', examples: ['29 questions with answers.'] }),
  language: z.string().meta({ description: 'BCP 47 tag of the content.', examples: ['zh-Hans', 'en'] }),
  tags: z.array(z.string()).meta({ description: 'Key words of the whole collection.', examples: [['deep-learning']] }),
  license: z
    .string()
    .optional()
    .meta({ description: 'The licence of the content.', examples: ['CC-BY-4.0'] }),
  author: z
    .string()
    .optional()
    .meta({ description: 'Who wrote the article.', examples: ['Ada Lovelace'] }),
  url: z
    .string()
    .optional()
    .meta({ description: 'Where the article is published.', examples: ['https://example.org/interview'] }),
  translationOf: z
    .looseObject({
      collection: z.string().meta({ description: 'The other collection.', examples: ['dl-cv-interview-4mzq'] }),
      language: z.string().meta({ description: 'Its language.', examples: ['zh-Hans'] }),
    })
    .optional()
    .meta({
      description: 'The collection of which this is a translation.',
      examples: [{ collection: 'dl-cv-interview-4mzq', language: 'zh-Hans' }],
    }),
}

const head = {
  $schema: z
    .string()
    .optional()
    .meta({ description: 'Address of the schema of this file.', examples: ['questions.schema.json'] }),
  ...collectionFields,
  mathFormat: z.enum(['tex', 'mathml', 'svg']).meta({
    description:
      'How formulas stand in "html": tex between \\(…\\) and \\[…\\] for MathJax or KaTeX, mathml for the browser, svg as pictures.',
    examples: ['tex'],
  }),
  source: z
    .looseObject({
      path: z.string().meta({ description: 'The file name of the article.', examples: ['article.md'] }),
      sha256: z.string().meta({
        description: 'Of its bytes.',
        examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
      }),
      encoding: z.string().meta({ description: 'The encoding that it was read in.', examples: ['utf-8', 'gb18030'] }),
      format: z
        .string()
        .meta({ description: 'The format that it was read as.', examples: ['markdown', 'text', 'html'] }),
    })
    .meta({
      description: 'The article that the questions come from.',
      examples: [
        {
          path: 'article.md',
          sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
          encoding: 'utf-8',
          format: 'markdown',
        },
      ],
    }),
}

/** `questions.json`. */
export const questionsFileSchema = z
  .looseObject({
    ...head,
    counts: countsSchema,
    questions: z.array(publishedQuestionSchema).meta({ description: 'All questions, in the order of the article.' }),
    retired: z
      .array(
        z.looseObject({
          id: z.string().meta({ description: 'The id, which is never used again.', examples: ['old-question-7xk2'] }),
          title: z.string().meta({ description: 'The last title.', examples: ['What was it?'] }),
          since: z
            .string()
            .regex(/^\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
            .meta({ description: 'When it went (RFC 3339, UTC).', examples: ['2026-03-01T12:00:00Z'] }),
        }),
      )
      .meta({
        description: 'Tombstones of questions that the article no longer has.',
        examples: [[{ id: 'old-question-7xk2', title: 'What was it?', since: '2026-03-01T12:00:00Z' }]],
      }),
  })
  .meta({ title: 'Questions of a Cardpress collection', description: 'questions.json: every question of one article.' })

export type QuestionsFile = z.infer<typeof questionsFileSchema>

/** `questions/<id>.json`: one question with what identifies its collection. */
export const questionFileSchema = z
  .looseObject({ ...head, question: publishedQuestionSchema })
  .meta({ title: 'One question of a Cardpress collection', description: 'questions/<id>.json: one question.' })

export type QuestionFile = z.infer<typeof questionFileSchema>
