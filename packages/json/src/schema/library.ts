import { z } from 'zod'
import { publishedQuestionSchema } from './published-question.ts'
import { collectionFields, countsSchema } from './questions-file.ts'

const { schemaVersion, collection, title, description, language, tags, translationOf } = collectionFields
const address = (what: string, example: string) => z.string().meta({ description: what, examples: [example] })
const count = (what: string, example: number) =>
  z
    .int()
    .min(0)
    .meta({ description: what, examples: [example] })

const entrySchema = z
  .looseObject({
    collection,
    title,
    description,
    language,
    tags,
    translationOf,
    counts: countsSchema,
    page: address('Its page for readers.', 'geometry/index.html'),
    manifest: address('Its own index.json, which lists its files.', 'geometry/index.json'),
    feed: address('Its feed.', 'geometry/feed.json'),
    questions: address('All its questions.', 'geometry/json/v1/questions.json'),
  })
  .meta({ id: 'Collection', description: 'One collection of the site.' })

/** `index.json` of a site of many collections. */
export const librarySchema = z
  .looseObject({
    schemaVersion,
    counts: z
      .looseObject({
        collections: count('All collections.', 200),
        questions: count('The questions of all of them.', 6000),
      })
      .meta({ description: 'How much there is.' }),
    collections: z.array(entrySchema).meta({ description: 'The collections, in the order of their folders.' }),
    questions: z.array(z.string()).meta({
      description: 'The pages that hold the questions of all collections, 500 each.',
      examples: [['questions-1.json', 'questions-2.json']],
    }),
    tags: address('Which questions have which tag.', 'tags.json'),
    duplicates: address('Which questions probably ask the same.', 'duplicates.json'),
  })
  .meta({ title: 'A site of many Cardpress collections', description: 'index.json: the collections of a site.' })

/** `questions-1.json`, …: a page of the questions of all collections. */
export const libraryQuestionsSchema = z
  .looseObject({
    schemaVersion,
    mathFormat: z.literal('tex').meta({ description: 'How formulas stand in "html".', examples: ['tex'] }),
    page: z
      .int()
      .min(1)
      .meta({ description: 'Its number.', examples: [1] }),
    pages: z
      .int()
      .min(1)
      .meta({ description: 'How many there are.', examples: [12] }),
    next: address('The page that follows; the last has none.', 'questions-2.json').optional(),
    questions: z
      .array(z.intersection(z.looseObject({ collection, language }), publishedQuestionSchema))
      .meta({ description: 'Questions as in questions.json, each with its "collection" and "language".' }),
  })
  .meta({ title: 'Questions of many collections', description: 'questions-1.json, questions-2.json, …' })

const referenceSchema = z
  .looseObject({
    collection,
    id: z.string().meta({ description: 'The id of the question in it.', examples: ['relu-dying-k3v9'] }),
    title: z.string().meta({ description: 'One line of plain text.', examples: ['What is a dying ReLU?'] }),
    url: address('The file that holds only this question.', 'geometry/json/v1/questions/relu-dying-k3v9.json'),
  })
  .meta({ id: 'Reference', description: 'Where a question is.' })

/** `tags.json`. */
export const tagsSchema = z
  .looseObject({
    schemaVersion,
    tags: z
      .array(
        z.looseObject({
          tag: z.string().meta({ description: 'The tag.', examples: ['optimisation'] }),
          count: count('How many questions have it.', 12),
          questions: z.array(referenceSchema).meta({ description: 'They, in the order of the collections.' }),
        }),
      )
      .meta({ description: 'In alphabetical order of the tags. A tag of a collection is a tag of its questions.' }),
  })
  .meta({ title: 'Tags of many collections', description: 'tags.json: which questions have which tag.' })

/** `duplicates.json`. */
export const duplicatesSchema = z
  .looseObject({
    schemaVersion,
    groups: z
      .array(
        z.looseObject({
          similarity: z
            .number()
            .min(0)
            .max(1)
            .meta({ description: 'How alike they are at least: 1 is the same wording.', examples: [0.92] }),
          questions: z.array(referenceSchema).meta({ description: 'Questions of different collections.' }),
        }),
      )
      .meta({ description: 'Nothing is merged: it is for people to look at.' }),
  })
  .meta({ title: 'Likely duplicates', description: 'duplicates.json: questions that probably ask the same.' })
