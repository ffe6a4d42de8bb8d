import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { runLock } from '../../src/bin/run-lock.ts'
import { isStamped } from '../../src/disk/lock-stamp.ts'

const article = `## 1. What is a circle?

A round line.

## 2. What is a square?

Four sides.

## 3. What is a point?

Nothing wide.
`

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'cardpress-stamp-')), 'shapes')
  mkdirSync(join(folder, '.turbo'), { recursive: true })
  writeFileSync(join(folder, 'article.md'), article)
})

const quiet = { env: {}, stdout: { write: () => true }, stderr: { write: () => true } }

test('a collection is read again only when something in it has changed', async () => {
  expect(isStamped(folder)).toBe(false)
  expect(await runLock([folder], quiet)).toBe(0)
  expect(isStamped(folder)).toBe(true)
  for (const [name, text] of [
    ['article.md', article.replace('round', 'curved')],
    ['article.cardpress.yml', 'title: Shapes'],
    ['pictures/dot.svg', '<svg/>'],
    ['cardpress.lock.json', '{}'],
  ] as const) {
    mkdirSync(join(folder, 'pictures'), { recursive: true })
    writeFileSync(join(folder, name), text)
    expect([name, isStamped(folder)]).toEqual([name, false])
    if (name === 'cardpress.lock.json') rmSync(join(folder, name))
    expect([name, await runLock([folder], quiet)]).toEqual([name, 0])
    expect([name, isStamped(folder)]).toEqual([name, true])
  }
})

test('nothing is noted of an article that is broken, or where turbo keeps no notes', async () => {
  writeFileSync(join(folder, 'article.md'), '')
  expect(await runLock([folder], quiet)).toBe(1)
  expect(isStamped(folder)).toBe(false)
  writeFileSync(join(folder, 'article.md'), article)
  rmSync(join(folder, '.turbo'), { recursive: true })
  expect(await runLock([folder], quiet)).toBe(0)
  expect(isStamped(folder)).toBe(false)
})
