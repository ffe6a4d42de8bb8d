import type { Block } from '@cardpress/core'
import type { Words } from '../words.ts'

/** What the fields of a note are made with. */
export interface FieldContext {
  /** Returns blocks as HTML, with math as `\(…\)`, pictures by their media names, and nothing that speaks to Anki. */
  readonly html: (blocks: readonly Block[]) => string
  /** The same for a field with cloze deletions. */
  readonly clozeHtml: (blocks: readonly Block[]) => string
  readonly words: Words
  /** The note's guid: the choice script tells cards apart by it. */
  readonly guid: string
  /** Whether options may change their places. */
  readonly shuffle: boolean
}
