import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { EmittedFile } from '@cardpress/core'
import { readBankFile } from '@cardpress/core/disk'
import type { LibraryEntry } from '../library/emit-library.ts'

/** What lies in a folder of collections. */
export interface LibraryFolder {
  readonly entries: readonly LibraryEntry[]
  /** Collections whose bank or site is not there or cannot be read, and why. */
  readonly broken: readonly { readonly folder: string; readonly reason: string }[]
  /** The collections' own sites, each in its folder. */
  readonly files: readonly EmittedFile[]
}

/**
 * Returns the collections of a folder that have been built: those with `dist/bank.json` and `dist/site/`. One that is
 * broken does not stop the others.
 *
 * @param folder for instance `content`
 */
export async function readLibrary(folder: string): Promise<LibraryFolder> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  const entries: LibraryEntry[] = []
  const broken: { folder: string; reason: string }[] = []
  const files: EmittedFile[] = []
  for (const name of names.sort()) {
    const dist = join(folder, name, 'dist')
    try {
      const bank = await readBankFile(join(dist, 'bank.json'))
      const paths = await filesBelow(join(dist, 'site'))
      entries.push({ folder: name, bank })
      files.push(...paths.map((path) => ({ path: `${name}/${path}`, chunks: lazily(join(dist, 'site', path)) })))
    } catch (error) {
      broken.push({ folder: name, reason: (error as Error).message })
    }
  }
  return { entries, broken, files }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const nested = entries.map(async (entry) =>
    entry.isDirectory()
      ? (await filesBelow(join(folder, entry.name))).map((path) => `${entry.name}/${path}`)
      : [entry.name],
  )
  return (await Promise.all(nested)).flat().sort()
}

/** Opens a file when it is read, not before: a library has more files than a process may hold open. */
async function* lazily(file: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(file) as AsyncIterable<Uint8Array>
}
