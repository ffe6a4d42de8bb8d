import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { ReadPicture } from '../assets/take-pictures.ts'
import type { Lock } from '../lock/lock.ts'
import { LockError, readLock } from '../lock/read-lock.ts'
import { say } from '../messages/say.ts'
import { largestArticle } from '../read/limits.ts'
import { toSlashes } from './platform.ts'
import { pictureReader } from './read-picture.ts'
import { DiskError, toDiskError } from './write-error.ts'

/** Extensions of the files that are read as articles. */
export const articleExtensions: readonly string[] = ['.md', '.markdown', '.txt', '.text', '.html', '.htm', '.gift']

/** The name of the lock in a collection, and the end of its name beside any other article. */
export const lockName = 'cardpress.lock.json'

/** An article on the disk, and what lies beside it: what `parseBank` needs to know. */
export interface ArticleFiles {
  /** As messages name it, with `/`. */
  readonly path: string
  readonly bytes: Uint8Array
  /** What the article is called when it has no title: the collection's folder, or the file's name without extension. */
  readonly name: string
  /** Whether it is the article of a collection (`article.*`). */
  readonly isCollection: boolean
  /** Where its lock lies, or would lie. */
  readonly lockFile: string
  readonly lock: Lock | undefined
  /** Locks in the same folder whose article is no longer there: this one may have been called so. */
  readonly orphanLocks: readonly { readonly file: string; readonly lock: Lock }[]
  /** Where its settings file lies, or would lie. */
  readonly settingsPath: string
  readonly settingsFile: { readonly path: string; readonly text: string } | undefined
  readonly readPicture: ReadPicture
}

/**
 * Reads an article and what lies beside it: its lock, its settings, and, when asked for, its pictures.
 *
 * @param file path of the article.
 * @param options.path how messages name it. Default: `file`, with `/`.
 * @param options.withLock whether to read the lock. Default: true.
 * @throws {DiskError} when it is not there, is a folder, may not be read, or its lock is broken.
 */
export async function readArticleFiles(
  file: string,
  options: { readonly path?: string | undefined; readonly withLock?: boolean | undefined } = {},
): Promise<ArticleFiles> {
  const absolute = resolve(file)
  const folder = dirname(absolute)
  const stem = basename(absolute, extname(absolute))
  const path = options.path ?? toSlashes(file)
  const isCollection = stem.toLowerCase() === 'article'
  const lockFile = join(folder, isCollection ? lockName : `${stem}.${lockName}`)
  const withLock = options.withLock ?? true
  const bytes = await readOrExplain(absolute, path)
  const lock = withLock ? await readLockFile(lockFile) : undefined
  const settings = join(folder, `${stem}.cardpress.yml`)
  const text = await readIfThere(settings)
  return {
    path,
    bytes,
    name: isCollection ? basename(folder) : stem,
    isCollection,
    lockFile,
    lock,
    orphanLocks: withLock && lock === undefined && !isCollection ? await findOrphans(folder) : [],
    settingsPath: settings,
    settingsFile: text === undefined ? undefined : { path: toSlashes(join(dirname(path), basename(settings))), text },
    readPicture: pictureReader(absolute),
  }
}

/**
 * Finds the article of a collection.
 *
 * @param folder the collection's folder.
 * @returns path of its `article.*`.
 * @throws {DiskError} when there is none, or more than one.
 */
export async function findCollectionArticle(folder: string): Promise<string> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw toDiskError(error, folder)
  })
  const articles = names.filter((name) => isArticleName(name) && /^article\./i.test(name)).sort()
  const [name] = articles
  if (name === undefined) throw new DiskError(folder, say('no-article'), say('hint.one-article'))
  if (articles.length > 1)
    throw new DiskError(
      folder,
      say('many-articles', { count: articles.length, names: articles.join(', ') }),
      say('hint.keep-one'),
    )
  return join(folder, name)
}

function isArticleName(name: string): boolean {
  return articleExtensions.includes(extname(name).toLowerCase())
}

/**
 * Reads a lock.
 *
 * @param file path of a lock file.
 * @returns undefined where there is none.
 * @throws {DiskError} when it is broken; it says where.
 */
export async function readLockFile(file: string): Promise<Lock | undefined> {
  const text = await readIfThere(file)
  if (text === undefined) return undefined
  try {
    return readLock(text)
  } catch (error) {
    if (!(error instanceof LockError)) throw error
    throw new DiskError(toSlashes(file), error.what, error.hint, { cause: error })
  }
}

async function readOrExplain(file: string, path: string): Promise<Uint8Array> {
  try {
    const found = await stat(file)
    if (found.isDirectory()) throw new DiskError(path, say('is-folder'), say('hint.article-in-it'))
    if (found.isCharacterDevice() || found.isBlockDevice())
      throw new DiskError(path, say('is-device'), say('hint.article'))
    if (found.size > largestArticle)
      throw new DiskError(
        path,
        say('is-large', { size: Math.ceil(found.size / 1_048_576), most: largestArticle / 1_048_576 }),
        say('hint.split'),
      )
    return await readFile(file)
  } catch (error) {
    throw toDiskError(error, path)
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw toDiskError(error, toSlashes(file))
  })
}

async function findOrphans(folder: string): Promise<ArticleFiles['orphanLocks']> {
  const names = await readdir(folder).catch(() => [])
  const stems = new Set(names.filter(isArticleName).map((name) => basename(name, extname(name))))
  const orphans: { file: string; lock: Lock }[] = []
  for (const name of names.sort()) {
    if (!name.endsWith(`.${lockName}`) || stems.has(name.slice(0, -lockName.length - 1))) continue
    const file = join(folder, name)
    const lock = await readLockFile(file).catch(() => undefined)
    if (lock !== undefined) orphans.push({ file, lock })
  }
  return orphans
}
