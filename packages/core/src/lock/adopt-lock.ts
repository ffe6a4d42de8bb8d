import { fingerprintText, promptText } from '../identity/fingerprint.ts'
import { noteGuid } from '../identity/note.ts'
import { newQuestionId } from '../identity/question-id.ts'
import type { QuestionDraft } from '../recognise/recognition.ts'
import { type Lock, type LockedQuestion, lockVersion } from './lock.ts'

/** A note of an old deck, as far as it can be told. */
export interface AdoptedNote {
  readonly guid: string
  readonly kind: LockedQuestion['kind']
  /** The prompt as plain text, math as its TeX. */
  readonly prompt: string
  /** The answer, or the options one a line, as plain text. */
  readonly body: string
  /** When its content last changed, in seconds since 1970 (Anki's `mod`). */
  readonly modified: number
  /** The collection, where the note tells it. */
  readonly collection?: string | undefined
  /** The question's id, where the note tells it. */
  readonly id?: string | undefined
  /** The content hash, where the note tells it. */
  readonly contentHash?: string | undefined
}

/** What is known of the article whose lock was lost. */
export interface AdoptOptions {
  /** Its questions as it is now. */
  readonly drafts: readonly QuestionDraft[]
  /** Ids that the collection may have had: the one that it would get now, and those of its earlier titles. */
  readonly collections: readonly string[]
  /** The deck's name, as Anki knows it. */
  readonly deck: string
}

/** A lock made of a deck. */
export interface AdoptedLock {
  readonly lock: Lock
  /** Notes whose id could not be found again: their cards cannot be updated. */
  readonly unknown: readonly AdoptedNote[]
}

/** Identical prompts have `-2`, `-3`, … after their id; so many are tried. */
const mostOrdinals = 16

/**
 * Makes a lock of an old deck, when the lock of an article was lost, so that the cards of the deck stay what they are.
 *
 * A guid is a hash, so an id is known where the note tells it, or where a guess makes the same guid: the id that follows
 * from the note's prompt, from a prompt of the article, or one that the author wrote there. `updateLock` then finds the
 * article's questions in the lock, as after any edit.
 *
 * @param notes the notes of the deck, in its order.
 * @param options see `AdoptOptions`.
 * @returns undefined where no note belongs to any of the collections.
 */
export function adoptLock(notes: readonly AdoptedNote[], options: AdoptOptions): AdoptedLock | undefined {
  const ids = possibleIds(notes, options.drafts)
  const told = notes.flatMap(({ collection }) => collection ?? [])
  const candidates = [...new Set([...told, ...options.collections])].map((collection) => {
    const idOf = idFinder(collection, ids)
    return { collection, found: notes.map(idOf) }
  })
  const count = ({ found }: { found: readonly unknown[] }) => found.filter((id) => id !== undefined).length
  const [best] = candidates.sort((a, b) => count(b) - count(a))
  if (best === undefined || count(best) === 0) return undefined

  const questions: LockedQuestion[] = []
  const unknown: AdoptedNote[] = []
  const taken = new Set<string>()
  for (const [index, note] of notes.entries()) {
    const id = best.found[index]
    if (id === undefined || taken.has(id)) {
      unknown.push(note)
      continue
    }
    taken.add(id)
    const { title, prompt, body, content } = fingerprintText(note.prompt, note.body, note.contentHash ?? '')
    questions.push({ id, kind: note.kind, title, prompt, body, content, modified: note.modified })
  }
  return { lock: { lockVersion, collection: best.collection, deck: options.deck, questions, retired: [] }, unknown }
}

/** Every id that one of the notes may have. */
function possibleIds(notes: readonly AdoptedNote[], drafts: readonly QuestionDraft[]): ReadonlySet<string> {
  const prompts = new Set([...notes.map(({ prompt }) => prompt), ...drafts.map(promptText)])
  const ids = new Set(drafts.flatMap(({ explicitId }) => explicitId ?? []))
  for (const prompt of prompts) {
    const seen = new Set<string>()
    for (let ordinal = 0; ordinal < mostOrdinals; ordinal++) seen.add(newQuestionId(prompt, (id) => seen.has(id)))
    for (const id of seen) ids.add(id)
  }
  return ids
}

/** Returns a function that tells the id of a note of a collection, or undefined where it is not of it or cannot be told. */
function idFinder(collection: string, ids: ReadonlySet<string>): (note: AdoptedNote) => string | undefined {
  const byGuid = new Map<string, string>()
  for (const family of ['open', 'choice', 'cloze'] as const)
    for (const id of ids) byGuid.set(noteGuid(collection, id, family), id)
  return (note) => (note.collection === collection && note.id !== undefined ? note.id : byGuid.get(note.guid))
}
