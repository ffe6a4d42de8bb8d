import { createHash } from 'node:crypto'
import { rmdirSync, unlinkSync } from 'node:fs'
import { type FileHandle, open, readdir, stat, unlink } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** Temporary files that this process has begun and neither renamed nor removed. */
const unfinished = new Set<string>()
/** Folders that this process has made for files which are not there yet, outer ones first. */
const emptyFolders = new Set<string>()
let begun = 0

/** Process ids mean something on one machine only; two containers may share a folder. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
const shape = /^\.cardpress-([0-9a-f]{8})-(\d+)-\d+\.tmp$/
/** A temporary file that nobody touched for a day (in milliseconds) is dead, whoever wrote it. */
const longDead = 24 * 60 * 60 * 1000

/** A temporary file beside its target, open for writing. */
export interface Temporary {
  readonly path: string
  readonly handle: FileHandle
}

/**
 * Opens a new temporary file. Its name says which process writes it, so that a later run can tell a dead one.
 *
 * @param folder - the folder of the target: a rename is atomic only within one file system
 * @param mode - permission bits of the new file; default 0o666 less the umask
 * @throws the error of node:fs
 */
export async function openTemporary(folder: string, mode = 0o666): Promise<Temporary> {
  for (;;) {
    const path = join(folder, `.cardpress-${machine}-${process.pid}-${begun++}.tmp`)
    // Noted before it exists: a signal between the two must find it in the list.
    unfinished.add(path)
    try {
      return { path, handle: await open(path, 'wx', mode) }
    } catch (error) {
      unfinished.delete(path)
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** Forgets a temporary file that has been renamed. */
export function forgetTemporary(path: string): void {
  unfinished.delete(path)
}

/** Removes a temporary file, whether or not it is still there. */
export async function removeTemporary(path: string): Promise<void> {
  await unlink(path).catch(() => undefined)
  unfinished.delete(path)
}

/**
 * Removes every temporary file of this process at once, and the folders that it has made and that are empty, for a
 * handler of SIGINT or SIGTERM that is about to exit. Targets are untouched: each stays the old file or is already the
 * new one.
 */
export function discardUnfinished(): void {
  for (const path of unfinished) {
    try {
      unlinkSync(path)
    } catch {
      // Not begun yet, or renamed a moment ago.
    }
  }
  unfinished.clear()
  for (const folder of [...emptyFolders].reverse()) {
    try {
      rmdirSync(folder)
    } catch {
      // Not made yet, or files stand in it.
    }
  }
  emptyFolders.clear()
}

/** Notes a folder that is made for files, before it is made: a signal between the two must find it. */
export function noteFolder(folder: string): void {
  emptyFolders.add(folder)
}

/** Forgets folders whose files are there, or that are gone again. */
export function forgetFolders(folders: Iterable<string>): void {
  for (const folder of folders) emptyFolders.delete(folder)
}

/**
 * Removes temporary files that writers left behind when they were killed.
 *
 * @param folder - a folder that is about to be written to; nothing happens when it cannot be listed
 */
export async function removeStale(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const match = shape.exec(name)
    if (match === null) continue
    const path = join(folder, name)
    if (unfinished.has(path)) continue
    if (match[1] === machine ? !isAlive(Number(match[2])) : await isLongDead(path))
      await unlink(path).catch(() => undefined)
  }
}

/** Whether a process of this machine still runs. Our own id on a file that we did not begin is that of a predecessor. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function isLongDead(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs > longDead
}
