import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Artefact } from '../site/artefact.ts'

/**
 * Returns what the emitters made of a bank: decks, papers and tables beside it, and what lies in `json/` and `lms/`.
 *
 * @param folder the folder of the bank
 */
export async function listArtefacts(folder: string): Promise<readonly Artefact[]> {
  const beside = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(?:apkg|pdf|txt)$/.test(entry.name))
    .map((entry) => entry.name)
  const below = await Promise.all(['json', 'lms'].map((name) => filesBelow(folder, name)))
  const artefacts: Artefact[] = []
  for (const path of [...beside, ...below.flat()].sort()) artefacts.push(await artefactOf(folder, path))
  return artefacts
}

async function filesBelow(folder: string, path: string): Promise<string[]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true }).catch(noFolder)
  const nested = entries.map(async (entry) => {
    const below = `${path}/${entry.name}`
    return entry.isDirectory() ? filesBelow(folder, below) : entry.isFile() ? [below] : []
  })
  return (await Promise.all(nested)).flat()
}

/** A collection need not publish every family. */
function noFolder(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}

async function artefactOf(folder: string, path: string): Promise<Artefact> {
  const file = join(folder, path)
  const { size } = await stat(file)
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array)
  return { path, bytes: size, sha256: hash.digest('hex'), read: () => createReadStream(file) }
}
