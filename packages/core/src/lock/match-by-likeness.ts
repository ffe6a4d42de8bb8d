import type { Fingerprint } from '../identity/fingerprint.ts'
import { sketchLikeness } from '../identity/sketch.ts'
import { likenessAmong, titleFeatures } from './likeness.ts'

/** What is known while questions are matched. */
export interface Matter {
  readonly known: readonly Fingerprint[]
  readonly drafts: readonly Fingerprint[]
  /** For each draft the index of its locked question, as far as it is known; `settle` changes it. */
  readonly matches: readonly (number | undefined)[]
  /** Locked questions that have no draft yet. */
  readonly openKnown: readonly number[]
  /** Drafts that have no locked question yet. */
  readonly openDrafts: readonly number[]
}

/** How much better than every other possibility a pair must be, so that taking it is no guess. */
const margin = 0.05
/** Rounds in which new matches make neighbours by which further ones are known. */
const mostRounds = 64

/**
 * Matches questions whose prompt has changed: by the likeness of prompts and of answers, and by the place between the
 * same neighbours. A pair is taken only where both have no other possibility that comes near.
 *
 * @param settle called with each draft and locked question that belong together.
 * @returns the drafts for which there was more than one possibility.
 */
export function matchByLikeness(matter: Matter, settle: (draft: number, index: number) => void): readonly number[] {
  const { openKnown, openDrafts, matches } = matter
  if (openKnown.length === 0 || openDrafts.length === 0) return []
  const compare = comparison(matter)
  const likely = candidates(matter)
  let free = { known: new Set(openKnown), drafts: openDrafts }
  for (let round = 0; ; round++) {
    const places = samePlaces(matches, matter.known.length)
    const pairs = free.drafts.flatMap((draft) => {
      const place = places.get(draft)
      const indexes = new Set([...(likely.get(draft) ?? []), ...(place === undefined ? [] : [place])])
      return [...indexes]
        .filter((index) => free.known.has(index))
        .map((index) => rate(compare(draft, index), index === place))
    })
    const byDraft = runnersUp(pairs, (pair) => pair.draft)
    const byKnown = runnersUp(pairs, (pair) => pair.index)
    const acceptable = pairs.filter((pair) => pair.accepted)
    const sure = acceptable.filter(
      (pair) => byDraft(pair) + margin <= pair.score && byKnown(pair) + margin <= pair.score,
    )
    if (sure.length === 0 || round === mostRounds) return [...new Set(acceptable.map((pair) => pair.draft))]
    for (const { draft, index } of sure) settle(draft, index)
    const settled = new Set(sure.map((pair) => pair.draft))
    for (const { index } of sure) free.known.delete(index)
    free = { known: free.known, drafts: free.drafts.filter((draft) => !settled.has(draft)) }
  }
}

/** A draft and a locked question side by side. */
interface Comparison {
  readonly draft: number
  readonly index: number
  /** Likeness of the prompts, 0–1; 1 only where they are the same. */
  readonly prompt: number
  /** Likeness of options or answers, 0–1; undefined where one of them is too short to tell. */
  readonly body: number | undefined
}

interface RatedPair extends Comparison {
  readonly accepted: boolean
  readonly score: number
}

/** Says whether the evidence is enough (`accepted`), and how good it is beside that of other pairs (`score`). */
function rate(pair: Comparison, samePlace: boolean): RatedPair {
  const { prompt, body } = pair
  const score = (body === undefined ? prompt : 0.6 * prompt + 0.4 * body) + (samePlace ? 0.15 : 0)
  return { ...pair, accepted: isEnough(prompt, body, samePlace), score }
}

function isEnough(prompt: number, body: number | undefined, samePlace: boolean): boolean {
  // No answer to compare: the prompt alone must tell ("What is L1 regularisation?" is not "What is L2 regularisation?").
  if (body === undefined) return prompt >= (samePlace ? 0.6 : 0.9)
  if (body >= 0.95) return samePlace || prompt >= 0.2
  if (body >= 0.7 && samePlace) return prompt >= 0.2
  if (body >= 0.5) return prompt >= 0.5
  // Another answer: only a prompt that the article has several times, in its place or with something left of the answer.
  if (prompt === 1) return samePlace || body >= 0.25
  return samePlace && body >= 0.25 && prompt >= 0.75
}

