import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCacheServer } from './cache-server.ts'
import { buildAndCount, type Clone, freshClone, misses } from './fresh-clone.ts'

const heavy = process.env.CARDPRESS_HEAVY !== undefined

// A minute or two each: .ci/run sets CARDPRESS_HEAVY.
describe.skipIf(!heavy)('in a fresh clone', { timeout: 900_000 }, () => {
  let clone: Clone
  let collections: string[]
  beforeAll(async () => {
    clone = freshClone()
    await clone.run('npm', ['ci'])
    collections = readdirSync(join(clone.folder, 'content'))
  }, 600_000)
  afterAll(() => clone.remove())

  const articleOf = (collection: string) => {
    const folder = join(clone.folder, 'content', collection)
    return join(folder, readdirSync(folder).find((name) => /^article\.(?:md|txt|html)$/.test(name)) ?? 'article.md')
  }

  test('`npm ci && npm run build` presses every collection', async () => {
    const hits = await buildAndCount(clone)
    expect(misses(hits)).toEqual(Object.keys(hits).sort())
    expect(collections.length).toBeGreaterThan(0)
    for (const collection of collections) {
      const dist = join(clone.folder, 'content', collection, 'dist')
      const files = readdirSync(dist)
      expect(files.filter((name) => name.endsWith('.apkg'))).toHaveLength(1)
      expect(files).toContain('cheatsheet.pdf')
      for (const file of ['bank.json', 'json', 'site/feed.json', 'site/index.json'])
        expect(existsSync(join(dist, file)), `${collection}/dist/${file}`).toBe(true)
    }
  })

  test('the second build takes everything from the cache', async () => {
    const hits = await buildAndCount(clone)
    expect(misses(hits)).toEqual([])
    expect(Object.keys(hits).filter((task) => task.endsWith('#lock'))).toHaveLength(collections.length)
  })

  test('an article touched re-runs its collection alone, and the build after it is cached', async () => {
    const [first] = collections as [string]
    const name = `${JSON.parse(readFileSync(join(clone.folder, 'content', first, 'package.json'), 'utf8')).name}`
    const article = articleOf(first)
    // A word more in the last answer.
    writeFileSync(article, `${readFileSync(article, 'utf8').trimEnd()} Cardpress\n`)
    const missed = misses(await buildAndCount(clone))
    expect(missed).toEqual(['anki', 'json', 'lock', 'parse', 'pdf', 'site'].map((task) => `${name}#${task}`))
    // The lock was written, so it is looked at once more.
    expect(misses(await buildAndCount(clone))).toEqual([`${name}#lock`])
    expect(misses(await buildAndCount(clone))).toEqual([])
  })

  test('a lock that was lost comes back from the cache, and a stale one is an error in CI although it was built elsewhere', async () => {
    const [first] = collections as [string]
    const lock = join(clone.folder, 'content', first, 'cardpress.lock.json')
    const article = articleOf(first)
    const [text, locked] = [readFileSync(article, 'utf8'), readFileSync(lock, 'utf8')]
    writeFileSync(article, `${text.trimEnd()} again\n`)
    await clone.run('npm', ['run', 'build'])
    const written = readFileSync(lock, 'utf8')
    expect(written).not.toBe(locked)
    writeFileSync(lock, locked)
    const error = await clone.run('npm', ['run', 'build'], { CI: 'true' }).then(
      () => expect.unreachable('the build passed'),
      (reason: Error) => reason,
    )
    expect(error.message).toContain('stale-lock')
    expect(readFileSync(lock, 'utf8')).toBe(locked)
    await clone.run('npm', ['run', 'build'])
    expect(readFileSync(lock, 'utf8')).toBe(written)
    writeFileSync(article, text)
    writeFileSync(lock, locked)
    await clone.run('npm', ['run', 'build'])
  })

  test('a change to the PDF emitter re-runs papers and sites, and no deck', async () => {
    appendFileSync(join(clone.folder, 'packages/pdf/src/index.ts'), '\n// touched\n')
    const missed = misses(await buildAndCount(clone))
    const tasks = new Set(missed.map((task) => task.slice(task.indexOf('#') + 1)))
    expect(tasks).toEqual(new Set(['build', 'pdf', 'site']))
    expect(missed.filter((task) => task.endsWith('#pdf'))).toHaveLength(collections.length)
    // The emitter itself, and what imports it.
    expect(missed.filter((task) => task.endsWith('#build'))).toEqual(['@cardpress/pdf#build', 'cardpress#build'])
    expect(misses(await buildAndCount(clone))).toEqual([])
  })

  test('a broken article stops no other collection, and the end of the build names it', async () => {
    const [broken, other] = collections as [string, string]
    // The joined site keeps what a good build published.
    await clone.run('npm', ['run', 'build'])
    const article = articleOf(broken)
    const text = readFileSync(article, 'utf8')
    const unbroken = articleOf(other)
    writeFileSync(article, '')
    writeFileSync(unbroken, `${readFileSync(unbroken, 'utf8').trimEnd()} Cardpress\n`)
    const site = join(clone.folder, 'content', other, 'dist/site')
    rmSync(site, { recursive: true, force: true })
    const error = await clone.run('npm', ['run', 'build']).then(
      () => expect.unreachable('the build passed'),
      (reason: Error) => reason,
    )
    expect(existsSync(join(site, 'feed.json'))).toBe(true)
    expect(error.message).toMatch(
      new RegExp(`FAILED, the rest is built:\\n(?:  \\S+/${broken}#(?:lock|parse)\\n)+(?:\\n|$)`),
    )
    expect(existsSync(join(clone.folder, 'dist/site', other, 'index.html'))).toBe(true)
    writeFileSync(article, text)
    await clone.run('npm', ['run', 'build'])
  })

  test('a second clone takes everything from a remote cache that the first one filled', async () => {
    const server = await startCacheServer()
    const second = freshClone()
    try {
      await second.run('npm', ['ci'])
      const remote = { ...server.env, TURBO_CACHE: 'remote:rw' }
      const first = await buildAndCount(clone, remote)
      const ran = misses(first)
      expect(ran.length).toBeGreaterThan(0)
      expect(server.put.size).toBe(ran.length)
      // The first clone has a touched article and emitter: the second gets the same sources.
      writeFileSync(join(second.folder, 'touched.diff'), await clone.run('git', ['diff']))
      await second.run('git', ['apply', '--allow-empty', 'touched.diff'])
      await second.run('rm', ['touched.diff'])
      expect(misses(await buildAndCount(second, remote))).toEqual([])
      expect(server.got).toEqual(server.put)
    } finally {
      second.remove()
      await server.close()
    }
  })
})
