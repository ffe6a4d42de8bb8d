import { z } from 'zod'
import { say } from '../messages/say.ts'
import type { Sentence } from '../messages/sentence.ts'
import { blocksSchema } from './content.ts'

/** The version that this build writes. Readers accept any 1.x: optional fields may be added in 1.x, nothing removed. */
export const schemaVersion = '1.0'

const kebab = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'lower-case words joined by "-"')
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a sha256 in lower-case hex')
const seconds = z.int().min(0)

/** A half-open range of the decoded source, in UTF-16 units after the byte-order mark. */
export const spanSchema = z.strictObject({ start: z.int().min(0), end: z.int().min(0) })

/** How certain a reading is: `sure` is a promise. */
export const confidenceSchema = z.enum(['sure', 'likely', 'unsure'])

/** One mark by which an article was read: what it is (`style`, kebab-case), how it looks there, and how often it stands there. */
export const markSchema = z.strictObject({
  style: kebab,
  example: z.string(),
  count: z.int().min(0),
  detail: z.string().optional(),
})

/** How the whole article was read. A mark is absent where the article has no such thing. */
export const readingSchema = z.strictObject({
  question: markSchema.optional(),
  option: markSchema.optional(),
  key: markSchema.optional(),
  explanation: markSchema.optional(),
  confidence: confidenceSchema,
  runnerUp: markSchema.optional(),
})

/** A letter or number that names an option: NFKC, upper case, unique in its question. */
const labelSchema = z.string().min(1).max(8)

export const optionSchema = z.strictObject({
  label: labelSchema,
  content: blocksSchema,
  feedback: blocksSchema.optional(),
  /** The option keeps its place when options are shuffled ("all of the above", or it names other letters). */
  pinned: z.boolean().optional(),
})

const questionBase = {
  id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'an id of a–z, 0–9, ".", "_", "-", at most 64 characters'),
  /** The number as printed, without its punctuation. */
  number: z.string().optional(),
  /** One line of plain text derived from the prompt, for bookmarks, feeds and browsers; never printed beside it. */
  title: z.string().min(1),
  /** The whole stem. */
  prompt: blocksSchema.min(1),
  /** Headings above the question, outermost first. */
  section: z.array(z.string().min(1)),
  tags: z.array(z.string().min(1)),
  difficulty: z.enum(['easy', 'medium', 'hard']).optional(),
  points: z.number().positive().optional(),
  hint: blocksSchema.optional(),
  references: blocksSchema.optional(),
  /** A stem shared with the neighbouring questions of the same group id. */
  group: z.strictObject({ id: kebab, stem: blocksSchema }).optional(),
  flags: z.array(kebab),
  confidence: confidenceSchema,
  /** 1-based line of the article where the question starts. */
  line: z.int().min(1),
  /** What of the article this question was made of: disjoint, in order. */
  spans: z.array(spanSchema).min(1),
  /** The parts of the spans that mark and are not content: the number, "答案：", a tag's name. */
  markers: z.array(spanSchema),
  /** Hash of what a person learns: kind, prompt, options, answer, explanation, section, tags, flags, images. */
  contentHash: sha256,
  /** When that content last changed, in seconds since 1970; only ever rises. */
  modified: seconds,
}

export const openQuestionSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('open'),
  answer: blocksSchema,
})
export const singleChoiceSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('single-choice'),
  options: z.array(optionSchema).min(2),
  answer: z.array(labelSchema).max(1),
  explanation: blocksSchema.optional(),
})
export const multipleChoiceSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('multiple-choice'),
  options: z.array(optionSchema).min(2),
  answer: z.array(labelSchema),
  explanation: blocksSchema.optional(),
})
export const trueFalseSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('true-false'),
  answer: z.boolean().nullable(),
  explanation: blocksSchema.optional(),
})
export const shortAnswerSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('short-answer'),
  accepted: z.array(z.string().min(1)),
  explanation: blocksSchema.optional(),
})
export const clozeQuestionSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('cloze'),
  explanation: blocksSchema.optional(),
})

