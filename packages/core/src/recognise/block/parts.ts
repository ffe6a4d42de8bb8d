import type { Piece } from '../content/to-content.ts'
import type { Line } from '../lines/line.ts'
import type { Key } from '../marks/answer-mark.ts'
import type { BlockParts, FoundKey } from './block.ts'

/** Takes note of a part of a line that only marks, by offsets in its text. */
export type MarkLine = (line: Line, from: number, to: number) => void

/** The question's first line without number, prefix and kind. */
export interface Opening {
  readonly piece: Piece
  readonly hint: BlockParts['hint']
  /** What a bracket before its number says. */
  readonly key?: Key | undefined
}

/** A key, and the stem without it where it stood there. */
export type KeyWithStem = FoundKey & { readonly stem?: readonly Piece[] }
