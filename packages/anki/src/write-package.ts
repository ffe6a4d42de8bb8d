import { openCollection } from './collection/open-collection.ts'
import type { Deck } from './deck-tree.ts'
import type { MediaFile } from './media.ts'
import type { CardRow, NoteRow } from './note-rows.ts'
import { writeRows } from './write-rows.ts'
import { slices, type ZipEntry, zip } from './zip.ts'

/** What a package is made of. */
export interface PackageParts {
  /** Every deck, parents included. */
  readonly decks: readonly Deck[]
  /** In ascending order of id, the order in which SQLite writes them fastest. */
  readonly notes: Iterable<NoteRow>
  readonly cards: Iterable<CardRow>
  readonly media: readonly MediaFile[]
  /** How many notes there are. */
  readonly count: number
  /** Called now and then with the number of notes written. */
  readonly onProgress?: ((done: number) => void) | undefined
}

/** Returns the bytes of an .apkg, packed while they are asked for. The same rows give the same bytes. */
export async function writePackage({
  decks,
  notes,
  cards,
  media,
  count,
  onProgress,
}: PackageParts): Promise<AsyncIterable<Uint8Array>> {
  const { db, read } = await openCollection(decks, count * bytesPerNote)
  try {
    await writeRows(db, notes, cards, onProgress)
    return zip(packageEntries(read(), media))
  } finally {
    db.close()
  }
}

/** A note of ordinary length with its card and its places in the indexes. Room that is not needed costs nothing. */
const bytesPerNote = 2500

/** The files of a package: the database, the pictures under numbers, and the list that gives the numbers their names. */
function packageEntries(collection: Uint8Array, media: readonly MediaFile[]): ZipEntry[] {
  const list = new TextEncoder().encode(JSON.stringify(Object.fromEntries(media.map(({ name }, at) => [at, name]))))
  return [
    { name: 'collection.anki2', size: collection.byteLength, compress: true, chunks: () => slices(collection) },
    { name: 'media', size: list.byteLength, compress: true, chunks: () => [list] },
    ...media.map((file, index) => ({
      name: String(index),
      size: file.size,
      compress: file.compressible,
      async *chunks() {
        yield* slices(await file.read())
      },
    })),
  ]
}
