import type { NoteFamily } from '@cardpress/core'
import { cardStyle } from './card-style.ts'
import { choiceBack, choiceFront } from './choice.ts'
import { clozeBack, clozeFront } from './cloze.ts'
import { openBack, openFront } from './open.ts'

/** A note type of Anki. */
export interface NoteType {
  readonly id: number
  readonly name: string
  readonly cloze: boolean
  readonly fields: readonly string[]
  readonly templateName: string
  readonly front: string
  readonly back: string
  readonly css: string
  /** When the templates or the style last changed, in seconds since 1970. */
  readonly revised: number
}

/**
 * FROZEN FOR LIFE: ids, field names and their order, template names. Anki compares them when a deck is imported again;
 * another list means that every note of every person freezes at its old content. New content goes into a spare field.
 * `front`, `back` and `css` may change, together with `revised`, which must rise: Anki takes over the newer.
 */
const revised = 1_795_716_000

/**
 * Fields that every note type has after its own, before the spares. `Origin` is on no card: it names the question, so that
 * a lost lock can be made again of a deck (`readDeck`).
 */
const shared = [
  'Hint',
  'References',
  'Stem',
  'Number',
  'Section',
  'Kind',
  'Notice',
  'Source',
  'Language',
  'Origin',
] as const

/**
 * All types have 18 fields with the person's own `MyNotes` last, so that one text file with 17 columns of content
 * (`deck.anki.txt`) updates notes of all types and leaves that field alone.
 */
export const noteTypes = {
  open: {
    id: 1_503_219_760_131,
    name: 'Cardpress Open',
    cloze: false,
    fields: ['Question', 'Answer', 'Explanation', ...shared, 'Spare1', 'Spare2', 'Spare3', 'Spare4', 'MyNotes'],
    templateName: 'Open question',
    front: openFront,
    back: openBack,
    css: cardStyle,
    revised,
  },
  choice: {
    id: 1_503_219_770_131,
    name: 'Cardpress Choice',
    cloze: false,
    fields: ['Question', 'Options', 'Answer', 'Explanation', ...shared, 'Spare1', 'Spare2', 'Spare3', 'MyNotes'],
    templateName: 'Choice question',
    front: choiceFront,
    back: choiceBack,
    css: cardStyle,
    revised,
  },
  cloze: {
    id: 1_503_219_780_131,
    name: 'Cardpress Cloze',
    cloze: true,
    fields: ['Text', 'Explanation', ...shared, 'Spare1', 'Spare2', 'Spare3', 'Spare4', 'Spare5', 'MyNotes'],
    templateName: 'Cloze',
    front: clozeFront,
    back: clozeBack,
    css: cardStyle,
    revised,
  },
} as const satisfies Record<NoteFamily, NoteType>
