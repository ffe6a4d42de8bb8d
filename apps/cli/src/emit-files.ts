import type { EmittedFile, QuestionBank } from '@cardpress/core'
import type { VFileMessage } from 'vfile-message'
import type { Emitter, OutputOptions } from './emitters.ts'
import type { Environment } from './environment.ts'
import { loadEmitter } from './load-emitter.ts'
import { emitShared } from './press/emit-shared.ts'
import type { Press } from './press/open-press.ts'
import type { ReadInput } from './read-input.ts'
import type { Stopwatch } from './stopwatch.ts'

/** What {@link emitFiles} makes files of, and where it tells about them. */
export interface Emission {
  readonly bank: QuestionBank
  readonly assets: ReadInput['assets']
  /** Every picture that `assets` has. */
  readonly pictureUrls: readonly string[]
  /** Which emitters, by what the person calls them. */
  readonly emitters: ReadonlyMap<string, Emitter>
  /** Name of the outputs that are called after the article. */
  readonly name: string
  /** What the person has set of the outputs of single families. */
  readonly outputs: OutputOptions
  /** A second thread, where there is one. */
  readonly press?: Press | undefined
  readonly environment: Environment
  readonly watch: Stopwatch
  readonly onMessage: (message: VFileMessage) => void
  /** Takes how many pages a file has, by its path in the output folder. */
  readonly onPages: (path: string, pages: number) => void
}

/** An emitter reported an error: nothing of the set is written. */
export class EmitterRefusal extends Error {
  override readonly name = 'EmitterRefusal'
}

/** Runs the emitter of one family, with further options of it. */
export type RunEmitter = (label: string, emitter: Emitter, options: object) => AsyncGenerator<EmittedFile>

/**
 * Returns the files of some emitters, one after the other, each in the folder of its family. Progress is shown
 * meanwhile. With a press, two threads make them; the files and their order are the same.
 *
 * @param emission - the bank, its pictures, and the emitters
 * @throws {EmitterRefusal} at the end, when an emitter reported an error, so that the writer renames nothing
 */
export async function* emitFiles(emission: Emission): AsyncGenerator<EmittedFile> {
  const { bank, assets, emitters, name, outputs, press, environment, watch } = emission
  const progress = environment.progress()
  let refused = false
  const onMessage = (message: VFileMessage) => {
    refused ||= message.fatal === true
    emission.onMessage(message)
  }
  async function* run(label: string, emitter: Emitter, options: object) {
    watch.stage(label)
    const emit = await loadEmitter(emitter, label, { name, outputs }, environment.say)
    const onProgress = (done: number, total: number, stage: string) => progress.update(done, total, stage)
    const onPages = (path: string, pages: number) => emission.onPages(inFolder(emitter, path), pages)
    yield* emit(bank, assets, { onMessage, onProgress, onPages, ...options })
  }
  try {
    if (press !== undefined) yield* emitShared({ ...emission, press, onMessage }, run)
    else
      for (const [label, emitter] of emitters)
        for await (const { path, chunks } of run(label, emitter, {})) yield { path: inFolder(emitter, path), chunks }
  } finally {
    progress.clear()
  }
  if (refused) throw new EmitterRefusal()
}

/** The path of an emitter's file in the output folder. */
export function inFolder({ folder }: Emitter, path: string): string {
  return folder === '' ? path : `${folder}/${path}`
}
