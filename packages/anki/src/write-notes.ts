import type { Database } from 'sql.js'
import { collectionIndexes } from './collection/schema.ts'
import type { DeckTree } from './deck-tree.ts'
import type { NoteContent } from './fields/note-content.ts'
import type { PlannedNote } from './note-plan.ts'

/** What `writeNotes` is told and tells. */
export interface WriteNotesOptions {
  readonly decks: DeckTree
  /** Returns the name of the deck that holds all of a note's bank. */
  readonly rootOf: (note: PlannedNote) => string
  readonly contentOf: (note: PlannedNote) => NoteContent
  readonly tagsOf: (note: PlannedNote) => readonly string[]
  /** Called now and then with the number of notes written. */
  readonly onProgress?: (done: number) => void
}

/** Writes notes and cards into a collection in one transaction, and makes its indexes. */
export function writeNotes(db: Database, notes: readonly PlannedNote[], options: WriteNotesOptions): void {
  const { decks, rootOf, contentOf, tagsOf, onProgress } = options
  db.run('BEGIN')
  // usn -1: not on any server yet. `csum` and `sfld` must not be NULL; Anki computes its own when it imports.
  // The fields are bound as bytes: sql.js copies bytes at once and strings character by character, twice as slow in all.
  const insertNote = db.prepare("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, CAST(? AS TEXT), ?, 0, 0, '')")
  // type 0 and queue 0: a new card, with its place in the queue of new cards as `due`.
  const insertCard = db.prepare("INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')")
  for (const [index, note] of notes.entries()) {
    const { question } = note
    const { noteType, fields } = contentOf(note)
    const tags = tagsOf(note)
    insertNote.run([
      note.noteId,
      note.guid,
      noteType.id,
      question.modified,
      tags.length === 0 ? '' : ` ${tags.join(' ')} `,
      Buffer.from(fields.join('\u001f')),
      question.title,
    ])
    const deck = decks.idOf(rootOf(note), question.section)
    for (const { id, ord } of note.cards) insertCard.run([id, note.noteId, deck, ord, question.modified, note.due])
    if (index % 1000 === 999) onProgress?.(index + 1)
  }
  insertNote.free()
  insertCard.free()
  db.run(collectionIndexes)
  db.run('COMMIT')
  onProgress?.(notes.length)
}
