import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Gives a run of the tests a temporary folder of its own, in which all of them make theirs, and removes it afterwards
 * with everything that they have left.
 */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'cardpress-tests-'))
  // A test runs as another user, who may enter it.
  chmodSync(folder, 0o755)
  const before = { ...process.env }
  // POSIX and Windows name it differently; the threads and programs of the tests inherit it.
  const names = ['TMPDIR', 'TEMP', 'TMP'] as const
  for (const name of names) process.env[name] = folder
  return () => {
    for (const name of names)
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
