import type { EmitCallbacks, EmittedFile } from '@cardpress/core'
import { ankiText } from './anki-text.ts'
import { bankFields } from './bank-fields.ts'
import { checkBank, checkCollection } from './check-bank.ts'
import { deckDescription } from './deck-description.ts'
import { deckTree } from './deck-tree.ts'
import type { AnkiOptions, BankWithAssets } from './emit-anki.ts'
import type { NoteContent } from './fields/note-content.ts'
import { collectMedia, type MediaFile, type MediaNames } from './media.ts'
import { type PlannedNote, planNotes } from './note-plan.ts'
import { cardRows, noteRows } from './note-rows.ts'
import { noteTags } from './tags.ts'
import { writePackage } from './write-package.ts'

/**
 * Returns one Anki package made of several banks, each in the deck that it has alone, or all of them under
 * `options.deck`. See `emitAnki` for what is reported.
 *
 * @param banks in the order in which their cards are to be learned.
 * @param options `name` defaults to `deck`.
 */
export async function* emitAnkiPackage(
  banks: readonly BankWithAssets[],
  options: AnkiOptions & EmitCallbacks,
): AsyncGenerator<EmittedFile> {
  let refused = false
  const report: NonNullable<EmitCallbacks['onMessage']> = (message) => {
    refused ||= message.fatal === true
    options.onMessage?.(message)
  }
  const media: MediaNames[] = []
  const collections = new Set<string>()
  for (const { bank, assets } of banks) {
    checkBank(bank, report)
    checkCollection(bank, collections, report)
    media.push(await collectMedia(bank, assets, report))
  }
  if (refused) return

  const name = options.name ?? 'deck'
  const roots = banks.map(({ bank }) => (options.deck === undefined ? bank.deck : `${options.deck}::${bank.deck}`))
  const rootOf = (note: PlannedNote) => roots[note.bankIndex] ?? ''
  const decks = deckTree(
    banks.flatMap(({ bank }, index) => bank.questions.map(({ section }) => ({ root: roots[index] ?? '', section }))),
    new Map(banks.map(({ bank }, index) => [roots[index] ?? '', deckDescription(bank)])),
  )
  const fields = banks.map(({ bank }, index) =>
    bankFields(bank, { image: (url) => media[index]?.get(url)?.name, shuffle: options.shuffle ?? true }),
  )
  const contentOf = (note: PlannedNote) => (fields[note.bankIndex] as (note: PlannedNote) => NoteContent)(note)
  const tags = banks.map(({ bank }) => noteTags(bank))
  const tagsOf = (note: PlannedNote) => tags[note.bankIndex]?.(note.question) ?? ''
  const parts = { decks, rootOf, contentOf, tagsOf }
  const notes = planNotes(banks)

  const chunks = await writePackage({
    decks: decks.decks,
    notes: noteRows(notes, parts),
    cards: cardRows(notes, parts),
    media: filesOf(media),
    count: notes.length,
    onProgress: (done) => options.onProgress?.(done, notes.length, 'notes'),
  })
  yield { path: `${name}.apkg`, chunks }
  if (options.text === true) yield { path: `${name}.anki.txt`, chunks: ankiText(notes, parts) }
}

/** The pictures of all banks, each once. */
function filesOf(media: readonly MediaNames[]): readonly MediaFile[] {
  const files = new Map<string, MediaFile>()
  for (const names of media) for (const file of names.values()) files.set(file.name, file)
  return [...files.values()]
}
