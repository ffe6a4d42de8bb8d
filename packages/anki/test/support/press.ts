import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AnkiOptions, type BankWithAssets, emitAnkiPackage } from '@cardpress/anki'
import type { QuestionBank } from '@cardpress/core'
import type { VFileMessage } from 'vfile-message'
import { afterAll } from 'vitest'
import { memoryAssets } from './bank.ts'

/** What pressing gave: files by name, and messages. */
export interface Pressed {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly messages: readonly VFileMessage[]
}

/** Presses banks into one package. */
export async function press(
  banks: QuestionBank | readonly BankWithAssets[],
  options: AnkiOptions = {},
): Promise<Pressed> {
  const messages: VFileMessage[] = []
  const files = new Map<string, Uint8Array>()
  const all = 'questions' in banks ? [{ bank: banks, assets: memoryAssets() }] : banks
  for await (const file of emitAnkiPackage(all, { ...options, onMessage: (message) => void messages.push(message) })) {
    const chunks: Uint8Array[] = []
    for await (const chunk of file.chunks) chunks.push(chunk)
    files.set(file.path, Buffer.concat(chunks))
  }
  return { files, messages }
}

/** A folder that is removed after the tests of a file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cardpress-anki-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Presses banks into one package on disk; returns its path. */
export async function pressTo(
  file: string,
  banks: QuestionBank | readonly BankWithAssets[],
  options: AnkiOptions = {},
): Promise<string> {
  const { files, messages } = await press(banks, { ...options, name: 'deck' })
  const deck = files.get('deck.apkg')
  if (deck === undefined) throw new Error(`no deck: ${messages.map(String).join('; ')}`)
  writeFileSync(file, deck)
  const text = files.get('deck.anki.txt')
  if (text !== undefined) writeFileSync(`${file}.txt`, text)
  return file
}
