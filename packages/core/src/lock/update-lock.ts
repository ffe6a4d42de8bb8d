import { fingerprint, promptText } from '../identity/fingerprint.ts'
import { newQuestionId } from '../identity/question-id.ts'
import type { QuestionDraft } from '../recognise/recognition.ts'
import { findFixed } from './find-fixed.ts'
import { type Lock, type LockedQuestion, lockVersion, type RetiredQuestion } from './lock.ts'
import { type LockReport, reportChanges } from './lock-report.ts'
import { matchQuestions } from './match.ts'

/** `modified` of a question whose time of change nobody knows: 2001-09-09, in seconds. */
export const unknownTime = 1_000_000_000

/** What `updateLock` needs to know besides the questions. */
export interface LockOptions {
  /** The collection's id, used where there is no lock yet. */
  readonly collection: string
  /** The deck's name, used where there is no lock yet. */
  readonly deck: string
  /**
   * The time in seconds since 1970, for questions that are new or have changed. Default: unknown. A new question then
   * gets `unknownTime`, a changed one its previous time plus one: the same on any machine.
   */
  readonly now?: number | undefined
  /** Raises `modified` of every question, after a change of rendering. Default: false. */
  readonly refresh?: boolean | undefined
}

/** What a lock says of one question of the article. */
export interface QuestionIdentity {
  readonly id: string
  /** Seconds since 1970. */
  readonly modified: number
  /** See `contentHash`. */
  readonly contentHash: string
}

/** A lock brought up to date. */
export interface LockUpdate {
  readonly lock: Lock
  /** One for each draft, in order. */
  readonly identities: readonly QuestionIdentity[]
  readonly report: LockReport
}

/**
 * Brings a lock up to date with an article. It is pure: the same lock, questions and options give the same result, and
 * an article that has not changed gives the same lock.
 *
 * An id that the author wrote wins; then the same prompt; then likeness of prompt, answer and place (`matchQuestions`).
 * What is left is new. Questions that went are retired: their ids are theirs for ever, also when they return.
 *
 * @param lock the lock as it was, or undefined where there is none.
 * @param drafts the article's questions, in order, with the final names of their pictures.
 * @param options see `LockOptions`.
 */
export function updateLock(lock: Lock | undefined, drafts: readonly QuestionDraft[], options: LockOptions): LockUpdate {
  const known = lock?.questions ?? []
  const gone = lock?.retired ?? []
  const prints = drafts.map(fingerprint)
  const fixed = findFixed(known, gone, drafts, prints)
  const matching = matchQuestions(known, prints, fixed.matches)

  const before = drafts.map((_, index) => known[matching.matches[index] ?? -1] ?? gone[fixed.revived.get(index) ?? -1])
  const used = new Set(
    [...known, ...gone, ...drafts.map((_, index) => ({ id: fixed.ids.get(index) ?? '' }))].map(({ id }) => id),
  )
  const questions = drafts.map((draft, index): LockedQuestion => {
    const old = before[index]
    const print = prints[index] as (typeof prints)[number]
    const id = fixed.ids.get(index) ?? old?.id ?? newQuestionId(promptText(draft), (id) => used.has(id))
    used.add(id)
    const { title, prompt, body, content } = print
    return { id, kind: draft.kind, title, prompt, body, content, modified: timeOf(old, content, options) }
  })
  const retired = retire(known, gone, { matches: matching.matches, revived: fixed.revived, questions }, options.now)
  const collection = lock?.collection ?? options.collection
  const deck = lock?.deck ?? options.deck
  return {
    lock: { lockVersion, collection, deck, questions, retired },
    identities: questions.map(({ id, modified }, index) => ({ id, modified, contentHash: prints[index]?.hash ?? '' })),
    report: reportChanges({ questions, before, known, gone, matching, fixed }),
  }
}

function timeOf(old: LockedQuestion | undefined, content: string, { now, refresh = false }: LockOptions): number {
  if (old === undefined) return now ?? unknownTime
  if (old.content === content && !refresh) return old.modified
  // Anki takes a note only when its time has risen, and a clock may have been set back.
  return Math.max(old.modified + 1, now ?? 0)
}

interface Outcome {
  readonly matches: readonly (number | undefined)[]
  readonly revived: ReadonlyMap<number, number>
  readonly questions: readonly LockedQuestion[]
}

/** The retired questions, in the order in which they went. */
function retire(
  known: readonly LockedQuestion[],
  gone: readonly RetiredQuestion[],
  { matches, revived, questions }: Outcome,
  now: number | undefined,
): RetiredQuestion[] {
  const back = new Set(revived.values())
  const kept = new Set(matches)
  const ids = new Set(questions.map(({ id }) => id))
  return [
    ...gone.filter((question, index) => !back.has(index) && !ids.has(question.id)),
    ...known
      .filter((question, index) => !kept.has(index) && !ids.has(question.id))
      .map((question) => ({ ...question, since: now ?? question.modified })),
  ]
}
