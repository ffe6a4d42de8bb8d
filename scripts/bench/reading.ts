import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseInWindows } from '../../packages/core/src/read/markdown/parse-in-windows.ts'
import { parseMarkdown } from '../../packages/core/src/read/markdown/parse-markdown.ts'
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
    return quick ? rows : [...rows, ...grow()]
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

/**
 * The least processor time of each, done in turns after a round that only warms up: at least `rounds` times, and
 * a small page, whose few milliseconds a single collection of garbage outweighs, for half a second.
 */
function least(works: { readonly ours: () => unknown; readonly peer: () => unknown }, rounds: number) {
  const best = { ours: Number.POSITIVE_INFINITY, peer: Number.POSITIVE_INFINITY }
  const begun = performance.now()
  for (let round = 0; round <= rounds || performance.now() - begun < 500; round++)
    for (const name of ['peer', 'ours'] as const) {
      const before = process.cpuUsage()
      works[name]()
      const { user, system } = process.cpuUsage(before)
      if (round > 0) best[name] = Math.min(best[name], (user + system) / 1000)
    }
  return best
}

/** Ten times the article, read whole with all that follows parsing: at most eleven times the time, and under 700 MB. */
function grow(): BenchRow[] {
  const one = readRepeated(1)
  const ten = readRepeated(10)
  return [
    {
      what: '10 MB: time',
      ours: inTime(ten.milliseconds),
      peer: inTime(one.milliseconds),
      peerName: '1 MB',
      ratio: ten.milliseconds / one.milliseconds,
      atMost: 11,
    },
    {
      what: '10 MB: memory',
      ours: inBytes(ten.peak),
      peer: '700 MB',
      peerName: 'goal',
      ratio: ten.peak / (700 * 1024 * 1024),
      atMost: 1,
    },
  ]
}

/** In a process of its own: what this one has read before would count. */
function readRepeated(megabytes: number): { readonly milliseconds: number; readonly peak: number } {
  const script = fileURLToPath(new URL('read-repeated.ts', import.meta.url))
  const page = fileURLToPath(new URL('js-choice-zh.md', corpus))
  const output = execFileSync(process.execPath, [...process.execArgv, script, page, String(megabytes)], {
    encoding: 'utf8',
  })
  return JSON.parse(output)
}
