import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makePublisher } from '../make-publisher.ts'
import { type Clone, freshClone } from '../test/fresh-clone.ts'
import { type Bench, type BenchRow, inTime } from './bench.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A publisher's articles: all of them, none of them, one of them built, one of them broken; and their library. */
const bench: Bench = {
  title: 'A publisher of many articles',
  async run({ quick }) {
    const count = quick ? 3 : 200
    const clone = freshClone()
    try {
      cpSync(join(root, 'node_modules'), join(clone.folder, 'node_modules'), {
        recursive: true,
        verbatimSymlinks: true,
      })
      const content = join(clone.folder, 'content')
      rmSync(content, { recursive: true, force: true })
      const names = makePublisher(content, { collections: count })
      await clone.run('npm', ['install', '--package-lock-only', '--offline', '--ignore-scripts'])
      const cold = await timed(() => build(clone))
      const cached = await timed(() => build(clone))
      const library = await timed(() =>
        clone.run('npx', ['--no-install', 'cardpress-library', 'content', '--out', 'dist/site']),
      )
      makePublisher(join(content, 'elsewhere'), { collections: 1, seed: 2 })
      cpSync(join(content, 'elsewhere', 'publisher-001', 'article.md'), join(content, names[0] as string, 'article.md'))
      rmSync(join(content, 'elsewhere'), { recursive: true })
      const touched = await timed(() => build(clone))
      writeFileSync(join(content, names[1] as string, 'article.md'), '')
      const broken = await timed(() => build(clone).then(mustFail, namesOnly(names[1] as string)))
      const row = (what: string, time: number, atMost: number): BenchRow => ({
        what: `${count} articles of 30 questions: ${what}`,
        ours: inTime(time),
        peer: inTime(cold),
        peerName: 'cold build',
        ratio: time / cold,
        // A handful of articles says little: what is left of a build is mostly turbo itself.
        ...(quick ? {} : { atMost }),
      })
      return [
        row('built again', cached, 0.1),
        row('one article changed', touched, 0.1),
        row('one article broken, the others built', broken, 0.1),
        row('put into one site', library, 0.1),
      ]
    } finally {
      clone.remove()
    }
  },
}

export default bench

/** Builds everything, the locks included. */
function build(clone: Clone): Promise<string> {
  return clone.run('npm', ['run', 'build'])
}

function mustFail(): never {
  throw new Error('a broken article went unnoticed')
}

function namesOnly(name: string): (error: Error) => void {
  return (error) => {
    if (!error.message.includes(name))
      throw new Error(`the summary does not name ${name}: ${error.message.slice(-2000)}`)
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
