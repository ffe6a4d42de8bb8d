import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parseInWindows } from '../../packages/core/src/read/markdown/parse-in-windows.ts'
import { parseMarkdown } from '../../packages/core/src/read/markdown/parse-markdown.ts'
import { readMarkdown } from '../../packages/core/src/read/read-markdown.ts'
import { type Bench, type BenchRow, inBytes, inTime } from './bench.ts'

const corpus = new URL('../../../shared/corpus/', import.meta.url)
const megabyte = 1_000_000
const peerName = 'remark-parse, same plugins, whole file'

/** Markdown in windows, against the same parser over the whole file. */
const bench: Bench = {
  title: 'Reading Markdown',
  async run({ quick }) {
    if (!existsSync(corpus)) return []
    const page = readFileSync(new URL('js-choice-zh.md', corpus), 'utf8')
    const large = repeat(page, quick ? megabyte / 4 : megabyte)
    // Parsing a whole file grows faster than its length: the goal is one for 1 MB.
    const rows = [
      compare(`${inBytes(Buffer.byteLength(large))} of Markdown`, large, quick ? 1 : 3, quick ? undefined : 0.5),
    ]
    for (const file of readdirSync(corpus).filter((name) => name.endsWith('.md')))
      rows.push(compare(`page ${file}`, readFileSync(new URL(file, corpus), 'utf8'), quick ? 3 : 9, 1.2))
    return quick ? rows : [...rows, ...grow(page)]
  },
}

export default bench

function repeat(page: string, bytes: number): string {
  return `${page}\n`.repeat(Math.ceil(bytes / Buffer.byteLength(page)))
}

function compare(what: string, source: string, rounds: number, atMost?: number): BenchRow {
  const times = least({ ours: () => parseInWindows(source), peer: () => parseMarkdown(source) }, rounds)
  const goal = atMost === undefined ? {} : { atMost }
  return { what, ours: inTime(times.ours), peer: inTime(times.peer), peerName, ratio: times.ours / times.peer, ...goal }
}

/** The least processor time of each, done in turns after a round that only warms up: small pages take a few ms. */
function least(works: { readonly ours: () => unknown; readonly peer: () => unknown }, rounds: number) {
  const best = { ours: Number.POSITIVE_INFINITY, peer: Number.POSITIVE_INFINITY }
  for (let round = 0; round <= rounds; round++)
    for (const name of ['peer', 'ours'] as const) {
      const start = process.cpuUsage()
      works[name]()
      const { user, system } = process.cpuUsage(start)
      if (round > 0) best[name] = Math.min(best[name], (user + system) / 1000)
    }
  return best
}

/** Ten times the article, read whole with all that follows parsing: at most eleven times the time, and under 700 MB. */
function grow(page: string): BenchRow[] {
  const time = (source: string) => {
    const start = performance.now()
    readMarkdown(source)
    return performance.now() - start
  }
  const one = time(repeat(page, megabyte))
  const ten = time(repeat(page, 10 * megabyte))
  const peak = process.resourceUsage().maxRSS * 1024
  return [
    { what: '10 MB: time', ours: inTime(ten), peer: inTime(one), peerName: '1 MB', ratio: ten / one, atMost: 11 },
    {
      what: '10 MB: memory',
      ours: inBytes(peak),
      peer: '700 MB',
      peerName: 'goal',
      ratio: peak / (700 * 1024 * 1024),
      atMost: 1,
    },
  ]
}
