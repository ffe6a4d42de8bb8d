import type { QuestionBank } from '@cardpress/core'
import { emitPdf, type PdfOptions } from '@cardpress/pdf'
import type { VFileMessage } from 'vfile-message'

/** Prints a bank; returns the files by path, and what was reported. */
export async function print(
  bank: QuestionBank,
  options: PdfOptions = {},
  assets: Readonly<Record<string, Uint8Array>> = {},
): Promise<{ files: Map<string, Uint8Array>; messages: VFileMessage[] }> {
  const files = new Map<string, Uint8Array>()
  const messages: VFileMessage[] = []
  const read = async (url: string) => {
    const bytes = assets[url]
    if (!bytes) throw new Error(`no file ${url}`)
    return bytes
  }
  for await (const file of emitPdf(bank, { read }, { ...options, onMessage: (message) => messages.push(message) })) {
    const parts: Uint8Array[] = []
    for await (const chunk of file.chunks) parts.push(chunk)
    files.set(file.path, Buffer.concat(parts))
  }
  return { files, messages }
}

/** Prints one paper of a bank and returns its bytes. */
export async function printOne(bank: QuestionBank, path: string, options: PdfOptions = {}): Promise<Uint8Array> {
  const { files } = await print(bank, options)
  const bytes = files.get(path)
  if (!bytes) throw new Error(`there is no ${path}, only ${[...files.keys()].join(', ')}`)
  return bytes
}
