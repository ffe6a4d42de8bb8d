import { readdir } from 'node:fs/promises'
import type { Correction, Settings } from '@cardpress/core'
import type { PdfSettings } from '@cardpress/pdf'
import type { Environment } from './environment.ts'
import { UsageError } from './usage-error.ts'

/** What is said of one question; lists of one may be written as one. */
export type ConfiguredCorrection = Omit<Correction, 'key' | 'tags'> & {
  readonly key?: boolean | string | readonly string[]
  readonly tags?: string | readonly string[]
}

/** What `cardpress.config.ts`, `.js` or `.json` may say: defaults of the options of the same names. */
export interface CardpressConfig {
  /** Output folder. */
  readonly out?: string
  /** Formats to write. */
  readonly only?: readonly ('anki' | 'pdf' | 'json' | 'lms')[]
  /** Conditions that a question must meet: `tag=cnn,kind!=open`. */
  readonly where?: string
  /** How papers are printed, by the names of the options of `cardpress-pdf`: `{ versions: ['A', 'B'], seal: true }`. */
  readonly pdf?: PdfSettings
  /** Name of the deck that `cardpress anki` makes of several banks. */
  readonly deck?: string
  /** Language of messages. Default: from LANG. */
  readonly lang?: 'en' | 'zh'
  /** Say nothing but errors. */
  readonly quiet?: boolean
  /** Tell how long each stage took. */
  readonly verbose?: boolean
  /** False: neither read nor write locks. */
  readonly lock?: boolean
  /** A stale lock is an error. */
  readonly frozenLock?: true
  /** Encoding of the articles. */
  readonly encoding?: string
  /** Format of the articles. */
  readonly format?: 'markdown' | 'text' | 'html' | 'gift' | 'aiken'
  /** How a question begins, as it stands in the articles: `12.`, `### 1、`, `Q:`. */
  readonly questions?: string
  /** How an option begins (`A.`), `checkbox`, `bullets` or `none`. */
  readonly options?: string
  /** What stands before a key: `S:`. */
  readonly key?: string | readonly string[]
  /** What stands before an explanation: `Explanation:`. */
  readonly explanation?: string | readonly string[]
  /** Lines (`126-131`) or texts to leave out. */
  readonly leaveOut?: string | readonly string[]
  /** What is said of single questions, by number or by the beginning of their text. */
  readonly corrections?: Readonly<Record<string, ConfiguredCorrection>>
  /** Build although a reading is not certain. */
  readonly accept?: boolean
}

/**
 * Returns its argument: gives an editor the types of `cardpress.config.ts`.
 *
 * @param config - defaults of the command's options
 */
export function defineConfig(config: CardpressConfig): CardpressConfig {
  return config
}

/** A configuration: options of the command line, and how articles are to be read where nothing else says so. */
export interface ReadConfig {
  readonly options: Readonly<Record<string, unknown>>
  readonly defaults: Settings
  /** How every command speaks. */
  readonly manners: Pick<CardpressConfig, 'lang' | 'quiet' | 'verbose'>
}

/**
 * Reads the configuration of a folder.
 *
 * @param folder - the current folder
 * @param environment - the language of its mistakes
 * @returns nothing where there is no configuration
 * @throws {UsageError} when it does not load, or says what it may not
 */
export async function readConfig(folder: string, environment: Environment): Promise<ReadConfig> {
  const name = (await readdir(folder).catch(() => [])).find((file) => /^cardpress\.config\.\w+$/.test(file))
  // The libraries load only where there is something for them.
  if (name === undefined) return { options: {}, defaults: {}, manners: {} }
  const { loadConfig } = await import('c12')
  let loaded: unknown
  try {
    const options = { name: 'cardpress', cwd: folder, rcFile: false, globalRc: false, dotenv: false } as const
    loaded = (await loadConfig(options)).config
  } catch (error) {
    throw new UsageError(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
  const { toConfig } = await import('./to-config.ts')
  return toConfig(loaded, name, environment)
}
