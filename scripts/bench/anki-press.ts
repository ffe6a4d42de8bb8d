// Presses COUNT notes into FILE and prints { milliseconds } as JSON: a process of its own, so that nothing is warm. What the times hold:
//
//   bank    all that the emitter does with a bank: checks, ids, HTML, rows, package, disk
//   rows    the package and the disk alone; the rows are ready, as they are for the floor
//
// Making the bank, or the rows of the latter, is in neither.
//
//   usage: anki-press.ts bank|rows COUNT FILE
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { emitAnki } from '@cardpress/anki'
import { writePackage } from '../../packages/anki/src/write-package.ts'
import { benchBank } from './anki-bank.ts'
import { benchRows } from './anki-rows.ts'

const [from, count, file] = process.argv.slice(2)
if (from !== undefined && count !== undefined && file !== undefined) {
  const press = from === 'rows' ? pressRows(Number(count)) : pressBank(Number(count))
  const start = performance.now()
  for await (const chunks of press())
    await pipeline(Readable.from(chunks, { objectMode: false }), createWriteStream(file))
  process.stdout.write(JSON.stringify({ milliseconds: performance.now() - start }))
}

type Press = () => AsyncIterable<AsyncIterable<Uint8Array> | Iterable<Uint8Array>>

function pressBank(count: number): Press {
  const bank = benchBank(count)
  const assets = { read: () => Promise.reject(new Error('no pictures here')) }
  return async function* () {
    for await (const { chunks } of emitAnki(bank, assets, {})) yield chunks
  }
}

function pressRows(count: number): Press {
  const rows = benchRows(count)
  return async function* () {
    yield await writePackage({ ...rows, media: [], count })
  }
}
