import { noteFamily, noteGuid, type Question, type QuestionBank, stableId } from '@cardpress/core'
import { clozeCards } from './cloze.ts'
import type { BankWithAssets } from './emit-anki.ts'

/** Where a question's note and cards will lie in the package. */
export interface PlannedNote {
  /** Index of its bank. */
  readonly bankIndex: number
  readonly bank: QuestionBank
  readonly question: Question
  readonly guid: string
  readonly noteId: number
  readonly cards: readonly { readonly id: number; readonly ord: number }[]
  /** Place in the queue of new cards, from 1: document order, over all banks. */
  readonly due: number
}

/**
 * Returns a plan of all notes in ascending order of note id, the order in which SQLite writes them fastest. Ids come from
 * the collection and the question alone; where two meet, the later in document order takes the next free one.
 */
export function planNotes(banks: readonly BankWithAssets[]): readonly PlannedNote[] {
  const noteIds = new Set<number>()
  const cardIds = new Set<number>()
  const notes: PlannedNote[] = []
  for (const [bankIndex, { bank }] of banks.entries()) {
    for (const question of bank.questions) {
      const family = noteFamily(question)
      const noteId = take(stableId('note', bank.collection, question.id, family), noteIds)
      const ords = question.kind === 'cloze' ? clozeCards(question.prompt) : [0]
      notes.push({
        bankIndex,
        bank,
        question,
        guid: noteGuid(bank.collection, question.id, family),
        noteId,
        cards: ords.map((ord) => ({ id: take(noteId + ord, cardIds), ord })),
        due: notes.length + 1,
      })
    }
  }
  return notes.sort((a, b) => a.noteId - b.noteId)
}

/** Returns the first number from `wanted` on that is not taken yet, and takes it. */
function take(wanted: number, taken: Set<number>): number {
  let id = wanted
  while (taken.has(id)) id++
  taken.add(id)
  return id
}
