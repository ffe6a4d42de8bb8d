import type { EmittedFile, QuestionBank } from '@cardpress/core'
import type { VFileMessage } from 'vfile-message'
import type { Emitter } from './emitters.ts'
import type { Environment } from './environment.ts'
import { loadEmitter } from './load-emitter.ts'
import type { ReadInput } from './read-input.ts'
import type { Stopwatch } from './stopwatch.ts'

/** What {@link emitFiles} makes files of, and where it tells about them. */
export interface Emission {
  readonly bank: QuestionBank
  readonly assets: ReadInput['assets']
  /** Which emitters, by what the person calls them. */
  readonly emitters: ReadonlyMap<string, Emitter>
  /** Name of the outputs that are called after the article. */
  readonly name: string
  readonly environment: Environment
  readonly watch: Stopwatch
  readonly onMessage: (message: VFileMessage) => void
}

/** An emitter reported an error: nothing of the set is written. */
export class EmitterRefusal extends Error {
  override readonly name = 'EmitterRefusal'
}

/**
 * Returns the files of some emitters, one after the other, each in the folder of its family. Progress is shown
 * meanwhile.
 *
 * @param emission - the bank, its pictures, and the emitters
 * @throws {EmitterRefusal} at the end, when an emitter reported an error, so that the writer renames nothing
 */
export async function* emitFiles(emission: Emission): AsyncGenerator<EmittedFile> {
  const { bank, assets, emitters, name, environment, watch, onMessage } = emission
  const progress = environment.progress()
  let refused = false
  try {
    for (const [label, emitter] of emitters) {
      watch.stage(label)
      const emit = await loadEmitter(emitter, label, name, environment.say)
      const files = emit(bank, assets, {
        onMessage: (message) => {
          refused ||= message.fatal === true
          onMessage(message)
        },
        onProgress: (done, total, stage) => progress.update(done, total, stage),
      })
      const { folder } = emitter
      for await (const { path, chunks } of files) yield { path: folder === '' ? path : `${folder}/${path}`, chunks }
    }
  } finally {
    progress.clear()
  }
  if (refused) throw new EmitterRefusal()
}
