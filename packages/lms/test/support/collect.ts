import type { QuestionBank } from '@cardpress/core'
import { emitLms } from '@cardpress/lms'
import type { VFileMessage } from 'vfile-message'

/** Returns the files that are emitted of a bank, by their paths; its pictures hold their own names. */
export async function collect(
  bank: QuestionBank,
  onMessage?: (message: VFileMessage) => void,
): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const assets = { read: async (url: string) => new TextEncoder().encode(`bytes of ${url}`) }
  for await (const { path, chunks } of emitLms(bank, assets, onMessage === undefined ? {} : { onMessage })) {
    const parts: Uint8Array[] = []
    for await (const chunk of chunks) parts.push(chunk)
    files.set(path, Buffer.concat(parts).toString('utf8'))
  }
  return files
}
