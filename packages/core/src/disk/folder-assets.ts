import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Assets } from '../emit.ts'
import { toDiskError } from './write-error.ts'

/**
 * The pictures beside a bank.
 *
 * @param folder - the folder of bank.json
 * @returns pictures by url (`assets/<name>`); reading one rejects with a `DiskError` when it is not there
 * @throws Error when a url is not of the form that the schema of a bank allows
 */
export function folderAssets(folder: string): Assets {
  return {
    async read(url) {
      if (!/^assets\/[^/\\]+$/.test(url) || url === 'assets/..' || url === 'assets/.')
        throw new Error(`${JSON.stringify(url)} is no picture of a bank: expected assets/<name>`)
      const file = join(folder, url)
      return readFile(file).catch((error: unknown) => {
        throw toDiskError(error, file)
      })
    },
  }
}
