import { noteFamily } from '../identity/note.ts'
import type { Fixed } from './find-fixed.ts'
import type { LockedQuestion, RetiredQuestion } from './lock.ts'
import type { Matching } from './match.ts'

type Kind = LockedQuestion['kind']

/** What changed since the lock was last written. Ids are in the order of the article. */
export interface LockReport {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly unchanged: readonly string[]
  /** Questions that the article had lost and has again. */
  readonly revived: readonly string[]
  /** Questions that the article has no longer, as of now. */
  readonly retired: readonly { readonly id: string; readonly title: string }[]
  /** Questions that were known again although their prompt is another. */
  readonly reworded: readonly { readonly id: string; readonly from: string; readonly to: string }[]
  /** Questions that became another note of Anki because their kind changed (open → choice). */
  readonly familyChanged: readonly { readonly id: string; readonly from: Kind; readonly to: Kind }[]
  /** Questions that the lock knew by another id until the author wrote one: their cards start anew. */
  readonly renamed: readonly { readonly draft: number; readonly from: string; readonly to: string }[]
  /** Drafts (by index) that count as new because more than one old question could be them. */
  readonly ambiguous: readonly number[]
  /** Drafts (by index) whose explicit id an earlier question of the article has already; they got one of their own. */
  readonly duplicateIds: readonly number[]
}

interface Changes {
  readonly questions: readonly LockedQuestion[]
  /** For each question: what it was, or undefined where it is new. */
  readonly before: readonly (LockedQuestion | undefined)[]
  readonly known: readonly LockedQuestion[]
  readonly gone: readonly RetiredQuestion[]
  readonly matching: Matching
  readonly fixed: Fixed
}

/** Returns what changed between a lock and the next. */
export function reportChanges({ questions, before, known, gone, matching, fixed }: Changes): LockReport {
  const idsWhere = (test: (old: LockedQuestion | undefined, question: LockedQuestion) => boolean) =>
    questions.filter((question, index) => test(before[index], question)).map(({ id }) => id)
  const ids = new Set(questions.map(({ id }) => id))
  const lost = known.filter(({ id }) => !ids.has(id))
  return {
    added: idsWhere((old) => old === undefined),
    changed: idsWhere((old, question) => old !== undefined && old.content !== question.content),
    unchanged: idsWhere((old, question) => old?.content === question.content),
    revived: [...fixed.revived].sort(([a], [b]) => a - b).map(([, index]) => gone[index]?.id ?? ''),
    retired: lost.map(({ id, title }) => ({ id, title })),
    reworded: matching.reworded.map((index) => ({
      id: questions[index]?.id ?? '',
      from: before[index]?.title ?? '',
      to: questions[index]?.title ?? '',
    })),
    familyChanged: questions.flatMap(({ id, kind }, index) => {
      const old = before[index]
      return old === undefined || noteFamily(old) === noteFamily({ kind }) ? [] : [{ id, from: old.kind, to: kind }]
    }),
    renamed: [...fixed.ids].flatMap(([draft, to]) => {
      const from = before[draft] === undefined && lost.find(({ prompt }) => prompt === questions[draft]?.prompt)
      return from ? [{ draft, from: from.id, to }] : []
    }),
    ambiguous: matching.ambiguous,
    duplicateIds: fixed.duplicateIds,
  }
}
