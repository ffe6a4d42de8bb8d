import type { Assets, Emit, QuestionBank } from '@cardpress/core'
import { emitAnkiPackage } from './emit-package.ts'

/** What can be chosen about a deck. */
export interface AnkiOptions {
  /** Name of the files without extension; default: the collection's id. */
  readonly name?: string | undefined
  /** Puts everything under this deck: `Interview` or `Work::Interview`. Default: the bank's own deck is at the top. */
  readonly deck?: string | undefined
  /** Whether options of choice questions change their places from review to review; default: yes. */
  readonly shuffle?: boolean | undefined
  /** Also writes `<name>.anki.txt`, which updates notes and leaves the field `MyNotes` alone; default: no. */
  readonly text?: boolean | undefined
}

/** A bank and its pictures. */
export interface BankWithAssets {
  readonly bank: QuestionBank
  readonly assets: Assets
}

/**
 * Returns the Anki deck of a bank: `<name>.apkg`. Importing it again updates the notes whose content has changed and
 * leaves scheduling, decks and all other notes alone.
 *
 * Reported as errors, with the deck withheld: a picture that is missing, too large or no picture; two questions with one
 * id; a cloze question without a deletion. Reported as warnings: answers too long for a card.
 */
export const emitAnki: Emit<AnkiOptions> = (bank, assets, options) =>
  emitAnkiPackage([{ bank, assets }], { ...options, name: options.name ?? bank.collection })
