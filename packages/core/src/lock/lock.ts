import { z } from 'zod'
import { idPattern } from '../identity/question-id.ts'
import { expectations } from '../messages/texts/fields.ts'

/** The version of the lock's form that this build writes and the only one that it reads. */
export const lockVersion = 1

const id = z.string().regex(idPattern, expectations.collection.en)
const seconds = z.int().min(0)

const lockedFields = {
  id,
  kind: z.enum(['open', 'single-choice', 'multiple-choice', 'true-false', 'short-answer', 'cloze']),
  title: z.string(),
  prompt: z.string(),
  body: z.string(),
  content: z.string(),
  modified: seconds,
}

/** One question as the lock remembers it: its id, its fingerprint (see `Fingerprint`), and when its content last changed. */
export const lockedQuestionSchema = z.strictObject(lockedFields)

/** A question that the article no longer has. */
export const retiredQuestionSchema = z.strictObject({ ...lockedFields, since: seconds })

/** The committed memory of an article. */
export const lockSchema = z
  .strictObject({
    lockVersion: z.literal(lockVersion),
    /** The collection's permanent id. */
    collection: id,
    /** The deck's name at the first build: Anki matches decks by name. */
    deck: z.string().min(1),
    /** In the order of the article. */
    questions: z.array(lockedQuestionSchema),
    /** In the order in which they went. Their ids are never used for another question. */
    retired: z.array(retiredQuestionSchema),
  })
  .superRefine((lock, context) => {
    const ids = new Set<string>()
    for (const list of ['questions', 'retired'] as const)
      lock[list].forEach((question, index) => {
        if (ids.has(question.id))
          context.addIssue({ code: 'custom', path: [list, index, 'id'], message: expectations['unique-id'].en })
        ids.add(question.id)
      })
  })

export type LockedQuestion = z.infer<typeof lockedQuestionSchema>
export type RetiredQuestion = z.infer<typeof retiredQuestionSchema>
export type Lock = z.infer<typeof lockSchema>
