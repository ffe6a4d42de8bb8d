import { open, rename } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { say } from '../messages/say.ts'
import type { Sentence } from '../messages/sentence.ts'

/**
 * What differs between Linux, macOS and Windows, in one place: names, case folding, the semantics of rename, folders.
 * Functions that depend on the platform take it as a parameter, so that the rules of all three are tested on each.
 */

/** Characters that some platform refuses in a file name: control characters and those of Win32 (Naming Files, Microsoft Learn). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: file names must not hold control characters
const forbidden = /[\u0000-\u001f<>:"|?*\\]/u

/** Names of Win32 devices, with any extension: `con`, `nul.txt`, `COM1.pdf`, also with superscript digits. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i

/** Longest file name, in bytes of UTF-8, that ext4, APFS and NTFS all take. */
const longestName = 255

/**
 * Says why a relative output path cannot be written on every platform.
 *
 * @param path - relative, with `/`
 * @returns the reason, as the end of a sentence, or undefined when the path is good
 */
export function whyNotPortable(path: string): Sentence | undefined {
  if (path === '') return say('name.empty')
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return say('name.absolute')
  for (const name of path.split('/')) {
    if (name === '' || name === '.' || name === '..') return say('name.part', { name })
    const character = forbidden.exec(name)?.[0]
    if (character !== undefined) return say('name.character', { character: JSON.stringify(character) })
    if (/[. ]$/.test(name)) return say('name.end')
    if (device.test(name)) return say('name.device')
    if (Buffer.byteLength(name) > longestName) return say('name.long', { most: longestName })
  }
  return undefined
}

/**
 * Makes one portable file name of any text: what some platform refuses becomes `-`, the length is cut at whole characters.
 *
 * @param text - for instance a title or the name of an article
 * @param reserve - bytes of UTF-8 kept free for an extension; default 16
 * @returns a name for which {@link whyNotPortable} has no objection; `untitled` when nothing is left
 */
export function portableName(text: string, reserve = 16): string {
  const cleaned = text
    .normalize('NFC')
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: see `forbidden`
    .replace(/[\u0000-\u001f\u007f<>:"|?*\\/]+/gu, '-')
  let name = ''
  let bytes = 0
  for (const character of cleaned) {
    bytes += Buffer.byteLength(character)
    if (bytes > longestName - reserve) break
    name += character
  }
  let end = name.length
  while (end > 0 && (name[end - 1] === '.' || name[end - 1] === ' ')) end--
  name = name.slice(0, end).trimStart()
  if (name === '') return 'untitled'
  return device.test(name) ? `${name.slice(0, 3)}-${name.slice(3)}` : name
}

/**
 * Key under which two paths are the same file on a platform that folds case or normalises (macOS, Windows).
 *
 * @param path - relative, with `/`
 * @returns the folded path; equal keys collide
 */
export function collisionKey(path: string): string {
  // Upper case first: ß and ẞ, ſ and s, ς and σ fold together, as they do on APFS and NTFS.
  return path.normalize('NFD').toUpperCase().toLowerCase().normalize('NFC')
}

/**
 * Makes a path for messages and banks: with `/` on every platform.
 *
 * @param path - a path of this platform
 * @param platform - default: the running one
 * @returns the same path with `/`
 */
export function toSlashes(path: string, platform: NodeJS.Platform = process.platform): string {
  return platform === 'win32' ? path.replaceAll('\\', '/') : path
}

/** Codes that Windows gives while a scanner or a viewer holds the target open for a moment. */
const passing = new Set(['EPERM', 'EACCES', 'EBUSY'])

/**
 * Renames a file over another one. POSIX replaces at once; Windows refuses while the target is open, so it is tried
 * again for about two seconds there.
 *
 * @param from - the finished temporary file
 * @param to - the target, which may exist
 * @param platform - default: the running one
 * @param move - default: `rename` of node:fs
 * @throws the error of the last try
 */
export async function renameOver(
  from: string,
  to: string,
  platform: NodeJS.Platform = process.platform,
  move: (from: string, to: string) => Promise<void> = rename,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await move(from, to)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? ''
      if (platform !== 'win32' || !passing.has(code) || attempt === 20) throw error
      await delay(attempt * 10)
    }
  }
}

/**
 * Makes renames in a folder durable. Windows cannot open a folder and needs no sync; some network file systems refuse it.
 *
 * @param folder - path of the folder
 * @param platform - default: the running one
 */
export async function syncFolder(folder: string, platform: NodeJS.Platform = process.platform): Promise<void> {
  if (platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  } finally {
    await handle.close()
  }
}
