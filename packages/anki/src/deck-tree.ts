import { stableId } from '@cardpress/core'
import { listKey } from './list-key.ts'

/** A deck of a package. */
export interface Deck {
  readonly id: number
  /** The full name: `parent::child`. */
  readonly name: string
  /** Shown on the deck's own page; HTML. */
  readonly description: string
}

/** The decks of a package, parents before children, and the deck of each path. */
export interface DeckTree {
  readonly decks: readonly Deck[]
  /** Returns the id of the deck that a question of a section goes into. */
  idOf(root: string, section: readonly string[]): number
}

/**
 * Returns the decks for a list of places, every parent included: Anki imports a child without its parent badly.
 * Names that differ in case alone are one deck, as in Anki.
 *
 * @param places the root deck's name and the section of every question.
 * @param descriptions the description of a deck by its full name, where it has one; HTML.
 */
export function deckTree(
  places: Iterable<{ readonly root: string; readonly section: readonly string[] }>,
  descriptions: ReadonlyMap<string, string>,
): DeckTree {
  const decks = new Map<string, Deck>()
  const ids = new Set<number>([1])
  const describe = new Map([...descriptions].map(([name, html]) => [deckPath(name, []).join('::'), html]))

  const add = (parts: readonly string[]): number => {
    let id = 1
    for (let depth = 1; depth <= parts.length; depth++) {
      const name = parts.slice(0, depth).join('::')
      const key = name.toLowerCase()
      const deck = decks.get(key)
      if (deck !== undefined) {
        id = deck.id
        continue
      }
      id = stableId('deck', name)
      while (ids.has(id)) id++
      ids.add(id)
      decks.set(key, { id, name, description: describe.get(name) ?? '' })
    }
    return id
  }
  for (const name of describe.keys()) add(name.split('::'))

  const known = new Map<string, number>()
  for (const { root, section } of places) {
    const place = listKey([root, ...section])
    if (!known.has(place)) known.set(place, add(deckPath(root, section)))
  }
  return { decks: [...decks.values()], idOf: (root, section) => known.get(listKey([root, ...section])) ?? 1 }
}

/**
 * Returns the parts of a deck's name. The root may hold `::` of its own; in a section's name the two colons are set
 * apart, so that a heading like "std::vector" stays one deck.
 */
export function deckPath(root: string, section: readonly string[]): readonly string[] {
  return [...root.split('::'), ...section.map((name) => name.replaceAll('::', ': :'))].map(cleanPart)
}

/** Anki turns an empty part into "blank", trims, and drops quotes and control characters from names: done here already. */
function cleanPart(part: string): string {
  const clean = part
    .toWellFormed()
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed.
    .replaceAll(/[\u0000-\u001f\u007f"]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const letters = [...clean]
  const short = letters.length > longestPart ? `${letters.slice(0, longestPart - 1).join('')}…` : clean
  return short === '' ? 'blank' : short
}

/** Longer headings are cut: a deck list is no place for a paragraph. */
const longestPart = 80
