import type { Fingerprint } from '../identity/fingerprint.ts'
import { matchByLikeness } from './match-by-likeness.ts'

/** Which question of the lock each question of the article is. */
export interface Matching {
  /** For each draft: the index of the locked question that it is, or undefined where it is new. */
  readonly matches: readonly (number | undefined)[]
  /** Drafts that were matched although their prompt is not the one that the lock knows. */
  readonly reworded: readonly number[]
  /** Drafts that more than one locked question could be (or the other way round): left alone, because a guess would give one question's progress to another. */
  readonly ambiguous: readonly number[]
}

/**
 * Finds the questions of the lock again in the article: first those whose prompt is the same, then those that are so
 * like one old question, and so unlike all others, that they must be it. What is left is new.
 *
 * @param known the lock's questions, in the order of the article as it was.
 * @param drafts the article's questions, in its order.
 * @param fixed drafts that are settled already: the index in `known`, or `null` for a question that is none of them.
 */
export function matchQuestions(
  known: readonly Fingerprint[],
  drafts: readonly Fingerprint[],
  fixed: ReadonlyMap<number, number | null> = new Map(),
): Matching {
  const matches: (number | undefined)[] = drafts.map((_, index) => fixed.get(index) ?? undefined)
  const taken = new Set(matches.filter((index) => index !== undefined))
  const settle = (draft: number, index: number): void => {
    matches[draft] = index
    taken.add(index)
  }
  const openDrafts = () =>
    [...drafts.keys()].filter((index) => matches[index] === undefined && fixed.get(index) !== null)
  const openKnown = () => [...known.keys()].filter((index) => !taken.has(index))

  // The same in every respect: any pairing of them is right, so the order decides.
  const same = (one: Fingerprint) => `${one.prompt} ${one.content}`
  const identical = groupBy(openKnown(), (index) => same(known[index] as Fingerprint))
  for (const draft of openDrafts()) {
    const index = identical.get(same(drafts[draft] as Fingerprint))?.shift()
    if (index !== undefined) settle(draft, index)
  }

  // The same prompt, which the article has once and had once. Articles that ask "What is printed?" forty times need more.
  const knownByPrompt = groupBy(known.keys(), (index) => (known[index] as Fingerprint).prompt)
  const draftsByPrompt = groupBy(drafts.keys(), (index) => (drafts[index] as Fingerprint).prompt)
  for (const draft of openDrafts()) {
    const { prompt } = drafts[draft] as Fingerprint
    const [index, ...others] = knownByPrompt.get(prompt) ?? []
    if (index === undefined || others.length > 0 || taken.has(index)) continue
    if (draftsByPrompt.get(prompt)?.length === 1) settle(draft, index)
  }

  const ambiguous = matchByLikeness(
    { known, drafts, matches, openKnown: openKnown(), openDrafts: openDrafts() },
    settle,
  )
  const reworded = [...drafts.keys()].filter((draft) => {
    const index = matches[draft]
    return index !== undefined && !fixed.has(draft) && known[index]?.prompt !== drafts[draft]?.prompt
  })
  return { matches, reworded, ambiguous }
}

function groupBy<Key>(indexes: Iterable<number>, keyOf: (index: number) => Key): Map<Key, number[]> {
  const groups = new Map<Key, number[]>()
  for (const index of indexes) {
    const key = keyOf(index)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [index])
    else group.push(index)
  }
  return groups
}
