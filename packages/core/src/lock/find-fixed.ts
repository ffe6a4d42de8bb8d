import type { Fingerprint } from '../identity/fingerprint.ts'
import { sketchLikeness } from '../identity/sketch.ts'
import type { QuestionDraft } from '../recognise/recognition.ts'
import type { LockedQuestion, RetiredQuestion } from './lock.ts'

/** What is settled about an article's questions before any likeness is looked at. Keys are indexes of drafts. */
export interface Fixed {
  /** Ids that the author wrote. */
  readonly ids: ReadonlyMap<number, string>
  /** For `matchQuestions`: the index of the locked question, or null for one that is none of them. */
  readonly matches: ReadonlyMap<number, number | null>
  /** The index of the retired question that has returned. */
  readonly revived: ReadonlyMap<number, number>
  /** Drafts whose explicit id an earlier question of the article has already. */
  readonly duplicateIds: readonly number[]
}

/** Settles the questions that carry an explicit id, and those that the article had lost and has again, word for word. */
export function findFixed(
  known: readonly LockedQuestion[],
  gone: readonly RetiredQuestion[],
  drafts: readonly QuestionDraft[],
  prints: readonly Fingerprint[],
): Fixed {
  const ids = new Map<number, string>()
  const matches = new Map<number, number | null>()
  const revived = new Map<number, number>()
  const duplicateIds: number[] = []
  const knownIndexes = new Map(known.map(({ id }, index) => [id, index]))
  const goneIndexes = new Map(gone.map(({ id }, index) => [id, index]))

  const claimed = new Set<string>()
  for (const [draft, { explicitId }] of drafts.entries()) {
    if (explicitId === undefined) continue
    if (claimed.has(explicitId)) {
      duplicateIds.push(draft)
      continue
    }
    claimed.add(explicitId)
    ids.set(draft, explicitId)
    matches.set(draft, knownIndexes.get(explicitId) ?? null)
    const back = goneIndexes.get(explicitId)
    if (back !== undefined) revived.set(draft, back)
  }

  const knownPrompts = new Set(known.map(({ prompt }) => prompt))
  const promptCount = new Map<string, number>()
  for (const { prompt } of prints) promptCount.set(prompt, (promptCount.get(prompt) ?? 0) + 1)
  const back = new Set(revived.values())
  const goneByPrompt = new Map<string, number[]>()
  for (const [index, { prompt }] of gone.entries())
    goneByPrompt.set(prompt, [...(goneByPrompt.get(prompt) ?? []), index])
  for (const [draft, { prompt, body, content }] of prints.entries()) {
    if (matches.has(draft) || knownPrompts.has(prompt)) continue
    const like = (goneByPrompt.get(prompt) ?? []).filter((index) => !back.has(index))
    const same = like.find((index) => gone[index]?.content === content)
    // The prompt alone may be anyone's ("What is printed?"): the answer must be the same, or like it, or not there.
    const alike = like.filter((index) => (sketchLikeness(gone[index]?.body ?? '', body) ?? 1) >= 0.5)
    const index = same ?? (alike.length === 1 && promptCount.get(prompt) === 1 ? alike[0] : undefined)
    if (index === undefined) continue
    back.add(index)
    revived.set(draft, index)
    matches.set(draft, null)
  }
  return { ids, matches, revived, duplicateIds }
}
