import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const heavy = process.env.CARDPRESS_HEAVY !== undefined
/** The command, from its sources. */
const command = [
  '--import',
  join(root, 'node_modules/tsx/dist/loader.mjs'),
  '--conditions=@cardpress/source',
  join(root, 'apps/cli/src/main.ts'),
]

const article = (word: string) => `---
title: Circles
language: en
---

## Area

### 1. What is the area of a circle?

With the radius $r$ it is $$\\pi r^2$$, ${word}.

![A dot](dot.svg)

### 2. Which of these have four sides?

- [x] A. Square
- [ ] B. Triangle
- [x] C. Rhombus

Explanation: ${word}.

### 3. 怎样计算圆的周长？

\`\`\`js
const length = 2 * Math.PI * radius // ${word}
\`\`\`
`
const dot = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><circle cx="10" cy="10" r="8"/></svg>\n'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cardpress-whole-'))
})

/** Every file below a folder, by its path, as its hash. */
function hashes(at: string): Record<string, string> {
  const files = existsSync(at) ? readdirSync(at, { recursive: true, withFileTypes: true, encoding: 'utf8' }) : []
  return Object.fromEntries(
    files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(at.length + 1), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  )
}

function start(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [...command, ...args], { cwd, env: { ...process.env, ...env }, stdio: 'ignore' })
}

const ended = (child: ChildProcess) =>
  new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code))
  })

test('the same article and lock give the same bytes under another zone, language, folder, file order and CPU count', {
  timeout: 300_000,
}, async () => {
  const epoch = { SOURCE_DATE_EPOCH: '1700000000' }
  const places = [
    {
      at: join(folder, 'one'),
      order: ['dot.svg', 'circles.md'],
      env: { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' },
    },
    {
      at: join(folder, 'other place', '二'),
      order: ['circles.md', 'dot.svg'],
      env: { TZ: 'America/St_Johns', LC_ALL: 'zh_CN.UTF-8' },
    },
  ]
  const results: Record<string, string>[] = []
  for (const [index, { at, order, env }] of places.entries()) {
    mkdirSync(at, { recursive: true })
    for (const name of order) writeFileSync(join(at, name), name === 'dot.svg' ? dot : article('as the picture shows'))
    const args = ['build', 'circles.md', '--only', heavy ? 'anki,pdf,json,lms' : 'anki,json', '--quiet']
    const one = index === 0 && availableParallelism() > 1 && spawnSync('taskset', ['-V']).status === 0
    const [program, ...before] = one ? ['taskset', '-c', '0', process.execPath] : [process.execPath]
    const { status, stderr } = spawnSync(program as string, [...before, ...command, ...args], {
      cwd: at,
      env: { ...process.env, ...epoch, ...env },
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(status).toBe(0)
    results.push({ ...hashes(join(at, 'dist')), lock: hashes(at)['circles.cardpress.lock.json'] ?? '' })
  }
  expect(Object.keys(results[0] ?? {}).length).toBeGreaterThan(4)
  expect(results[1]).toEqual(results[0])
})

// Each starts many processes: a minute on two cores. .ci/run sets CARDPRESS_HEAVY.
describe.skipIf(!heavy)('a build that is ended in the middle', { timeout: 600_000 }, () => {
  const args = ['build', 'circles.md', '--only', 'anki,json', '--no-lock', '--quiet']

  /** Builds two versions of an article; returns what each file is in either. */
  async function bothVersions(): Promise<{ old: Record<string, string>; next: Record<string, string> }> {
    writeFileSync(join(folder, 'dot.svg'), dot)
    writeFileSync(join(folder, 'circles.md'), article('as everybody knows'))
    expect(await ended(start(folder, [...args, '--out', 'next']))).toBe(0)
    writeFileSync(join(folder, 'circles.md'), article('as the picture shows'))
    expect(await ended(start(folder, args))).toBe(0)
    const versions = { old: hashes(join(folder, 'dist')), next: hashes(join(folder, 'next')) }
    writeFileSync(join(folder, 'circles.md'), article('as everybody knows'))
    return versions
  }

  const temporary = () => Object.keys(hashes(join(folder, 'dist'))).filter((name) => name.endsWith('.tmp'))

  function expectWhole({ old, next }: Awaited<ReturnType<typeof bothVersions>>): void {
    for (const [name, hash] of Object.entries(hashes(join(folder, 'dist'))))
      if (!name.endsWith('.tmp')) expect([old[name], next[name]], name).toContain(hash)
  }

  /** Waits until the build has begun to write. */
  async function untilWriting(): Promise<void> {
    for (let waited = 0; temporary().length === 0; waited += 10) {
      if (waited > 60_000) throw new Error('the build wrote nothing for a minute')
      await delay(10)
    }
  }

  const kills = 10
  test(`by SIGKILL, ${kills} times, leaves the old file or the new one, whole; the next build cleans up`, async () => {
    const versions = await bothVersions()
    for (let round = 0; round < kills; round++) {
      const child = start(folder, args)
      const end = ended(child)
      // Two moments of three lie in the time in which it writes.
      if (round % 3 === 0) await delay(150 * (round + 1))
      else await untilWriting().then(() => delay(40 * round))
      child.kill('SIGKILL')
      await end
      expectWhole(versions)
    }
    expect(await ended(start(folder, args))).toBe(0)
    expect(hashes(join(folder, 'dist'))).toEqual(versions.next)
  })

  test('by Ctrl-C leaves nothing half-written and exits with 130', async () => {
    const versions = await bothVersions()
    const child = start(folder, args)
    const end = ended(child)
    await untilWriting()
    child.kill('SIGINT')
    expect(await end).toBe(130)
    expect(temporary()).toEqual([])
    expectWhole(versions)
  })

  test('two at once into one folder leave every file whole', async () => {
    const versions = await bothVersions()
    const both = [start(folder, args), start(folder, args)].map(ended)
    expect(await Promise.all(both)).toEqual([0, 0])
    expect(hashes(join(folder, 'dist'))).toEqual(versions.next)
  })
})
