import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeFiles } from '../../packages/core/src/disk/index.ts'
import { type Bench, type BenchRow, inTime, medians } from './bench.ts'

/** The atomic writer, against a plain write of the same bytes that is synced to the disk as well. */
const bench: Bench = {
  title: 'Writing files that are never half',
  async run({ quick }) {
    const folder = mkdtempSync(join(tmpdir(), 'cardpress-bench-writer-'))
    try {
      return [
        await compare(folder, quick ? 30 : 200, 20_000, quick ? 3 : 5),
        await compare(folder, 1, quick ? 20_000_000 : 200_000_000, 3),
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

export default bench

async function compare(folder: string, files: number, bytes: number, rounds: number): Promise<BenchRow> {
  const block = Buffer.alloc(Math.min(bytes, 100_000), 'cardpress ')
  const blocks = Array.from({ length: Math.ceil(bytes / block.length) }, () => block)
  const names = Array.from({ length: files }, (_, at) => `file-${at}`)
  const { ours, peer } = await medians(
    {
      ours: () =>
        writeFiles(
          join(folder, 'ours'),
          names.map((path) => ({ path, chunks: blocks })),
        ),
      peer: async () => {
        for (const name of names) {
          const handle = await open(join(folder, name), 'w')
          for (const one of blocks) await handle.write(one)
          await handle.sync()
          await handle.close()
        }
      },
    },
    rounds,
  )
  // A small file is mostly calls: a temporary name, a check of its size, a rename.
  const atMost = files === 1 ? 2 : 4
  const what = files === 1 ? `one file of ${bytes / 1e6} MB` : `${files} files of ${bytes / 1000} kB`
  return { what, ours: inTime(ours), peer: inTime(peer), peerName: 'open, write, fsync', ratio: ours / peer, atMost }
}
