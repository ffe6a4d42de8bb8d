import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { EmittedFile } from '../emit.ts'
import { say } from '../messages/say.ts'
import { toSlashes } from './platform.ts'
import { DiskError, toDiskError } from './write-error.ts'
import { writeFiles } from './write-files.ts'

/** Names of the files in `assets/` by the full address that each was fetched from. */
export type FetchedPictures = ReadonlyMap<string, string>

/** The folder beside an article that holds its fetched pictures, and the file in it that says which is which. */
const folderName = 'assets'
const mapName = 'fetched.json'

/**
 * Reads which remote pictures lie beside an article since `cardpress assets --fetch`: `assets/fetched.json`, which is
 * committed with them, so that the article stays as it is and a build on any machine finds the same bytes.
 *
 * @param article path of the article.
 * @returns none where nothing was fetched.
 * @throws {DiskError} when the file is broken.
 */
export async function readFetchedPictures(article: string): Promise<FetchedPictures> {
  const file = join(dirname(resolve(article)), folderName, mapName)
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw toDiskError(error, toSlashes(file))
  })
  if (text === undefined) return new Map()
  const entries = entriesOf(text)
  if (entries === undefined) throw new DiskError(toSlashes(file), say('fetched-list'), say('hint.fetched'))
  return new Map(entries)
}

/** The path of a fetched picture, relative to the article's folder. */
export function fetchedPath(name: string): string {
  return `${folderName}/${name}`
}

/**
 * Writes fetched pictures beside an article and notes where each came from. A file that is there already stays as it is:
 * its name is its content.
 *
 * @param article path of the article.
 * @param known what was fetched before.
 * @param pictures name and bytes by full address.
 * @throws {DiskError} when the folder cannot be written; then nothing has changed.
 */
export async function addFetchedPictures(
  article: string,
  known: FetchedPictures,
  pictures: ReadonlyMap<string, { readonly name: string; readonly bytes: Uint8Array }>,
): Promise<void> {
  const folder = dirname(resolve(article))
  const names = new Map(known)
  const files = new Map<string, EmittedFile>()
  for (const [url, { name, bytes }] of pictures) {
    names.set(url, name)
    const path = fetchedPath(name)
    const isThere = await readFile(join(folder, path)).then(
      () => true,
      () => false,
    )
    if (!isThere) files.set(path, { path, chunks: [bytes] })
  }
  // The list comes last: what it names is there.
  const list = { path: fetchedPath(mapName), chunks: [Buffer.from(toFetchedList(names))] }
  await writeFiles(folder, [...files.values(), list])
}

/** The text of `assets/fetched.json`, sorted, so that two people who fetch in another order write the same. */
export function toFetchedList(names: FetchedPictures): string {
  const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1))
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`
}

function entriesOf(text: string): readonly [string, string][] | undefined {
  try {
    const list: unknown = JSON.parse(text)
    if (typeof list !== 'object' || list === null || Array.isArray(list)) return undefined
    const entries = Object.entries(list)
    // A name leads nowhere else: it is one file of the folder.
    return entries.every(([, name]) => typeof name === 'string' && /^[\w-][\w.-]*$/.test(name)) ? entries : undefined
  } catch {
    return undefined
  }
}
