import type { VFileMessage } from 'vfile-message'
import type { QuestionBank } from './schema/bank.ts'

/** The pictures of a bank, by the `url` of an image node (`assets/<name>`). */
export interface Assets {
  /** Returns the bytes of one picture; rejects when the bank names a picture that is not there. */
  read(url: string): Promise<Uint8Array>
}

/** One file that an emitter made: a path relative to the output folder (with `/`), and its bytes, in order. */
export interface EmittedFile {
  readonly path: string
  readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>
}

/** What an emitter may tell while it works. */
export interface EmitCallbacks {
  /** Called now and then: `done` of `total` units of the stage that `label` names. */
  readonly onProgress?: ((done: number, total: number, label: string) => void) | undefined
  /** Called when a paged file is whole: its path, and how many pages it has. */
  readonly onPages?: ((path: string, pages: number) => void) | undefined
  /** Called with something that the person should know (a shrunk card, a missing glyph), or with an error (`fatal: true`). */
  readonly onMessage?: ((message: VFileMessage) => void) | undefined
}

/**
 * An emitter: a pure function from a bank, its pictures and options to files.
 * The same bank, pictures and options give the same bytes on any machine, in any time zone.
 */
export type Emit<Options extends object = object> = (
  bank: QuestionBank,
  assets: Assets,
  options: Readonly<Options> & EmitCallbacks,
) => AsyncIterable<EmittedFile>
