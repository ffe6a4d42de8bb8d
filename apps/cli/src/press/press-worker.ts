import { parentPort } from 'node:worker_threads'
import type { QuestionBank } from '@cardpress/core'
import { type MessageData, toMessageData } from '@cardpress/core/messages'
import type { VFileMessage } from 'vfile-message'
import { emitters, type Format, type OutputOptions } from '../emitters.ts'

/** What a second thread is to make. */
export interface PressWork {
  readonly format: Format
  /** Name of the outputs that are called after the article. */
  readonly name: string
  readonly outputs: OutputOptions
  /** The share of the family that it makes: options of the emitter. */
  readonly share: object
  readonly bank: QuestionBank
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

/** Files that a second thread has made, whole, and what it told; or that it could not. */
export type PressAnswer =
  | {
      readonly kind: 'done'
      readonly files: readonly (readonly [path: string, bytes: Uint8Array])[]
      readonly messages: readonly MessageData[]
      readonly pages: ReadonlyMap<string, number>
    }
  | { readonly kind: 'failed' }

async function press({ format, name, outputs, share, bank, pictures }: PressWork): Promise<PressAnswer> {
  const emit = await emitters[format].load({ name, outputs })
  const messages: MessageData[] = []
  const assets = {
    async read(url: string) {
      const bytes = pictures.get(url)
      if (bytes === undefined) throw new Error(`the bank has no picture ${url}`)
      return bytes
    },
  }
  const files: [string, Uint8Array][] = []
  const pages = new Map<string, number>()
  const options = {
    ...share,
    onMessage: (message: VFileMessage) => void messages.push(toMessageData(message)),
    onPages: (path: string, count: number) => void pages.set(path, count),
  }
  for await (const { path, chunks } of emit(bank, assets, options)) {
    const parts: Uint8Array[] = []
    for await (const chunk of chunks) parts.push(chunk)
    files.push([path, Buffer.concat(parts)])
  }
  return { kind: 'done', files, messages, pages }
}

parentPort?.on('message', async (work: PressWork) => {
  const answer = await press(work).catch((): PressAnswer => ({ kind: 'failed' }))
  parentPort?.postMessage(answer)
})
