import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBank } from '@cardpress/core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runLock } from '../../src/bin/run-lock.ts'
import { runParse } from '../../src/bin/run-parse.ts'
import { png } from '../assets/pictures.ts'

const article = `---
title: Nets
---

## 1. What does a pooling layer do?

It shrinks the map: ![a map](assets/map.png)

## 2. What is a receptive field of a unit?

The part of the input that can change it.

## 3. Why are residual connections used?

Gradients pass them without shrinking.
`

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cardpress-bins-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'assets/map.png'), png())
  await writeFile(join(folder, 'article.md'), article)
})

afterEach(() => rm(folder, { recursive: true }))

/** Runs a program in the folder, and returns its exit status and what it said, the folder's name left out. */
async function run(program: typeof runLock, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  let text = ''
  const take = { write: (part: string) => (text += part) }
  const status = await program([folder, ...args], {
    env: { SOURCE_DATE_EPOCH: '2000000000', ...env },
    stdout: take,
    stderr: take,
  })
  return { status, text: text.replaceAll(/\S*cardpress-bins-[^/\s:]+\/?/g, '') }
}

const read = (path: string) => readFile(join(folder, path), 'utf8')
const edit = (from: string, to: string) => writeFile(join(folder, 'article.md'), article.replace(from, to))

test('lock writes the lock once, and not again while nothing changes', async () => {
  expect(await run(runLock)).toEqual({ status: 0, text: 'cardpress.lock.json  3 new · 0 changed · 0 retired\n' })
  const { mtimeMs } = await stat(join(folder, 'cardpress.lock.json'))
  expect(await run(runLock, [], { SOURCE_DATE_EPOCH: '2000000009' })).toEqual({
    status: 0,
    text: 'cardpress.lock.json  up to date\n',
  })
  expect((await stat(join(folder, 'cardpress.lock.json'))).mtimeMs).toBe(mtimeMs)
})

