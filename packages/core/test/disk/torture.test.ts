import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { writeFiles } from '@cardpress/core/disk'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '../../../..')
/** Kills in one run: a few always, all of them where CARDPRESS_HEAVY is set (as .ci/run does). */
const kills = process.env.CARDPRESS_HEAVY ? 200 : 12
const fileBytes = 400_000

let modules: string
let folder: string
let writer: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cardpress-torture-'))
  await chmod(folder, 0o755)
  // Another user may not enter the checkout.
  writer = join(folder, 'writer.mjs')
  await copyFile(join(here, 'torture', 'writer.mjs'), writer)
  // The writer as plain JavaScript: a process that starts in 40 ms can be killed often.
  modules = join(folder, 'modules')
  spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', join(root, 'packages/core'), '--outDir', modules], {
    cwd: root,
  })
  await writeFile(join(modules, 'package.json'), '{"type":"module"}')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Every file holds one generation from its first byte to its last, and is complete. Returns the generations. */
async function generations(out: string): Promise<number[]> {
  const names = (await readdir(out)).filter((name) => name.startsWith('part-'))
  return Promise.all(
    names.map(async (name) => {
      const content = await readFile(join(out, name))
      const word = content.subarray(0, 8)
      expect(content.length, name).toBe(fileBytes)
      expect(content.equals(Buffer.alloc(fileBytes, word)), `${name} is torn`).toBe(true)
      return Number(word.toString())
    }),
  )
}

/** A small generator of numbers in [0, 1), so that a failing run can be repeated. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

test(`a writer killed at ${kills} random moments leaves every file whole, and the next run cleans up`, {
  timeout: 600_000,
}, async () => {
  const out = join(folder, 'killed')
  const next = random(20)
  let leftBehind = 0
  for (let round = 0; round < kills; round++) {
    const child = spawn(process.execPath, [writer, modules, out, '4', String(fileBytes)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    await new Promise((resolve) => child.stdout.once('data', resolve))
    await delay(next() * 60)
    child.kill('SIGKILL')
    await ended
    const found = await readdir(out).catch(() => [])
    if (found.length > 0) await generations(out)
    if (found.some((name) => name.endsWith('.tmp'))) leftBehind++
  }
  // The kills did hit writers at work, else this test shows nothing.
  expect(leftBehind).toBeGreaterThan(kills / 10)
  await writeFiles(out, [{ path: 'last', chunks: [] }])
  expect((await readdir(out)).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('two writers at once into one folder leave every file whole and no temporary file', async () => {
  const out = join(folder, 'twice')
  for (let round = 0; round < 5; round++) {
    const runs = [1, 2].map(
      () =>
        new Promise<number | null>((resolve) => {
          const child = spawn(process.execPath, [writer, modules, out, '8', String(fileBytes), 'once'])
          child.once('exit', resolve)
        }),
    )
    expect(await Promise.all(runs)).toEqual([0, 0])
    expect(await generations(out)).toEqual(Array(8).fill(1))
    expect((await readdir(out)).length).toBe(8)
  }
})

const asRoot = process.getuid?.() === 0

/** Runs the writer once; returns its exit status and what it said. */
function once(out: string, options: { bytes?: number; limit?: string; nobody?: boolean } = {}) {
  const args = [writer, modules, out, '4', String(options.bytes ?? fileBytes), 'once']
  const command = [options.limit ?? '', 'exec "$@"'].join('\n')
  const result = spawnSync('bash', ['--norc', '-c', command, 'bash', process.execPath, ...args], {
    encoding: 'utf8',
    ...(options.nobody ? { uid: 65534, gid: 65534 } : {}),
  })
  return { status: result.status, said: result.stderr }
}

async function withOldFiles(out: string): Promise<void> {
  await mkdir(out, { recursive: true })
  for (let at = 0; at < 4; at++) await writeFile(join(out, `part-${at}`), 'old')
}

async function expectOldFiles(out: string): Promise<void> {
  expect((await readdir(out)).sort()).toEqual(['part-0', 'part-1', 'part-2', 'part-3'])
  for (let at = 0; at < 4; at++) expect(await readFile(join(out, `part-${at}`), 'utf8')).toBe('old')
}

describe('earlier outputs stay, whole, with nothing beside them,', () => {
  test('where a file may not grow further', async () => {
    const out = join(folder, 'limited')
    await withOldFiles(out)
    const { status, said } = once(out, { limit: 'ulimit -f 200' })
    expect(said).toBe(
      `DiskError: ${join(out, 'part-0')}: the file grows larger than allowed; raise the limit (ulimit -f) or choose another disk\n`,
    )
    expect(status).toBe(2)
    await expectOldFiles(out)
  })

  test.skipIf(!asRoot)('on a disk of 1 MB that is full (needs root to mount one)', async ({ skip }) => {
    const out = join(folder, 'full')
    await mkdir(out)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', out], { stdio: 'ignore' })
    } catch {
      skip('mounting is not allowed here; the limit above stands for it')
    }
    try {
      await withOldFiles(out)
      const { status, said } = once(out)
      expect(said).toMatch(/part-2: the disk is full; free some space and run the same command again\n$/)
      expect(status).toBe(2)
      await expectOldFiles(out)
    } finally {
      execFileSync('umount', [out])
    }
  })

  test('in a folder that may not be written', async () => {
    const out = join(folder, 'read-only')
    await withOldFiles(out)
    await chmod(out, 0o555)
    // Permissions do not bind root: another user runs the writer then.
    const { status, said } = once(out, { nobody: asRoot })
    expect(said).toBe(
      `DiskError: ${join(out, 'part-0')}: permission denied; choose another folder or change its permissions\n`,
    )
    expect(status).toBe(2)
    await expectOldFiles(out)
  })
})
