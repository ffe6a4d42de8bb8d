import { createHash, type Hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Returns whether a collection is what it was when its lock was last found to fit, and so is this package. Reading two
 * hundred articles only to find that nothing is to be done takes minutes; it loads nothing that reads articles.
 *
 * @param folder the collection's folder.
 */
export function isStamped(folder: string): boolean {
  try {
    return readFileSync(stampFile(folder), 'utf8') === stampOf(folder)
  } catch {
    return false
  }
}

/** Notes that a collection's lock fits; only where turbo keeps its own notes, so that no other folder gets a file. */
export function stamp(folder: string): void {
  if (!existsSync(join(folder, '.turbo'))) return
  try {
    writeFileSync(stampFile(folder), stampOf(folder))
  } catch {
    // Without it the article is read once more; the lock fits all the same.
  }
}

/** Half-written it is no stamp of anything: it need not be written whole. */
function stampFile(folder: string): string {
  return join(folder, '.turbo', 'cardpress-lock.sha256')
}

function stampOf(folder: string): string {
  const hash = createHash('sha256')
  addFiles(hash, fileURLToPath(new URL('..', import.meta.url)))
  addFiles(hash, folder)
  return hash.digest('hex')
}

/** Pictures may lie anywhere below an article. */
function addFiles(hash: Hash, folder: string): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name === 'dist') continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) addFiles(hash.update(`${path}/\0`), path)
    else {
      const bytes = readFileSync(path)
      hash.update(`${path}\0${bytes.length}\0`).update(bytes)
    }
  }
}
