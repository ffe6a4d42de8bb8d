import type { Deck } from '../deck-tree.ts'
import { type NoteType, noteTypes } from '../note-types/note-types.ts'
import { Exporter } from './exporter.ts'
import { loadSql } from './load-sql.ts'
import { openWithRoom, type RoomyDatabase } from './roomy-database.ts'
import { collectionSchema } from './schema.ts'

/**
 * Returns an empty Anki collection with its decks and all note types, made by anki-apkg-export's Exporter.
 *
 * The Exporter's own `addCard` draws ids from the clock and `save` keeps everything in memory, so its database alone is
 * used. Its constructor leaves the clock in the `col` row: the row is written anew and the file vacuumed, so that no
 * byte of it stays.
 *
 * @param decks every deck of the package, parents included.
 * @param room bytes that the collection will have, roughly; rather too many than too few.
 */
export async function openCollection(decks: readonly Deck[], room: number): Promise<RoomyDatabase> {
  const sql = await loadSql()
  const { db } = new Exporter('Cardpress', { template: collectionSchema, sql })
  db.run(pragmas(room))
  db.run('UPDATE col SET crt = ?, mod = ?, scm = ?, conf = ?, models = ?, decks = ?, dconf = ?', [
    epoch,
    epoch * 1000,
    epoch * 1000,
    JSON.stringify({ curDeck: 1, activeDecks: [1], nextPos: 1, sortType: 'noteFld', sortBackwards: false }),
    JSON.stringify(byId(Object.values(noteTypes).map(toModel))),
    JSON.stringify(byId([defaultDeck, ...decks].map(toDeck))),
    JSON.stringify({ 1: defaultDeckConfig }),
  ])
  db.run('VACUUM')
  const empty = db.export()
  db.close()
  const collection = openWithRoom(sql, empty, room)
  collection.db.run(pragmas(room))
  return collection
}

/**
 * Nobody else reads this file meanwhile, so it needs no journal. The largest pages are twice as fast in a large deck; in a
 * small one they would be mostly empty.
 */
function pragmas(room: number): string {
  const pageSize = room > 20 * 1024 * 1024 ? 65_536 : 16_384
  return `PRAGMA page_size = ${pageSize}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF`
}

/** Midnight of 2014-01-01 UTC: a collection needs a birthday, and it must not come from the clock. */
const epoch = 1_388_534_400

const defaultDeck: Deck = { id: 1, name: 'Default', description: '' }

function byId<Row extends { readonly id: number }>(rows: readonly Row[]): Record<string, Row> {
  return Object.fromEntries(rows.map((row) => [String(row.id), row]))
}

function toDeck({ id, name, description }: Deck) {
  return {
    id,
    name,
    desc: description,
    mod: epoch,
    usn: -1,
    dyn: 0,
    // The deck options of the person: preset 1 is "Default", and importing never replaces a preset that is in use.
    conf: 1,
    collapsed: false,
    browserCollapsed: false,
    extendNew: 0,
    extendRev: 0,
    newToday: [0, 0],
    revToday: [0, 0],
    lrnToday: [0, 0],
    timeToday: [0, 0],
  }
}

function toModel(noteType: NoteType) {
  return {
    id: noteType.id,
    name: noteType.name,
    type: noteType.cloze ? 1 : 0,
    mod: noteType.revised,
    usn: -1,
    sortf: 0,
    did: null,
    css: noteType.css,
    latexPre: latexPreamble,
    latexPost: '\\end{document}',
    latexsvg: false,
    req: noteType.cloze ? [] : [[0, 'any', [0]]],
    tags: [],
    vers: [],
    flds: noteType.fields.map((name, ord) => ({
      // Anki tells fields apart by this number when a person merges note types.
      id: noteType.id + 1000 + ord,
      name,
      ord,
      sticky: false,
      rtl: false,
      font: 'Arial',
      size: 20,
      description: name === 'MyNotes' ? 'Yours: shown on the back, never written by Cardpress' : '',
      collapsed: isQuiet(name),
      excludeFromSearch: isQuiet(name),
      media: [],
    })),
    tmpls: [
      {
        id: noteType.id + 2000,
        name: noteType.templateName,
        ord: 0,
        qfmt: noteType.front,
        afmt: noteType.back,
        bqfmt: '',
        bafmt: '',
        did: null,
      },
    ],
  }
}

/** Fields that a person has no use for stay folded in the editor and out of searches. */
function isQuiet(field: string): boolean {
  return field === 'Origin' || field.startsWith('Spare')
}

/** What Anki itself gives a new note type; used only if the person writes LaTeX into a note. */
const latexPreamble =
  '\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage[utf8]{inputenc}\n' +
  '\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n'

const defaultDeckConfig = {
  id: 1,
  name: 'Default',
  mod: 0,
  usn: 0,
  maxTaken: 60,
  timer: 0,
  autoplay: true,
  replayq: true,
  dyn: false,
  new: { delays: [1, 10], ints: [1, 4, 0], initialFactor: 2500, order: 1, perDay: 20, bury: false },
  rev: { perDay: 200, ease4: 1.3, ivlFct: 1, maxIvl: 36500, bury: false, hardFactor: 1.2 },
  lapse: { delays: [10], mult: 0, minInt: 1, leechFails: 8, leechAction: 1 },
}