/** For each pair: the score of the best other pair that shares its draft (or its locked question). */
function runnersUp(pairs: readonly RatedPair[], keyOf: (pair: RatedPair) => number): (pair: RatedPair) => number {
  const best = new Map<number, { first: RatedPair; second: number }>()
  for (const pair of pairs) {
    const found = best.get(keyOf(pair))
    if (found === undefined) best.set(keyOf(pair), { first: pair, second: 0 })
    else if (pair.score > found.first.score) best.set(keyOf(pair), { first: pair, second: found.first.score })
    else found.second = Math.max(found.second, pair.score)
  }
  return (pair) => {
    const found = best.get(keyOf(pair))
    if (found === undefined) return 0
    return found.first === pair ? found.second : found.first.score
  }
}

function comparison({ known, drafts, openKnown, openDrafts }: Matter): (draft: number, index: number) => Comparison {
  const knownFeatures = new Map(openKnown.map((index) => [index, titleFeatures(known[index]?.title ?? '')]))
  const draftFeatures = new Map(openDrafts.map((draft) => [draft, titleFeatures(drafts[draft]?.title ?? '')]))
  const likeness = likenessAmong([...knownFeatures.values(), ...draftFeatures.values()])
  return (draft, index) => {
    const [one, other] = [drafts[draft], known[index]]
    const [a, b] = [draftFeatures.get(draft), knownFeatures.get(index)]
    if (one === undefined || other === undefined || a === undefined || b === undefined)
      throw new RangeError(`no such pair of questions: ${draft}, ${index}`)
    // Titles are cut, so like titles do not make the same prompt.
    const prompt = one.prompt === other.prompt ? 1 : Math.min(likeness(a, b), 0.99)
    return { draft, index, prompt, body: sketchLikeness(one.body, other.body) }
  }
}

/** A part of titles or answers that more locked questions share than this finds no candidates: it would find all. */
const mostShared = 24
/** Candidates of one draft that are compared in full. */
const mostCandidates = 8

/** For each draft the locked questions that share the most with it. */
function candidates({ known, drafts, openKnown, openDrafts }: Matter): ReadonlyMap<number, readonly number[]> {
  const index = new Map<string, number[]>()
  for (const at of openKnown)
    for (const part of parts(known[at])) {
      const found = index.get(part)
      if (found === undefined) index.set(part, [at])
      else found.push(at)
    }
  return new Map(
    openDrafts.map((draft) => {
      const shared = new Map<number, number>()
      for (const part of parts(drafts[draft])) {
        const found = index.get(part)
        if (found === undefined || found.length > mostShared) continue
        for (const at of found) shared.set(at, (shared.get(at) ?? 0) + 1 / found.length)
      }
      const ranked = [...shared].sort(([a, x], [b, y]) => y - x || a - b).slice(0, mostCandidates)
      return [draft, ranked.map(([at]) => at)]
    }),
  )
}

function parts(fingerprint: Fingerprint | undefined): readonly string[] {
  if (fingerprint === undefined) return []
  const { title, prompt, body } = fingerprint
  const buckets = Array.from({ length: body.length / 2 }, (_, at) => `b${at}${body.slice(2 * at, 2 * at + 2)}`)
  return [`p${prompt}`, ...titleFeatures(title), ...buckets]
}

/**
 * Finds drafts and locked questions that stand in the same place: between the same two neighbours, with as many
 * questions between them now as there were.
 */
function samePlaces(matches: readonly (number | undefined)[], knownCount: number): ReadonlyMap<number, number> {
  const taken = new Set(matches.filter((index) => index !== undefined))
  const places = new Map<number, number>()
  let before = { draft: -1, index: -1 }
  for (let draft = 0; draft <= matches.length; draft++) {
    const index = draft === matches.length ? knownCount : matches[draft]
    if (index === undefined) continue
    const length = draft - before.draft - 1
    const between = Array.from({ length }, (_, at) => before.index + 1 + at)
    if (index - before.index - 1 === length && between.every((at) => !taken.has(at)))
      between.forEach((at, offset) => {
        places.set(before.draft + 1 + offset, at)
      })
    before = { draft, index }
  }
  return places
}
