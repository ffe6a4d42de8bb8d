import { z } from 'zod'
import { expectations } from './messages/texts/fields.ts'

const word = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string().trim().min(1))
const words = z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(word))
const range = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string().regex(/^\d{1,7}(?:\s?[-–]\s?\d{1,7})?$/, expectations.lines.en),
)
const kinds = ['open', 'single-choice', 'multiple-choice', 'true-false'] as const

/** What a person says about one question. */
export const correctionSchema = z.strictObject({
  /** false: this is no question, its text belongs to the question before it. true: a question begins here. */
  question: z.boolean().optional(),
  kind: z.enum(kinds).optional(),
  /** Labels of the right options (`AD`, `[A, D]`), or true and false. */
  key: z.union([z.boolean(), words]).optional(),
  /** The lines that the question takes, from its first: `36-38`. */
  lines: range.optional(),
  /** Takes the place of the flags that were found. */
  flags: z.array(z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)).optional(),
  /** Takes the place of the tags that were found. */
  tags: words.optional(),
  difficulty: z.enum(['easy', 'medium', 'hard']).optional(),
  points: z.number().positive().optional(),
  /** Why; for people. */
  note: z.string().optional(),
})

/** How an article is to be read, where that should not be inferred: fields of frontmatter, of `<article>.cardpress.yml`, of flags. */
export const settingsSchema = z.strictObject({
  /** How a question begins, as it stands in the article (`12.`, `### 1、`, `**`, `Q:`), or the name of a reading (`numbered-line`). */
  questions: word.optional(),
  /** How an option begins (`A.`), `checkbox`, `bullets`, or `none`. */
  options: word.optional(),
  /** What stands before a key: `S:`. */
  key: words.optional(),
  /** What stands before an explanation: `解析`. */
  explanation: words.optional(),
  /** Lines (`126-131`) or texts to leave out. */
  leaveOut: z
    .preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(word))
    .optional(),
  /** By number (`14`), by line (`line 36`) or by the beginning of the question's text. */
  corrections: z.record(z.string(), correctionSchema).optional(),
  /** The person has looked: build although the reading is not certain. */
  accept: z.boolean().optional(),
})

/** What a person says about one question. */
export type Correction = z.infer<typeof correctionSchema>
/** How an article is to be read, where that should not be inferred. */
export type Settings = z.infer<typeof settingsSchema>

/**
 * Returns the settings that hold, from several places: the first that says something about a field wins; corrections of
 * all of them are joined.
 *
 * @param layers Settings, the strongest first: flags, the file beside the article, frontmatter, configuration.
 */
export function joinSettings(...layers: ReadonlyArray<Settings | undefined>): Settings {
  const known = layers.filter((layer) => layer !== undefined)
  const joined = Object.assign({}, ...known.toReversed()) as Settings
  const corrections = Object.assign({}, ...known.toReversed().map((layer) => layer.corrections ?? {})) as Record<
    string,
    Correction
  >
  return Object.keys(corrections).length > 0 ? { ...joined, corrections } : joined
}
