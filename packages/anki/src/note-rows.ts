import type { DeckTree } from './deck-tree.ts'
import type { NoteContent } from './fields/note-content.ts'
import type { PlannedNote } from './note-plan.ts'

/** A note as Anki's table holds it. */
export interface NoteRow {
  readonly id: number
  readonly guid: string
  readonly noteTypeId: number
  /** Seconds since 1970. */
  readonly modified: number
  /** Parted by spaces, with one before and one behind. */
  readonly tags: string
  /** The values of the fields, parted by U+001F. */
  readonly fields: string
  readonly sortField: string
}

/** A new card as Anki's table holds it. */
export interface CardRow {
  readonly id: number
  readonly noteId: number
  readonly deckId: number
  readonly ord: number
  readonly modified: number
  /** Place in the queue of new cards. */
  readonly due: number
}

/** What the rows of a note are made with. */
export interface NoteParts {
  readonly decks: DeckTree
  /** Returns the name of the deck that holds all of a note's bank. */
  readonly rootOf: (note: PlannedNote) => string
  readonly contentOf: (note: PlannedNote) => NoteContent
  /** Returns a note's tags, parted by spaces. */
  readonly tagsOf: (note: PlannedNote) => string
}

/** Yields the rows of notes, each made when it is asked for: a large deck is never in memory as text. */
export function* noteRows(notes: readonly PlannedNote[], { contentOf, tagsOf }: NoteParts): Generator<NoteRow> {
  for (const note of notes) {
    const { noteType, fields } = contentOf(note)
    const tags = tagsOf(note)
    yield {
      id: note.noteId,
      guid: note.guid,
      noteTypeId: noteType.id,
      modified: note.question.modified,
      tags: tags === '' ? '' : ` ${tags} `,
      fields: fields.join('\u001f'),
      sortField: note.question.title,
    }
  }
}

/** Yields the rows of the cards of notes. */
export function* cardRows(notes: readonly PlannedNote[], { decks, rootOf }: NoteParts): Generator<CardRow> {
  for (const note of notes) {
    const deckId = decks.idOf(rootOf(note), note.question.section)
    for (const { id, ord } of note.cards)
      yield { id, noteId: note.noteId, deckId, ord, modified: note.question.modified, due: note.due }
  }
}
