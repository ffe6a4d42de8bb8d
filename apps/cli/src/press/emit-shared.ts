import type { EmittedFile } from '@cardpress/core'
import { fromMessageData } from '@cardpress/core/messages'
import type { VFileMessage } from 'vfile-message'
import { type Emission, inFolder, type RunEmitter } from '../emit-files.ts'
import type { Emitter, Format } from '../emitters.ts'
import type { Press } from './open-press.ts'
import type { PressAnswer } from './press-worker.ts'

/** A family while it is made: what this thread has made, and what the other one makes. */
interface Made {
  readonly emitter: Emitter
  readonly label: string
  readonly here: readonly EmittedFile[]
  readonly messages: readonly VFileMessage[]
  readonly share: Share | undefined
}

interface Share {
  /** Options of the emitter for what this thread makes, and for what the other one does. */
  readonly here: object
  readonly beside: object
  readonly answer: Promise<PressAnswer>
}

/**
 * Returns the files of some emitters in the order in which one thread makes them, while two do: the press makes its
 * share of each family that can be shared. They are held in memory until all are there.
 *
 * @param emission - the bank, its pictures, the emitters and the press
 * @param run - runs an emitter in this thread
 */
export async function* emitShared(
  emission: Emission & { readonly press: Press },
  run: RunEmitter,
): AsyncGenerator<EmittedFile> {
  const shares = new Map([...emission.emitters].map(([label, emitter]) => [label, shareOf(emission, label, emitter)]))
  const made: Made[] = []
  for (const [label, emitter] of emission.emitters) {
    const share = shares.get(label)
    const messages: VFileMessage[] = []
    const onMessage = (message: VFileMessage) => void messages.push(message)
    const here = await gather(run(label, emitter, { ...share?.here, onMessage }))
    made.push({ emitter, label, here, messages, share })
  }
  for (const { emitter, label, here, messages, share } of made) {
    // Both threads say what is wrong with a picture.
    const told = new Set<string>()
    const tell = (message: VFileMessage) => {
      if (!told.has(message.reason)) emission.onMessage(message)
      told.add(message.reason)
    }
    const answer = await share?.answer
    if (answer?.kind === 'done') {
      for (const message of answer.messages) tell(fromMessageData(message))
      for (const [path, pages] of answer.pages) emission.onPages(inFolder(emitter, path), pages)
      for (const [path, bytes] of answer.files) yield { path: inFolder(emitter, path), chunks: [bytes] }
    } else if (share !== undefined)
      for await (const { path, chunks } of run(label, emitter, { ...share.beside, onMessage: tell }))
        yield { path: inFolder(emitter, path), chunks }
    for (const message of messages) tell(message)
    for (const { path, chunks } of here) yield { path: inFolder(emitter, path), chunks }
  }
}

/** Starts the press's share of a family; undefined where it is not to be shared. */
function shareOf(emission: Emission & { readonly press: Press }, label: string, emitter: Emitter): Share | undefined {
  const { bank, assets, name, outputs, press } = emission
  const split = emitter.split?.(outputs)
  if (split === undefined) return undefined
  const answer = async (): Promise<PressAnswer> => {
    const pictures = await Promise.all(emission.pictureUrls.map(async (url) => [url, await assets.read(url)] as const))
    return press.emit({
      format: label as Format,
      name,
      outputs,
      share: split.beside,
      bank,
      pictures: new Map(pictures),
    })
  }
  return { ...split, answer: answer().catch(() => ({ kind: 'failed' })) }
}

async function gather(files: AsyncIterable<EmittedFile>): Promise<readonly EmittedFile[]> {
  const whole: EmittedFile[] = []
  for await (const { path, chunks } of files) {
    const parts: Uint8Array[] = []
    for await (const chunk of chunks) parts.push(chunk)
    whole.push({ path, chunks: parts })
  }
  return whole
}
