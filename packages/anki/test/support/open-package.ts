import { unzipSync } from 'fflate'
import initSqlJs from 'sql.js'

/** A note's row in a package. */
export interface NoteRow {
  readonly id: number
  readonly guid: string
  readonly mid: number
  readonly mod: number
  readonly usn: number
  readonly tags: string
  readonly flds: string
}

/** A card's row in a package. */
export interface CardRow {
  readonly id: number
  readonly nid: number
  readonly did: number
  readonly ord: number
  readonly type: number
  readonly queue: number
  readonly due: number
}

/** What is in a package, opened again. */
export interface OpenedPackage {
  readonly notes: readonly NoteRow[]
  readonly cards: readonly CardRow[]
  /** By id. */
  readonly decks: Readonly<Record<string, { readonly name: string; readonly desc: string; readonly conf: number }>>
  readonly models: Readonly<Record<string, { readonly name: string; readonly flds: readonly { name: string }[] }>>
  /** The media list, by number. */
  readonly media: Readonly<Record<string, string>>
  readonly entries: Readonly<Record<string, Uint8Array>>
  readonly integrity: string
}

export async function openPackage(bytes: Uint8Array): Promise<OpenedPackage> {
  const entries = unzipSync(bytes)
  const sql = await initSqlJs()
  const db = new sql.Database(entries['collection.anki2'])
  const rows = <Row>(query: string): Row[] => {
    const [result] = db.exec(query)
    return (result?.values ?? []).map((values) =>
      Object.fromEntries(values.map((value, index) => [result?.columns[index], value])),
    ) as Row[]
  }
  const [col] = rows<{ decks: string; models: string }>('SELECT decks, models FROM col')
  const opened: OpenedPackage = {
    notes: rows('SELECT * FROM notes'),
    cards: rows('SELECT * FROM cards'),
    decks: JSON.parse(col?.decks ?? ''),
    models: JSON.parse(col?.models ?? ''),
    media: JSON.parse(new TextDecoder().decode(entries.media)),
    entries,
    integrity: rows<{ integrity_check: string }>('PRAGMA integrity_check')[0]?.integrity_check ?? '',
  }
  db.close()
  return opened
}
