import type { AdoptedNote } from '@cardpress/core'
import { ToldError } from '@cardpress/core/messages'
import { unzipSync } from 'fflate'
import type { Database } from 'sql.js'
import { loadSql } from './collection/load-sql.ts'
import { deckPath } from './deck-tree.ts'
import { noteTypes } from './note-types/note-types.ts'
import { say } from './texts.ts'

/** The notes of a deck that Cardpress pressed once, as `adoptLock` of @cardpress/core takes them. */
export interface ReadDeck {
  /** In the order in which they are learned. */
  readonly notes: readonly AdoptedNote[]
  /** The name of the deck that holds them, without the sections. */
  readonly deck: string
}

/** A file that is no deck, or not one of Cardpress. */
export class DeckError extends ToldError {
  override readonly name = 'DeckError'
}

/**
 * Reads a deck that Cardpress pressed, to make a lost lock again: the .apkg as it was built, or as Anki exported it with
 * "Support older Anki versions" ticked. Notes of other note types are passed over.
 *
 * @param apkg the bytes of the file.
 * @throws {DeckError} when the file is no deck, holds no note of Cardpress, or was exported without that tick.
 */
export async function readDeck(apkg: Uint8Array): Promise<ReadDeck> {
  const sql = await loadSql()
  const db = new sql.Database(collectionOf(apkg))
  try {
    const rows = readRows(db)
    if (rows.length === 0) throw new DeckError(say('deck-empty'))
    return { notes: rows.map(toNote), deck: rootOf(rows) }
  } catch (error) {
    if (error instanceof DeckError) throw error
    throw new DeckError(say('deck-none', { detail: (error as Error).message }))
  } finally {
    db.close()
  }
}

function collectionOf(apkg: Uint8Array): Uint8Array {
  const wanted = ['collection.anki21b', 'collection.anki21', 'collection.anki2']
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(apkg, { filter: ({ name }) => wanted.includes(name) })
  } catch (error) {
    throw new DeckError(say('deck-none', { detail: { en: (error as Error).message, zh: say('deck-none.zip').zh } }))
  }
  if (files['collection.anki21b'] !== undefined) throw new DeckError(say('deck-new'))
  const collection = files['collection.anki21'] ?? files['collection.anki2']
  if (collection === undefined) throw new DeckError(say('deck-none', { detail: say('deck-none.collection') }))
  return collection
}

interface Row {
  readonly guid: string
  readonly modified: number
  readonly deck: string
  readonly fields: ReadonlyMap<string, string>
}

function readRows(db: Database): Row[] {
  const [col] = db.exec('SELECT models, decks FROM col')[0]?.values ?? []
  const models = JSON.parse(String(col?.[0])) as Record<string, { name: string; flds: { name: string }[] }>
  const decks = JSON.parse(String(col?.[1])) as Record<string, { name: string }>
  const ours = new Set<string>(Object.values(noteTypes).map(({ name }) => name))
  const query =
    'SELECT notes.guid, notes.mid, notes.mod, notes.flds, cards.did FROM notes JOIN cards ON cards.nid = notes.id ' +
    'WHERE cards.ord = (SELECT min(ord) FROM cards WHERE nid = notes.id) ORDER BY cards.due, notes.id'
  return (db.exec(query)[0]?.values ?? []).flatMap(([guid, mid, mod, flds, did]): Row[] => {
    const model = models[String(mid)]
    if (model === undefined || !ours.has(model.name)) return []
    const values = String(flds).split('\u001f')
    const fields = new Map(model.flds.map(({ name }, index) => [name, values[index] ?? '']))
    return [{ guid: String(guid), modified: Number(mod), deck: decks[String(did)]?.name ?? '', fields }]
  })
}

const kinds = ['open', 'single-choice', 'multiple-choice', 'true-false', 'short-answer', 'cloze'] as const

function toNote({ guid, modified, fields }: Row): AdoptedNote {
  const text = (name: string) => plainText(fields.get(name) ?? '')
  const kind = kinds.find((one) => one === fields.get('Kind')) ?? 'open'
  const [collection, id, contentHash] = (fields.get('Origin') ?? '').split(' ')
  return {
    guid,
    kind,
    modified,
    prompt: kind === 'cloze' ? plainText(uncovered(fields.get('Text') ?? '')) : text('Question'),
    body: kind === 'cloze' ? '' : fields.has('Options') ? optionTexts(fields.get('Options') ?? '') : text('Answer'),
    ...(collection && id && contentHash ? { collection, id, contentHash } : {}),
  }
}

/** What most cards lie under, when the sections of their notes are taken off: a person may have moved some. */
function rootOf(rows: readonly Row[]): string {
  const votes = new Map<string, number>()
  for (const { deck, fields } of rows) {
    const section = (fields.get('Section') ?? '').split(' › ').filter((name) => name !== '')
    const below = deckPath('', section.map(plainText)).slice(1)
    const parts = deck.split('::')
    const isInSection = below.every((name, index) => parts[parts.length - below.length + index] === name)
    const root = isInSection ? parts.slice(0, parts.length - below.length).join('::') : deck
    votes.set(root, (votes.get(root) ?? 0) + 1)
  }
  return [...votes].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}

function optionTexts(html: string): string {
  return [...html.matchAll(/<div class="cp-content">([\s\S]*?)<\/li>/g)]
    .map(([, content]) => plainText(content ?? ''))
    .join('\n')
}

function uncovered(html: string): string {
  return html.replaceAll(/\{\{c\d+::([\s\S]*?)(?:::[^{}]*?)?\}\}/g, '$1')
}

/** HTML as this package writes it, as text; formulas as their TeX. */
function plainText(html: string): string {
  return html
    .replaceAll(/<\/(?:p|li|h\d|pre|tr|div)>|<br>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\\[()[\]]/g, '')
    .replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole
      return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal))
    })
    .trim()
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0', apos: "'" }
