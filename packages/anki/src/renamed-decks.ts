import type { Question } from '@cardpress/core'
import { deckPath } from './deck-tree.ts'

/** What tells in which decks the questions of a bank lie. */
export interface DeckedBank {
  readonly deck: string
  readonly questions: readonly Pick<Question, 'id' | 'section'>[]
}

/** A deck that has another name now; both are full names, `parent::child`. */
export interface RenamedDeck {
  readonly from: string
  readonly to: string
}

/**
 * Returns the decks that an edit of section headings has renamed. Anki leaves cards in the deck where they are and adds the
 * new deck, empty, unless the person renames the old one first.
 *
 * A deck counts as renamed when the article has it no longer and all of its questions went to one deck that is new. Where
 * a section above was renamed, that one is named, not each below it.
 *
 * @param before the bank as it was pressed last.
 * @param after the bank now.
 */
export function renamedDecks(before: DeckedBank, after: DeckedBank): readonly RenamedDeck[] {
  const old = decksOf(before)
  const current = decksOf(after)
  const oldNames = new Set([...old.values()].map(nameOf))
  const names = new Set([...current.values()].map(nameOf))
  const targets = new Map<string, { readonly path: readonly string[]; readonly to: Map<string, readonly string[]> }>()
  for (const [id, path] of old) {
    const now = current.get(id)
    if (now === undefined) continue
    const known = targets.get(nameOf(path)) ?? { path, to: new Map() }
    targets.set(nameOf(path), known)
    known.to.set(nameOf(now), now)
  }
  const renamed = new Map<string, RenamedDeck>()
  for (const [name, { path, to }] of targets) {
    const [target, ...others] = to.values()
    if (target === undefined || others.length > 0) continue
    if (names.has(name) || oldNames.has(nameOf(target))) continue
    const [from, into] = withoutCommonEnd(path, target)
    renamed.set(nameOf(from), { from: nameOf(from), to: nameOf(into) })
  }
  return [...renamed.values()]
}

function decksOf({ deck, questions }: DeckedBank): ReadonlyMap<string, readonly string[]> {
  return new Map(questions.map(({ id, section }) => [id, deckPath(deck, section)]))
}

function nameOf(path: readonly string[]): string {
  return path.join('::')
}

/** `A::x` → `B::x` is `A` → `B`. */
function withoutCommonEnd(from: readonly string[], to: readonly string[]): [readonly string[], readonly string[]] {
  const isCommon = from.length > 1 && to.length > 1 && from.at(-1) === to.at(-1)
  return isCommon ? withoutCommonEnd(from.slice(0, -1), to.slice(0, -1)) : [from, to]
}
