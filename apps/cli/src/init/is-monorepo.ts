import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Whether a folder lies, or will lie, in a workspace whose turbo.json has our tasks: its collections call the packages' own
 * bins, so that turbo can cache each step.
 */
export async function isMonorepo(folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    const turbo = await readFile(join(at, 'turbo.json'), 'utf8').catch(() => undefined)
    if (turbo !== undefined) return turbo.includes('@cardpress/core#build')
    if (dirname(at) === at) return false
  }
}
