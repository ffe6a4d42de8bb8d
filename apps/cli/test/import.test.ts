import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { runIn } from './support/run-in.ts'

const article = (subject: string, extra = '') =>
  `## 1. What is a ${subject}?\n\nA thing.\n${extra}\n## 2. What is no ${subject}?\n\nAnything else.\n`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cardpress-import-'))
  mkdirSync(join(folder, 'notes', 'img'), { recursive: true })
  writeFileSync(join(folder, 'notes', 'heap.md'), article('heap', '\n![A dot](img/dot.svg)\n'))
  writeFileSync(join(folder, 'notes', 'heap.cardpress.yml'), 'title: All about heaps\n')
  writeFileSync(join(folder, 'notes', 'stack.txt'), '1.What is a stack?\nA pile.\n2.What is a queue?\nA row.\n')
  const dot = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"><rect width="2" height="2"/></svg>'
  writeFileSync(join(folder, 'notes', 'img', 'dot.svg'), dot)
  writeFileSync(join(folder, 'notes', 'img', 'unused.svg'), dot)
})

describe('import', () => {
  test('makes a collection of each article, with its settings and the pictures that it shows', async () => {
    const { status, stderr } = await runIn(folder, ['import', 'notes'])
    expect(status).toBe(0)
    expect(stderr).toBe('Made content/heap\nMade content/stack\n')
    expect(readdirSync(join(folder, 'content'), { recursive: true, encoding: 'utf8' }).sort()).toEqual([
      'heap',
      'heap/article.cardpress.yml',
      'heap/article.md',
      'heap/img',
      'heap/img/dot.svg',
      'heap/package.json',
      'stack',
      'stack/article.txt',
      'stack/package.json',
    ])
    const built = await runIn(folder, ['build', 'content', '--only', 'json'])
    expect(built.status).toBe(0)
    expect(JSON.parse(readFileSync(join(folder, 'content/heap/dist/bank.json'), 'utf8')).title).toBe('All about heaps')
  })

  test('touches no collection that is there already, and takes in the others', async () => {
    mkdirSync(join(folder, 'content', 'heap'), { recursive: true })
    writeFileSync(join(folder, 'content', 'heap', 'article.md'), 'mine')
    const { status, stderr } = await runIn(folder, ['import', 'notes'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/article\.md already; choose another folder\nMade content\/stack\n$/)
    expect(readFileSync(join(folder, 'content', 'heap', 'article.md'), 'utf8')).toBe('mine')
  })
})

describe('one deck of several banks', () => {
  test('has a sub-deck for each', async () => {
    await runIn(folder, ['import', 'notes'])
    await runIn(folder, ['build', 'content', '--only', 'json'])
    const banks = ['content/heap/dist/bank.json', 'content/stack/dist/bank.json']
    const made = await runIn(folder, ['anki', ...banks, '--deck', 'Work::Interview', '--out', 'decks'])
    expect(made).toMatchObject({ status: 0, stderr: 'Made decks/Work-Interview.apkg\n' })
    expect(readdirSync(join(folder, 'decks'))).toEqual(['Work-Interview.apkg'])
  })

  test('needs its name', async () => {
    const { status, stderr } = await runIn(folder, ['anki', 'bank.json'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/--deck <name>' is needed/)
  })
})

describe('conditions', () => {
  test('choose what goes into the outputs; the bank holds all', async () => {
    const args = ['build', 'notes/stack.txt', '--only', 'json', '--where', 'number=2', '--no-lock']
    expect((await runIn(folder, args)).status).toBe(0)
    const read = (path: string) => JSON.parse(readFileSync(join(folder, 'dist', path), 'utf8')).questions
    expect(read('bank.json')).toHaveLength(2)
    expect(read('json/v1/questions.json').map(({ number }: { number: string }) => number)).toEqual(['2'])
  })

  test('that are none are answered by what one looks like', async () => {
    const { status, stderr } = await runIn(folder, ['build', 'notes/stack.txt', '--where', 'colour=red'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/--where: "colour=red" is no condition: expected FIELD=VALUE/)
  })
})

test('preview writes one page with every card', async () => {
  const { status, stderr } = await runIn(folder, ['preview', 'notes/heap.md'])
  expect(status).toBe(0)
  expect(stderr).toMatch(/Wrote +dist\/preview\.html\n$/)
  const page = readFileSync(join(folder, 'dist/preview.html'), 'utf8')
  expect(page).toMatch(/What is a heap\?[\s\S]*What is no heap\?/)
})
