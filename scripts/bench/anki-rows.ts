import { bankFields } from '../../packages/anki/src/bank-fields.ts'
import { deckTree } from '../../packages/anki/src/deck-tree.ts'
import { planNotes } from '../../packages/anki/src/note-plan.ts'
import { type CardRow, cardRows, type NoteRow, noteRows } from '../../packages/anki/src/note-rows.ts'
import { noteTags } from '../../packages/anki/src/tags.ts'
import { benchBank } from './anki-bank.ts'

/** Returns the decks and rows of the bank of the bench, as the emitter makes them. */
export function benchRows(count: number) {
  const bank = benchBank(count)
  const decks = deckTree(
    bank.questions.map(({ section }) => ({ root: bank.deck, section })),
    new Map(),
  )
  const parts = {
    decks,
    rootOf: () => bank.deck,
    contentOf: bankFields(bank, { image: () => undefined, shuffle: true }),
    tagsOf: ({ question }: { readonly question: Parameters<ReturnType<typeof noteTags>>[0] }) => tags(question),
  }
  const tags = noteTags(bank)
  const notes = planNotes([{ bank, assets: { read: () => Promise.reject(new Error('no pictures here')) } }])
  const rows: { readonly notes: readonly NoteRow[]; readonly cards: readonly CardRow[] } = {
    notes: [...noteRows(notes, parts)],
    cards: [...cardRows(notes, parts)],
  }
  return { decks: decks.decks, ...rows }
}
