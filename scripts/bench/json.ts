import type { EmittedFile } from '@cardpress/core'
import { emitJson } from '@cardpress/json'
import { benchBank } from './anki-bank.ts'
import { type Bench, inTime, medians } from './bench.ts'

const noAssets = { read: async () => new Uint8Array() }

/** `questions.json` in batches, with Markdown, HTML and text of every field, against the parts that it cannot do without. */
const bench: Bench = {
  title: 'JSON',
  async run({ quick }) {
    const count = quick ? 2000 : 20_000
    const bank = benchBank(count)
    const published = JSON.parse(await textOf(emitJson(bank, noAssets, {}), 'v1/questions.json')) as object
    const times = await medians(
      {
        ours: () => textOf(emitJson(bank, noAssets, {}), 'v1/questions.json'),
        stringify: () => JSON.stringify(published, null, 2).length,
      },
      quick ? 1 : 3,
    )
    return [
      {
        what: `questions.json of ${count.toLocaleString('en')} questions`,
        ours: inTime(times.ours),
        peer: inTime(times.stringify),
        peerName: 'JSON.stringify of the finished object',
        ratio: times.ours / times.stringify,
      },
    ]
  },
}

export default bench

/** Returns one of the files; those behind it are not made. */
async function textOf(files: AsyncIterable<EmittedFile>, path: string): Promise<string> {
  for await (const file of files) {
    if (file.path !== path) continue
    const parts: Uint8Array[] = []
    for await (const part of file.chunks) parts.push(part)
    return Buffer.concat(parts).toString('utf8')
  }
  throw new Error(`${path} was not emitted`)
}
