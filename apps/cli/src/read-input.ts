import { unlink } from 'node:fs/promises'
import {
  type Assets,
  type EmittedFile,
  type Guess,
  type ListedPicture,
  type LockReport,
  listPictures,
  parseBank,
  type QuestionBank,
  type ReadingScore,
  type Settings,
  writeLock,
} from '@cardpress/core'
import { DiskError, readArticleFiles, readClock, toSlashes, writeFileAtomic } from '@cardpress/core/disk'
import type { VFileMessage } from 'vfile-message'
import type { Environment } from './environment.ts'
import type { Input } from './inputs.ts'
import type { Stopwatch } from './stopwatch.ts'

/** The options of every command that reads articles. */
export interface ArticleOptions {
  /** False with `--no-lock`: ids come from the prompts alone. */
  readonly lock?: boolean
  readonly frozenLock?: true
  readonly encoding?: string
  readonly format?: 'markdown' | 'text' | 'html' | 'gift' | 'aiken'
  /** How a question, an option, a key and an explanation are marked, as they stand in the article. */
  readonly questions?: string
  readonly options?: string
  readonly key?: readonly string[]
  readonly explanation?: readonly string[]
  /** Lines (`126-131`) or texts to leave out. */
  readonly leaveOut?: readonly string[]
  /** The person has looked: build although the reading is not certain. */
  readonly accept?: true
  /** What the configuration says of how articles are to be read; everything else comes before it. */
  readonly defaults?: Settings
  /** `lock --refresh`: every question counts as changed. */
  readonly refresh?: true
  /** What the settings file is to say, in place of what it says: `review` tries settings before it writes them. */
  readonly settingsText?: string
  /** A picture that is not there is an error, as in a collection. */
  readonly strict?: boolean
}

/** An article that has been read: its bank, or why there is none. */
export interface ReadInput {
  readonly bank: QuestionBank | undefined
  /** The reading is not certain, and nobody has accepted it: decks are withheld, and the lock stays as it is. */
  readonly isUnsure: boolean
  /** The person has looked at an uncertain reading and takes it. */
  readonly isAccepted: boolean
  /** Where the article's settings lie, or would lie, and what they say; undefined for standard input. */
  readonly settings: { readonly path: string; readonly text: string | undefined } | undefined
  /** The settings file as it stands on the disk, by the path that messages show. */
  readonly settingsFile: { readonly path: string; readonly text: string } | undefined
  /** The decoded article; undefined where it could not be decoded. */
  readonly source: string | undefined
  /** Errors (`fatal: true`) and warnings, in the order of the article. */
  readonly messages: readonly VFileMessage[]
  readonly guesses: readonly Guess[]
  /** The readings that were weighed, the one taken first. */
  readonly readings: readonly ReadingScore[]
  /** The pictures, as files beside the bank. */
  readonly pictures: readonly EmittedFile[]
  readonly assets: Assets
  /** The pictures that the article shows, also those that are not to be had. */
  readonly shownPictures: readonly ListedPicture[]
  /** How many questions are new, changed and gone since the last build; undefined without a lock. */
  readonly delta: Readonly<Record<'added' | 'changed' | 'retired', number>> | undefined
  /** What the lock tells of each question; undefined without a lock. */
  readonly lockReport: LockReport | undefined
  /**
   * Writes the lock where it has changed; returns its path, or undefined where nothing was to be written. A folder that
   * cannot be written costs a warning: the article may lie on a read-only disk.
   */
  saveLock(): Promise<string | undefined>
}

/**
 * Reads an article with its lock, settings and pictures.
 *
 * @param input - which article
 * @param options - of the command line
 * @param environment - standard input, `CI`, the clock's stand-in
 * @param watch - takes the time of the stages
 * @throws {DiskError} when the article cannot be read from the disk, or its lock is broken
 */
