import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildAndCount, type Clone, freshClone, type Hits } from './fresh-clone.ts'

const heavy = process.env.CARDPRESS_HEAVY !== undefined

/** The tasks that turbo had to run, without `lock`, which is never cached. */
const misses = (hits: Hits) =>
  Object.keys(hits)
    .filter((task) => !hits[task] && !task.endsWith('#lock'))
    .sort()

// A minute or two each: .ci/run sets CARDPRESS_HEAVY.
describe.skipIf(!heavy)('in a fresh clone', { timeout: 900_000 }, () => {
  let clone: Clone
  let collections: string[]
  beforeAll(() => {
    clone = freshClone()
    clone.run('npm', ['ci'])
    collections = readdirSync(join(clone.folder, 'content'))
  }, 600_000)
  afterAll(() => clone.remove())

  const articleOf = (collection: string) => {
    const folder = join(clone.folder, 'content', collection)
    return join(folder, readdirSync(folder).find((name) => /^article\.(?:md|txt|html)$/.test(name)) ?? 'article.md')
  }

  test('`npm ci && npm run build` presses every collection', () => {
    const hits = buildAndCount(clone)
    expect(misses(hits)).toEqual(
      Object.keys(hits)
        .filter((task) => !task.endsWith('#lock'))
        .sort(),
    )
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

  test('the second build takes everything but the locks from the cache', () => {
    const hits = buildAndCount(clone)
    expect(misses(hits)).toEqual([])
    expect(Object.keys(hits).filter((task) => task.endsWith('#lock'))).toHaveLength(collections.length)
  })

  test('an article touched re-runs its collection alone, and the build after it is cached', () => {
    const [first] = collections as [string]
    const name = `${JSON.parse(readFileSync(join(clone.folder, 'content', first, 'package.json'), 'utf8')).name}`
    const article = articleOf(first)
    // A word more in the last answer.
    writeFileSync(article, `${readFileSync(article, 'utf8').trimEnd()} Cardpress\n`)
    const missed = misses(buildAndCount(clone))
    expect(missed).toEqual(['anki', 'json', 'parse', 'pdf', 'site'].map((task) => `${name}#${task}`))
    expect(misses(buildAndCount(clone))).toEqual([])
  })

  test('a change to the PDF emitter re-runs papers and sites, and no deck', () => {
    appendFileSync(join(clone.folder, 'packages/pdf/src/index.ts'), '\n// touched\n')
    const missed = misses(buildAndCount(clone))
    const tasks = new Set(missed.map((task) => task.slice(task.indexOf('#') + 1)))
    expect(tasks).toEqual(new Set(['build', 'pdf', 'site']))
    expect(missed.filter((task) => task.endsWith('#pdf'))).toHaveLength(collections.length)
    // The emitter itself, and what imports it.
    expect(missed.filter((task) => task.endsWith('#build'))).toEqual(['@cardpress/pdf#build', 'cardpress#build'])
    expect(misses(buildAndCount(clone))).toEqual([])
  })
})