test('lock names what went and what was reworded', async () => {
  await run(runLock)
  await writeFile(
    join(folder, 'article.md'),
    article
      .replace('Why are residual connections used?', 'Why do networks use residual connections?')
      .replace(/## 2[\s\S]*(?=## 3)/, ''),
  )
  const { status, text } = await run(runLock)
  expect(status).toBe(0)
  expect(text).toMatch(/“What is a receptive field of a unit\?” \(\w{8}\) is no longer in the article/)
  expect(text).toMatch(/9:1-\S+ info This question is taken for “Why are residual connections used\?” reworded/)
  expect(text).toContain('cardpress.lock.json  0 new · 1 changed · 1 retired\n')
})

test('lock --refresh raises every time', async () => {
  await run(runLock)
  const { text } = await run(runLock, ['--refresh'], { SOURCE_DATE_EPOCH: '2000000007' })
  expect(text).toBe('cardpress.lock.json  0 new · 0 changed · 0 retired · all refreshed\n')
  expect((await read('cardpress.lock.json')).match(/"modified":2000000007/g)).toHaveLength(3)
})

test('an article that is broken for a moment does not touch the lock', async () => {
  await run(runLock)
  const before = await read('cardpress.lock.json')
  for (const broken of [
    '',
    'Only prose now.\n',
    article.replace('title: Nets', 'title: "Nets'),
    article.replace('map.png', 'mop.png'),
  ]) {
    await writeFile(join(folder, 'article.md'), broken)
    expect((await run(runLock)).status).toBe(1)
  }
  expect(await read('cardpress.lock.json')).toBe(before)
})

test('parse writes the bank and its pictures, the same bytes each time, and never the lock', async () => {
  await run(runLock)
  const lock = await read('cardpress.lock.json')
  expect(await run(runParse)).toEqual({ status: 0, text: 'dist/bank.json  3 questions, 1 pictures, utf-8\n' })
  const bank = await read('dist/bank.json')
  expect(readBank(bank).questions).toHaveLength(3)
  expect(await readdir(join(folder, 'dist/assets'))).toEqual([expect.stringMatching(/^[0-9a-f]{16}\.png$/)])
  const twin = `${folder}-twin`
  await cp(folder, twin, { recursive: true })
  try {
    await runParse([twin], { env: { TZ: 'Asia/Shanghai' }, stdout: process.stdout, stderr: { write: () => true } })
    expect(await readFile(join(twin, 'dist/bank.json'), 'utf8')).toBe(bank)
  } finally {
    await rm(twin, { recursive: true })
  }
  expect(await read('cardpress.lock.json')).toBe(lock)
})

test('pictures that the article has no longer are removed from dist', async () => {
  await run(runLock)
  await run(runParse)
  await writeFile(join(folder, 'assets/map.png'), png(5, 5))
  await run(runLock)
  await run(runParse)
  expect(await readdir(join(folder, 'dist/assets'))).toHaveLength(1)
})

test('a stale lock is a warning to a person, and an error in CI and with --frozen-lock', async () => {
  await run(runLock)
  await edit('Gradients pass', 'They let gradients pass')
  expect(await run(runParse)).toMatchObject({
    status: 0,
    text: expect.stringContaining('run "cardpress lock" and commit it'),
  })
  const bank = await read('dist/bank.json')
  for (const [program, args, env] of [
    [runParse, [], { CI: 'true' }],
    [runParse, ['--frozen-lock'], {}],
    [runLock, [], { CI: '1' }],
    [runLock, ['--frozen-lock'], {}],
  ] as const) {
    const { status, text } = await run(program, args, env)
    expect(status).toBe(1)
    expect(text).toContain('The lock does not fit the article (0 new, 1 changed, 0 removed); run "cardpress lock"')
  }
  // Earlier outputs are untouched.
  expect(await read('dist/bank.json')).toBe(bank)
  expect((await run(runParse, [], { CI: 'false' })).status).toBe(0)
})

test('messages are told in the style of vfile-reporter, with line and column', async () => {
  await edit('map.png', 'mop.png')
  const { status, text } = await run(runParse)
  expect(status).toBe(1)
  expect(text).toMatch(
    /^article\.md\n7:30-7:44\s+error The picture assets\/mop\.png is not there; .*missing-image\s+cardpress\n\n✖ 1 error\n$/,
  )
  await expect(stat(join(folder, 'dist'))).rejects.toThrow('ENOENT')
})

test.each([
  ['a folder without an article', () => rm(join(folder, 'article.md')), 'holds no article; a collection has one file'],
  [
    'two articles',
    () => writeFile(join(folder, 'article.txt'), 'x'),
    'holds 2 articles (article.md, article.txt); keep one of them',
  ],
  ['a broken lock', () => writeFile(join(folder, 'cardpress.lock.json'), '{'), 'the lock is not JSON'],
  [
    'a lock with a merge conflict',
    () => writeFile(join(folder, 'cardpress.lock.json'), '{\n<<<<<<< main\n'),
    'the lock holds the marks of a merge conflict',
  ],
  [
    'a folder in the place of the article',
    () => rm(join(folder, 'article.md')).then(() => mkdir(join(folder, 'article.md'))),
    'is a folder; name the article in it',
  ],
  ['a file in the place of dist', () => writeFile(join(folder, 'dist'), ''), 'is a file, not a folder'],
])('%s is one message without a stack, and status 2', async (_, spoil, message) => {
  await spoil()
  const { status, text } = await run(runParse)
  expect(status).toBe(2)
  expect(text).toContain(message)
  expect(text).not.toMatch(/\n\s+at /)
  expect(text.split('\n').filter((line) => line.startsWith('cardpress-parse:'))).toHaveLength(1)
})

test.each([
  [['--refrehs'], /Unknown option '--refrehs'/],
  [['more'], /one folder is enough/],
])('the command line %j is refused with status 2', async (args, message) => {
  const { status, text } = await run(runLock, args)
  expect(status).toBe(2)
  expect(text).toMatch(message)
})

test('a SOURCE_DATE_EPOCH that is no time is refused', async () => {
  const { status, text } = await run(runLock, [], { SOURCE_DATE_EPOCH: 'yesterday' })
  expect([status, text]).toEqual([
    2,
    'cardpress-lock: SOURCE_DATE_EPOCH is "yesterday": expected seconds since 1970, such as 1700000000\n',
  ])
})

test('--help tells every option', async () => {
  const { status, text } = await run(runParse, ['--help'])
  expect(status).toBe(0)
  for (const option of ['--frozen-lock', '--accept', '--help']) expect(text).toContain(option)
})