export async function readInput(
  input: Input,
  options: ArticleOptions,
  environment: Environment,
  watch: Stopwatch,
): Promise<ReadInput> {
  watch.stage('read')
  const withLock = options.lock !== false && input.file !== undefined
  const files =
    input.file === undefined
      ? { path: input.shown, bytes: await readAll(environment.stdin), name: input.name, isCollection: false }
      : await readArticleFiles(input.file, { path: input.shown, withLock })
  const known = 'lockFile' in files ? files : undefined
  watch.stage('parse')
  const parsed = await parseBank({
    path: files.path,
    bytes: files.bytes,
    encoding: options.encoding,
    format: options.format,
    name: files.name,
    lock: known?.lock,
    orphanLocks: known?.orphanLocks.map(({ lock }) => lock),
    refresh: options.refresh,
    settings: settingsOf(options),
    defaults: options.defaults,
    now: withLock ? readClock(environment.env) : undefined,
    frozen: withLock && (options.frozenLock === true || (environment.ci && files.isCollection)),
    strictPictures: options.strict === true || files.isCollection,
    settingsFile:
      known === undefined || options.settingsText === undefined
        ? known?.settingsFile
        : { path: known.settingsFile?.path ?? toSlashes(known.settingsPath), text: options.settingsText },
    readPicture: known?.readPicture,
  })
  const pictures = parsed.pictures ?? []
  const byUrl = new Map(pictures.map(({ path, chunks }) => [path, chunks]))
  return {
    bank: parsed.bank,
    isUnsure: parsed.isUnsure,
    isAccepted: parsed.article?.isAccepted ?? false,
    settings: known && { path: known.settingsPath, text: options.settingsText ?? known.settingsFile?.text },
    settingsFile: known?.settingsFile,
    source: parsed.article?.source,
    messages: parsed.messages,
    guesses: parsed.article?.recognition.guesses ?? [],
    readings: parsed.article?.recognition.readings ?? [],
    pictures,
    assets: {
      async read(url) {
        const chunks = byUrl.get(url)
        if (chunks === undefined) throw new Error(`the bank has no picture ${url}`)
        return Buffer.concat([...chunks])
      },
    },
    shownPictures: listPictures(parsed.article?.recognition.questions ?? [], parsed.article?.source ?? ''),
    delta: withLock && parsed.lockReport !== undefined ? count(parsed.lockReport) : undefined,
    lockReport: withLock ? parsed.lockReport : undefined,
    async saveLock() {
      if (!withLock || known === undefined || parsed.lock === undefined || !parsed.isLockStale) return undefined
      try {
        await writeFileAtomic(known.lockFile, writeLock(parsed.lock))
        // The lock of the name that the article had before goes with that name.
        const former = known.orphanLocks.find(({ lock }) => lock === parsed.inheritedLock)
        if (former !== undefined) await unlink(former.file)
        return shownLock(input, known.lockFile)
      } catch (error) {
        if (!(error instanceof DiskError) || files.isCollection) throw error
        environment.note(
          environment.say('lockNotWritten', { path: input.shown, reason: error.what[environment.language] }),
        )
        return undefined
      }
    },
  }
}

/** What the command line says about how to read an article. */
function settingsOf({ questions, options, key, explanation, leaveOut, accept }: ArticleOptions): Settings {
  return {
    ...(questions === undefined ? {} : { questions }),
    ...(options === undefined ? {} : { options }),
    ...(key === undefined ? {} : { key: [...key] }),
    ...(explanation === undefined ? {} : { explanation: [...explanation] }),
    ...(leaveOut === undefined ? {} : { leaveOut: [...leaveOut] }),
    ...(accept === undefined ? {} : { accept }),
  }
}

/** The text of a bank.json. */
export function toBankText(bank: QuestionBank): string {
  return `${JSON.stringify(bank, null, 2)}\n`
}

/** The bank and its pictures, as files of an output folder. */
export function bankFiles({ bank, pictures }: ReadInput): readonly EmittedFile[] {
  return bank === undefined ? [] : [{ path: 'bank.json', chunks: [Buffer.from(toBankText(bank))] }, ...pictures]
}

function count({ added, changed, retired }: LockReport): Readonly<Record<'added' | 'changed' | 'retired', number>> {
  return { added: added.length, changed: changed.length, retired: retired.length }
}

function shownLock(input: Input, lockFile: string): string {
  const folder = input.shown.includes('/') ? input.shown.slice(0, input.shown.lastIndexOf('/') + 1) : ''
  return folder + (lockFile.split(/[\\/]/).at(-1) ?? '')
}

async function readAll(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return Buffer.concat(chunks)
}
