import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makePublisher } from '../make-publisher.ts'
import { type Bench, type BenchRow, inTime, median } from './bench.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const bin = join(root, 'apps/cli/bin/cardpress.js')

/** The compiled command, as it is installed: how soon it answers, and how soon `watch` has built what was saved. */
const bench: Bench = {
  title: 'The command',
  async run({ quick }) {
    if (!existsSync(join(root, 'apps/cli/dist/main.js'))) throw new Error('run npm run build first')
    const rounds = quick ? 3 : 7
    return [help(quick ? 3 : 9), ...(await rebuild(rounds, ours)), ...(await rebuild(rounds, plain))]
  },
}

export default bench

/** Milliseconds that a program takes; the least of some runs, for a start waits for the disk and for others. */
function least(args: readonly string[], rounds: number): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' })
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`)
    return performance.now() - start
  })
  return Math.min(...times)
}

/** 300 ms is the promise where Node itself starts in 60 ms. */
function help(rounds: number): BenchRow {
  const peer = least(['-e', '0'], rounds)
  const ours = least([bin, '--help'], rounds)
  return row('cardpress --help', ours, peer, 'node -e 0', 5)
}

/** An article to watch. */
interface Watched {
  readonly what: string
  /** Puts it into a folder, as `article.md`. */
  make(folder: string): void
  /** It is to be built again within a second. */
  readonly inSecond: boolean
}

const ours: Watched = {
  what: '29 questions of 41,000 characters with figures and formulas',
  make(folder) {
    for (const name of ['article.md', 'assets'])
      cpSync(join(root, 'content/dl-cv-interview', name), join(folder, name), { recursive: true })
  },
  inSecond: false,
}

const plain: Watched = {
  what: '30 questions of a publisher',
  make(folder) {
    const [name = ''] = makePublisher(join(folder, 'all'), { collections: 1 })
    cpSync(join(folder, 'all', name, 'article.md'), join(folder, 'article.md'))
    rmSync(join(folder, 'all'), { recursive: true })
  },
  inSecond: true,
}

/** Saves an article while it is watched; every format is written again. */
async function rebuild(rounds: number, { what: article, make, inSecond }: Watched): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cardpress-bench-watch-'))
  try {
    make(folder)
    const args = [bin, 'build', 'article.md', '--quiet']
    const start = performance.now()
    spawnSync(process.execPath, args, { cwd: folder, stdio: 'ignore', env: { ...process.env, CI: '' } })
    const fresh = performance.now() - start
    const times = await saved(folder, rounds)
    const what = `watch: from saving ${article} to deck, four PDFs and JSON`
    return [
      row(what, times, fresh, 'cardpress build in a new process', 0.5),
      row(`${what}, in time`, times, 1000, 'one second', inSecond ? 1 : undefined),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The median time from saving to the receipt, once the process is warm. */
async function saved(folder: string, rounds: number): Promise<number> {
  const child = spawn(process.execPath, [bin, 'watch', 'article.md', '--lang', 'en'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, CI: '' },
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const until = async (text: string) => {
    for (let waited = 0; !said.includes(text); waited += 2) {
      if (child.exitCode !== null || waited > 120_000) throw new Error(`the watch did not say ${text}:\n${said}`)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
  try {
    await until('watching')
    const file = join(folder, 'article.md')
    const source = readFileSync(file, 'utf8')
    const times: number[] = []
    // The first rounds only warm up.
    for (let round = 0; round < rounds + 2; round++) {
      said = ''
      const start = performance.now()
      writeFileSync(file, `${source}\nA remark of round ${round}.\n`)
      await until('json/')
      if (round >= 2) times.push(performance.now() - start)
    }
    return median(times)
  } finally {
    child.kill('SIGINT')
  }
}

function row(what: string, ours: number, peer: number, peerName: string, atMost?: number): BenchRow {
  const goal = atMost === undefined ? {} : { atMost }
  return { what, ours: inTime(ours), peer: inTime(peer), peerName, ratio: ours / peer, ...goal }
}
