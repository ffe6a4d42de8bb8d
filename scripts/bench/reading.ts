import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parseInWindows } from '../../packages/core/src/read/markdown/parse-in-windows.ts'
import { parseMarkdown } from '../../packages/core/src/read/markdown/parse-markdown.ts'
import { readMarkdown } from '../../packages/core/src/read/read-markdown.ts'
import { type Bench, type BenchRow, inBytes, inTime, medians } from './bench.ts'

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
    const rows = [await compare(`${inBytes(Buffer.byteLength(large))} of Markdown`, large, quick ? 1 : 3, 0.5)]
    for (const file of readdirSync(corpus).filter((name) => name.endsWith('.md')))
      rows.push(await compare(`page ${file}`, readFileSync(new URL(file, corpus), 'utf8'), quick ? 1 : 5, 1.2))
    return quick ? rows : [...rows, ...grow(page)]
  },
}

export default bench

function repeat(page: string, bytes: number): string {
  return `${page}\n`.repeat(Math.ceil(bytes / Buffer.byteLength(page)))
}

async function compare(what: string, source: string, rounds: number, atMost: number): Promise<BenchRow> {
  parseInWindows(source.slice(0, 20_000))
  const times = await medians({ ours: () => parseInWindows(source), peer: () => parseMarkdown(source) }, rounds)
  return { what, ours: inTime(times.ours), peer: inTime(times.peer), peerName, ratio: times.ours / times.peer, atMost }
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