export const questionSchema = z.discriminatedUnion('kind', [
  openQuestionSchema,
  singleChoiceSchema,
  multipleChoiceSchema,
  trueFalseSchema,
  shortAnswerSchema,
  clozeQuestionSchema,
])

export const leftoverSchema = z.strictObject({ span: spanSchema, reason: kebab })

/** The fields of a bank, without the rules that hold between them. */
export const bankFieldsSchema = z.strictObject({
  schemaVersion: z.string().regex(/^1\.\d+$/, 'schema 1.x'),
  /** Permanent id of the collection, from its lock. */
  collection: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/),
  /** The Anki deck's name at the first build: Anki matches decks by name. */
  deck: z.string().min(1),
  title: z.string().min(1),
  description: z.string().optional(),
  /** BCP 47. */
  language: z.string().regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, 'a BCP 47 language tag'),
  tags: z.array(z.string().min(1)),
  license: z.string().optional(),
  author: z.string().optional(),
  url: z
    .string()
    .regex(/^https?:\/\//)
    .optional(),
  translationOf: z.strictObject({ collection: z.string().min(1), language: z.string().min(1) }).optional(),
  source: z.strictObject({
    path: z.string().min(1),
    sha256,
    encoding: z.string().min(1),
    format: z.enum(['markdown', 'text', 'html', 'gift', 'aiken']),
  }),
  reading: readingSchema,
  questions: z.array(questionSchema),
  /** Questions that the article no longer has. Their ids are never used again. */
  retired: z.array(z.strictObject({ id: z.string().min(1), title: z.string().min(1), since: seconds })),
  /** What of the article is in no question, and why. */
  leftovers: z.array(leftoverSchema),
})

export const questionBankSchema = bankFieldsSchema.superRefine(({ questions }, context) =>
  checkQuestions(questions, (issue) => context.addIssue(issue)),
)

/** Reports ids and labels that are not unique, and keys that name no option. */
export function checkQuestions(
  questions: readonly z.infer<typeof questionSchema>[],
  report: (issue: BrokenRule) => void,
): void {
  const ids = new Set<string>()
  questions.forEach((question, index) => {
    if (ids.has(question.id))
      report({
        code: 'custom',
        path: ['questions', index, 'id'],
        ...told(say('bank.duplicate-question', { id: question.id })),
      })
    ids.add(question.id)
    if (question.kind !== 'single-choice' && question.kind !== 'multiple-choice') return
    const labels = new Set<string>()
    question.options.forEach((option, at) => {
      if (labels.has(option.label))
        report({
          code: 'custom',
          path: ['questions', index, 'options', at, 'label'],
          ...told(say('bank.duplicate-option', { label: option.label })),
        })
      labels.add(option.label)
    })
    question.answer.forEach((label, at) => {
      if (!labels.has(label))
        report({
          code: 'custom',
          path: ['questions', index, 'answer', at],
          ...told(say('bank.unknown-key', { label })),
        })
    })
  })
}

/** A rule between the fields of a bank that does not hold. */
type BrokenRule = { readonly code: 'custom'; readonly path: (string | number)[] } & ReturnType<typeof told>

/** A mistake that a schema finds by itself, in every language. */
function told(sentence: Sentence) {
  return { message: sentence.en, params: { sentence } }
}

export type Span = z.infer<typeof spanSchema>
export type Confidence = z.infer<typeof confidenceSchema>
export type Mark = z.infer<typeof markSchema>
export type Reading = z.infer<typeof readingSchema>
export type Option = z.infer<typeof optionSchema>
export type OpenQuestion = z.infer<typeof openQuestionSchema>
export type SingleChoiceQuestion = z.infer<typeof singleChoiceSchema>
export type MultipleChoiceQuestion = z.infer<typeof multipleChoiceSchema>
export type TrueFalseQuestion = z.infer<typeof trueFalseSchema>
export type ShortAnswerQuestion = z.infer<typeof shortAnswerSchema>
export type ClozeQuestion = z.infer<typeof clozeQuestionSchema>
export type Question = z.infer<typeof questionSchema>
export type Leftover = z.infer<typeof leftoverSchema>
export type QuestionBank = z.infer<typeof questionBankSchema>
