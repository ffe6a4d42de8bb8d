import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A publisher's two hundred articles take a slow machine half an hour. */
const longest = 3_600_000

/** A clone of the last commit in an empty folder elsewhere. */
export interface Clone {
  readonly folder: string
  /** Runs a program in it; throws with its output when it fails. `CI` is unset unless `env` sets it. */
  run(command: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<string>
  remove(): void
}

/** Clones the repository, without its installed packages and outputs. */
export function freshClone(): Clone {
  const folder = mkdtempSync(join(tmpdir(), 'cardpress-clone-'))
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, folder])
  return {
    folder,
    run(command, args, env = {}) {
      const { CI: _, CARDPRESS_HEAVY: __, TURBO_HASH: ___, ...inherited } = process.env
      return new Promise((resolve, reject) => {
        const options = { cwd: folder, env: { ...inherited, ...env }, maxBuffer: 1 << 28, timeout: longest }
        const child = execFile(command, args, options, (error, stdout, stderr) => {
          if (error === null) resolve(stdout)
          else reject(new Error(`${command} ${args.join(' ')}: ${error.message}\n${stdout}\n${stderr}`))
        })
        child.stdin?.end()
      })
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The tasks that turbo had to run. */
export function misses(hits: Hits): readonly string[] {
  return Object.keys(hits)
    .filter((task) => !hits[task])
    .sort()
}

/** Whether turbo took each task of a run from its cache, by `package#task`. */
export type Hits = Readonly<Record<string, boolean>>

/**
 * Runs `npm run build` and reads turbo's own summaries of it (it runs turbo twice: lock, then the rest).
 *
 * @param clone - where to build
 * @param env - further environment
 * @returns every task that ran or was taken from the cache
 */
export async function buildAndCount(clone: Clone, env: NodeJS.ProcessEnv = {}): Promise<Hits> {
  const runs = join(clone.folder, '.turbo', 'runs')
  rmSync(runs, { recursive: true, force: true })
  await clone.run('npm', ['run', 'build'], { TURBO_RUN_SUMMARY: 'true', ...env })
  const hits: Record<string, boolean> = {}
  for (const name of readdirSync(runs)) {
    const summary = JSON.parse(readFileSync(join(runs, name), 'utf8')) as {
      tasks: { taskId: string; cache: { status: 'HIT' | 'MISS' } }[]
    }
    // A package that both runs compile misses at most in the first.
    for (const { taskId, cache } of summary.tasks) hits[taskId] = (hits[taskId] ?? true) && cache.status === 'HIT'
  }
  return hits
}
