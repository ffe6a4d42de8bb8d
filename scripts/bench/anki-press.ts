// Presses a bank of COUNT questions into FILE and prints { milliseconds, bytes, peak } as JSON: a process of its own, so
// that its memory can be told. The time is that of the emitter and the disk; making the bank is not in it.
//
//   usage: anki-press.ts COUNT FILE
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { emitAnki } from '@cardpress/anki'
import { benchBank } from './anki-bank.ts'

const [count, file] = process.argv.slice(2)
if (count !== undefined && file !== undefined) {
  const bank = benchBank(Number(count))
  const assets = { read: () => Promise.reject(new Error('no pictures here')) }
  const start = performance.now()
  for await (const { chunks } of emitAnki(bank, assets, {}))
    await pipeline(Readable.from(chunks, { objectMode: false }), createWriteStream(file))
  process.stdout.write(
    JSON.stringify({ milliseconds: performance.now() - start, peak: process.resourceUsage().maxRSS * 1024 }),
  )
}
