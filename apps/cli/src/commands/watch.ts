import { watch as watchPath } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Environment } from '../environment.ts'
import { findInputs, type Input } from '../inputs.ts'
import { openPress, type Press } from '../press/open-press.ts'
import { type BuildOptions, build } from './build.ts'

/** Milliseconds without a further change before a rebuild: editors save in several steps. */
const settle = 30

/**
 * Builds articles, then builds each again when it, its settings or its pictures change, until the process is interrupted.
 *
 * @param named - articles, folders or globs
 * @param options - as of `build`
 * @param environment - streams, language and colours
 * @param signal - ends the watch; a test gives its own
 * @param press - a second thread for the outputs, kept warm between rebuilds
 * @returns 0 when the signal ended it
 */
export async function watch(
  named: readonly string[],
  options: BuildOptions,
  environment: Environment,
  signal: AbortSignal = new AbortController().signal,
  press: Press | undefined = openPress(),
): Promise<number> {
  const inputs = await findInputs(named, environment)
  const built = new Map<string, string>()
  const rebuild = (input: Input) =>
    build([input.file ?? '-'], { ...options, ...outOf(input), built, press }, environment)
  for (const input of inputs) await rebuild(input)
  environment.note(environment.say('watching', { count: inputs.length }))

  const folders = new Map<string, Input[]>()
  for (const input of inputs)
    if (input.file !== undefined) {
      const folder = dirname(input.file)
      folders.set(folder, [...(folders.get(folder) ?? []), input])
    }
  // One after the other: two builds at once would mix their receipts.
  let queue = Promise.resolve(0)
  for (const [folder, here] of folders) {
    const waiting = new Map<Input, NodeJS.Timeout>()
    const watcher = watchPath(folder, { recursive: true, signal, persistent: true })
    watcher.on('change', (_, name) => {
      for (const input of here.filter((one) => concerns(one, String(name ?? '')))) {
        clearTimeout(waiting.get(input))
        waiting.set(
          input,
          setTimeout(() => {
            queue = queue.then(() => rebuild(input))
          }, settle),
        )
      }
    })
    // Aborting is the way out; anything else (the folder is gone) is worth a line.
    watcher.on('error', (error) => {
      if (!signal.aborted) environment.stderr.write(`${error.message}\n`)
    })
  }
  await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }))
  await queue
  await press?.close()
  return 0

  /** With several articles each has its folder, also when it is built alone. */
  function outOf(input: Input): { out?: string } {
    if (inputs.length === 1 || (options.out === undefined && input.collection !== undefined)) return {}
    return { out: resolve(environment.cwd, options.out ?? 'dist', input.name) }
  }
}

/** Whether a changed path, relative to the article's folder, can change what is built. */
function concerns(input: Input, path: string): boolean {
  const name = path.replaceAll('\\', '/')
  if (/(?:^|\/)(?:dist|node_modules|\.[^/]+)(?:\/|$)/.test(name) || name.endsWith('.lock.json')) return false
  if (input.collection !== undefined) return true
  const file = (input.file ?? '').replaceAll('\\', '/')
  const base = file.slice(file.lastIndexOf('/') + 1)
  // Its settings bear its name; pictures may lie anywhere below.
  return name === base || name.startsWith(`${input.name}.`) || /\.(?:png|jpe?g|gif|webp|svg|avif)$/i.test(name)
}
