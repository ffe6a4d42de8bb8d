import { readdir } from 'node:fs/promises'
import { z } from 'zod'
import { UsageError } from './usage-error.ts'

const format = z.enum(['anki', 'pdf', 'json', 'lms'])

const configSchema = z.strictObject({
  out: z.string().min(1).optional(),
  only: z.array(format).optional(),
  where: z.string().min(1).optional(),
  lock: z.boolean().optional(),
  frozenLock: z.literal(true).optional(),
  encoding: z.string().min(1).optional(),
  format: z.enum(['markdown', 'text', 'html']).optional(),
})

/** What `cardpress.config.ts`, `.js` or `.json` may say: defaults of the options of the same names. */
export interface CardpressConfig {
  /** Output folder. */
  readonly out?: string
  /** Formats to write. */
  readonly only?: readonly z.infer<typeof format>[]
  /** Conditions that a question must meet: `tag=cnn,kind!=open`. */
  readonly where?: string
  /** False: neither read nor write locks. */
  readonly lock?: boolean
  /** A stale lock is an error. */
  readonly frozenLock?: true
  /** Encoding of the articles. */
  readonly encoding?: string
  /** Format of the articles. */
  readonly format?: 'markdown' | 'text' | 'html'
}

/**
 * Returns its argument: gives an editor the types of `cardpress.config.ts`.
 *
 * @param config - defaults of the command's options
 */
export function defineConfig(config: CardpressConfig): CardpressConfig {
  return config
}

/**
 * Reads the configuration of a folder, as the options of the command line.
 *
 * @param folder - the current folder
 * @returns nothing where there is no configuration
 * @throws {UsageError} when it does not load, or says what it may not
 */
export async function readConfig(folder: string): Promise<Readonly<Record<string, unknown>>> {
  const name = (await readdir(folder).catch(() => [])).find((file) => /^cardpress\.config\.\w+$/.test(file))
  // c12 loads only where there is something to load.
  if (name === undefined) return {}
  const { loadConfig } = await import('c12')
  let loaded: unknown
  try {
    const options = { name: 'cardpress', cwd: folder, rcFile: false, globalRc: false, dotenv: false } as const
    loaded = (await loadConfig(options)).config
  } catch (error) {
    throw new UsageError(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
  const result = configSchema.safeParse(loaded)
  if (!result.success) {
    const [issue] = result.error.issues
    const place = issue?.path.join('.') ?? ''
    throw new UsageError(`${name}: ${place === '' ? '' : `${place}: `}${issue?.message}`)
  }
  const { only, ...rest } = result.data
  const options = { ...rest, ...(only === undefined ? {} : { only: only.join(',') }) }
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
}
