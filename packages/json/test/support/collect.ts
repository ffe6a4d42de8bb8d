import type { Assets, EmittedFile } from '@cardpress/core'

/** Returns what an emitter emitted, as text by path. */
export async function collect(files: AsyncIterable<EmittedFile>): Promise<Map<string, string>> {
  const result = new Map<string, string>()
  for await (const { path, chunks } of files) {
    const parts: Uint8Array[] = []
    for await (const chunk of chunks) parts.push(chunk)
    if (result.has(path)) throw new Error(`${path} was emitted twice`)
    result.set(path, Buffer.concat(parts).toString('utf8'))
  }
  return result
}

export const noAssets: Assets = { read: async (url) => new TextEncoder().encode(`bytes of ${url}`) }
