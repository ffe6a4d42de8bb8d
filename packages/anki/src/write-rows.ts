import { setImmediate } from 'node:timers/promises'
import type { Database } from 'sql.js'
import { collectionIndexes } from './collection/schema.ts'
import type { CardRow, NoteRow } from './note-rows.ts'

/**
 * Writes notes and cards into a collection in one transaction, and makes its indexes. One table after the other: that
 * keeps the pages of each together, and takes a quarter less time than turn by turn.
 *
 * @param onProgress called now and then with the number of notes written.
 */
export async function writeRows(
  db: Database,
  notes: Iterable<NoteRow>,
  cards: Iterable<CardRow>,
  onProgress?: (done: number) => void,
): Promise<void> {
  db.run('BEGIN')
  // usn -1: not on any server yet. `csum` and `sfld` must not be NULL; Anki computes its own when it imports.
  // The fields are bound as bytes: sql.js copies bytes at once and strings character by character, twice as slow in all.
  const insertNote = db.prepare("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, CAST(? AS TEXT), ?, 0, 0, '')")
  const encode = reusingEncoder()
  let done = 0
  for (const { id, guid, noteTypeId, modified, tags, fields, sortField } of notes) {
    insertNote.run([id, guid, noteTypeId, modified, tags, encode(fields), sortField])
    done++
    if (done % 1000 !== 0) continue
    onProgress?.(done)
    // Others have their turn, the collector of garbage among them.
    await setImmediate()
  }
  insertNote.free()
  // type 0 and queue 0: a new card, with its place in the queue of new cards as `due`.
  const insertCard = db.prepare("INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')")
  for (const { id, noteId, deckId, ord, modified, due } of cards)
    insertCard.run([id, noteId, deckId, ord, modified, due])
  insertCard.free()
  db.run(collectionIndexes)
  db.run('COMMIT')
  await setImmediate()
  onProgress?.(done)
}

/** Returns a function that encodes text as UTF-8 in the same memory each time: sql.js has copied it before the next. */
function reusingEncoder(): (text: string) => Uint8Array {
  const encoder = new TextEncoder()
  let memory = new Uint8Array(64 * 1024)
  return (text) => {
    // A UTF-16 unit becomes three bytes at most.
    if (memory.length < text.length * 3) memory = new Uint8Array(text.length * 3)
    return memory.subarray(0, encoder.encodeInto(text, memory).written)
  }
}
