import { lstat, mkdir, readlink, realpath, rmdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { EmittedFile } from '../emit.ts'
import { say } from '../messages/say.ts'
import { collisionKey, renameOver, syncFolder, whyNotPortable } from './platform.ts'
import { DiskError, toDiskError } from './write-error.ts'
import {
  forgetFolders,
  forgetTemporary,
  noteFolder,
  openTemporary,
  removeStale,
  removeTemporary,
} from './write-temporary.ts'

/** A file that stands on the disk now. */
export interface WrittenFile {
  /** Relative to the output folder, with `/`, as the emitter gave it. */
  readonly path: string
  /** Absolute path of the file. */
  readonly file: string
  readonly bytes: number
}

/**
 * Writes a set of files: all of them first into temporary files beside their targets, synced and checked, then renamed
 * one after the other. Whatever happens, each target is the old file or the new one, whole; when anything fails before
 * the first rename (a full disk, an emitter that throws), none has changed and no trace is left.
 *
 * @param folder - the output folder; made when it is not there
 * @param files - the files, in order; their chunks are streamed
 * @returns what was written, in order
 * @throws {@link DiskError} when the folder or a file cannot be written, or two names are one file where case is folded;
 *   the emitter's own error
 */
export async function writeFiles(
  folder: string,
  files: Iterable<EmittedFile> | AsyncIterable<EmittedFile>,
): Promise<readonly WrittenFile[]> {
  const madeFolders: string[] = []
  const ready: Ready[] = []
  const cleaned = new Set<string>()
  const names = new Map<string, string>()
  try {
    await makeFolder(resolve(folder), madeFolders)
    for await (const { path, chunks } of files) {
      claim(names, path)
      const target = await findTarget(join(resolve(folder), path))
      const parent = dirname(target)
      await makeFolder(parent, madeFolders)
      if (!cleaned.has(parent)) await removeStale(parent)
      cleaned.add(parent)
      ready.push({ path, ...(await writeBeside(target, chunks)) })
    }
    for (const one of ready) await commit(one)
    for (const parent of cleaned) await syncFolder(parent)
  } catch (error) {
    for (const { temporary } of ready) if (temporary !== undefined) await removeTemporary(temporary)
    // Only folders that this run made, innermost first, and only while they are empty.
    for (const made of madeFolders.reverse()) await rmdir(made).catch(() => undefined)
    throw toDiskError(error, folder)
  } finally {
    forgetFolders(madeFolders)
  }
  return ready.map(({ path, target, bytes }) => ({ path, file: target, bytes }))
}

/**
 * Writes one file so that it is the old one or the new one at every moment, whole.
 *
 * @param file - path of the file; its folder must exist
 * @param content - bytes, or text that is written as UTF-8
 * @throws {@link DiskError}
 */
export async function writeFileAtomic(file: string, content: Uint8Array | string): Promise<void> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  try {
    const target = await findTarget(resolve(file))
    await removeStale(dirname(target))
    const ready = await writeBeside(target, [bytes])
    await commit(ready)
    await syncFolder(dirname(target))
  } catch (error) {
    throw toDiskError(error, file)
  }
}

/** A temporary file that is complete and waits for its rename; `temporary` is undefined after it. */
interface Ready {
  readonly path: string
  readonly target: string
  temporary: string | undefined
  readonly bytes: number
}

async function commit(ready: Omit<Ready, 'path'>): Promise<void> {
  const { temporary, target } = ready
  if (temporary === undefined) return
  try {
    await renameOver(temporary, target)
  } catch (error) {
    await removeTemporary(temporary)
    throw toDiskError(error, target)
  }
  forgetTemporary(temporary)
  ready.temporary = undefined
}

/** Refuses a path that is not portable, or that is the same file as another one where case is folded. */
function claim(names: Map<string, string>, path: string): void {
  const objection = whyNotPortable(path)
  if (objection !== undefined) throw new DiskError(path, say('bad-name', { objection }), say('hint.rename'))
  const key = collisionKey(path)
  const other = names.get(key)
  if (other !== undefined)
    throw new DiskError(
      path,
      other === path ? say('written-twice') : say('same-file', { other }),
      say('hint.rename-one'),
    )
  names.set(key, path)
}

/** Makes a folder and its parents, noting those that were not there. */
async function makeFolder(folder: string, made: string[]): Promise<void> {
  const missing: string[] = []
  for (let at = folder; ; at = dirname(at)) {
    const found = await stat(at).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw toDiskError(error, at)
    })
    if (found?.isDirectory()) break
    if (found !== undefined) throw new DiskError(at, say('not-a-folder'), say('hint.out'))
    missing.push(at)
  }
  for (const at of missing.reverse()) {
    noteFolder(at)
    await mkdir(at).then(
      () => made.push(at),
      (error: NodeJS.ErrnoException) => {
        forgetFolders([at])
        // Another build may have made it meanwhile.
        if (error.code !== 'EEXIST') throw toDiskError(error, at)
      },
    )
  }
}

/** Follows symbolic links, so that the file behind a link is replaced and the link stays; also when it dangles. */
async function findTarget(file: string): Promise<string> {
  let target = file
  for (let links = 0; links < 40; links++) {
    const found = await lstat(target).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw toDiskError(error, target)
    })
    if (found?.isDirectory()) throw new DiskError(file, say('folder-for-file'), say('hint.move'))
    if (found?.isSymbolicLink()) target = resolve(dirname(target), await readlink(target))
    else return found === undefined ? target : realpath(target)
  }
  throw new DiskError(file, say('ELOOP'), say('hint.circle'))
}

/** Bytes that are gathered before they go to the disk: emitters may give crumbs. */
const bufferSize = 1 << 20

/** Writes the chunks into a temporary file beside the target, syncs it, and checks its size. */
async function writeBeside(
  target: string,
  chunks: EmittedFile['chunks'],
): Promise<Omit<Ready, 'path'> & { temporary: string }> {
  const mode = await stat(target).then(
    (found) => found.mode & 0o777,
    () => undefined,
  )
  const { path, handle } = await openTemporary(dirname(target), mode).catch((error: unknown) => {
    throw toDiskError(error, target)
  })
  let bytes = 0
  try {
    for await (const block of gather(chunks)) {
      await onDisk(handle.writeFile(block), target)
      bytes += block.byteLength
    }
    if (mode !== undefined) await onDisk(handle.chmod(mode), target)
    await onDisk(handle.sync(), target)
    const { size } = await handle.stat()
    if (size !== bytes) throw new DiskError(target, say('short-write', { size, bytes }), say('hint.space'))
    // A quota or a network file system may speak up only here.
    await onDisk(handle.close(), target)
  } catch (error) {
    await handle.close().catch(() => undefined)
    await removeTemporary(path)
    throw error
  }
  return { target, temporary: path, bytes }
}

/** Names the target in an error of the disk; errors of the emitter pass as they are. */
function onDisk<T>(step: Promise<T>, target: string): Promise<T> {
  return step.catch((error: unknown) => {
    throw toDiskError(error, target)
  })
}

async function* gather(chunks: EmittedFile['chunks']): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    waiting.push(chunk)
    size += chunk.byteLength
    if (size < bufferSize) continue
    yield waiting.length === 1 ? chunk : Buffer.concat(waiting, size)
    waiting = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(waiting, size)
}
