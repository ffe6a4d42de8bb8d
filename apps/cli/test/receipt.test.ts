import { copyFileSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, expect, test } from 'vitest'
import { runIn } from './support/run-in.ts'

const fixtures = fileURLToPath(new URL('fixtures/receipt/', import.meta.url))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cardpress-receipt-'))
  copyFileSync(join(fixtures, 'interview.txt'), join(folder, 'interview.txt'))
})

test.each(['en', 'zh'])('a receipt tells how an article was read and what was written (%s)', async (language) => {
  const args = ['build', 'interview.txt', '--lang', language, '--only', 'anki,pdf,json']
  const { status, stdout, stderr } = await runIn(folder, args)
  expect(status).toBe(0)
  expect(stdout).toBe('')
  await expect(stderr).toMatchFileSnapshot(join(fixtures, `receipt.${language}.txt`))
})

test('without --only everything is written', async () => {
  const { status } = await runIn(folder, ['build', 'interview.txt', '--no-lock'])
  expect(status).toBe(0)
  expect(readdirSync(join(folder, 'dist'))).toEqual(
    expect.arrayContaining(['bank.json', 'cheatsheet.pdf', 'interview.apkg', 'json']),
  )
})

test('a second build tells what has changed since the first', async () => {
  await runIn(folder, ['build', 'interview.txt', '--only', 'anki'])
  const article =
    '1.What is a heap?\nA tree that is ordered.\n2.What is a stack?\nLast in, first out.\n3.What is a queue?\n'
  writeFileSync(join(folder, 'notes.txt'), `${article}First in, first out.\n`)
  await runIn(folder, ['build', 'notes.txt', '--only', 'anki'])
  writeFileSync(
    join(folder, 'notes.txt'),
    `${article}First in, first out, as in a shop.\n4.What is a set?\nNo doubles.\n`,
  )
  const { stderr } = await runIn(folder, ['build', 'notes.txt', '--only', 'anki'])
  expect(stderr).toMatch(/dist\/notes\.apkg {2}1 new · 1 changed · 0 retired/)
})

test('--quiet says nothing of an article that is fine', async () => {
  expect(await runIn(folder, ['build', 'interview.txt', '--only', 'json', '--quiet'])).toEqual({
    status: 0,
    stdout: '',
    stderr: '',
  })
})

test('--verbose tells the time of each stage', async () => {
  const { stderr } = await runIn(folder, ['build', 'interview.txt', '--only', 'json', '--verbose'])
  expect(stderr).toMatch(/Timing +read +\d+ ms\n +parse +\d+ ms\n +json +\d+ ms\n$/)
})

test('--only writes nothing but what was asked for, and the bank', async () => {
  await runIn(folder, ['build', 'interview.txt', '--only', 'anki', '--no-lock', '--out', 'here'])
  expect(readdirSync(join(folder, 'here')).sort()).toEqual(['bank.json', 'interview.apkg'])
  expect(readdirSync(folder).sort()).toEqual(['here', 'interview.txt'])
})

test('an article on standard input is built like a file, without a lock', async () => {
  const stdin = '1. What is a heap?\nA tree that is ordered.\n2. What is a stack?\nLast in, first out.\n'
  const { status, stderr } = await runIn(folder, ['build', '-', '--only', 'anki,json'], { stdin })
  expect(status).toBe(0)
  expect(stderr).toMatch(/dist\/stdin\.apkg\n/)
  expect(readdirSync(join(folder, 'dist')).sort()).toEqual(['bank.json', 'json', 'stdin.apkg'])
  expect(readdirSync(folder).sort()).toEqual(['dist', 'interview.txt'])
})

test('parse without --out writes the bank to standard output, and the receipt to standard error', async () => {
  const { stdout, stderr } = await runIn(folder, ['parse', 'interview.txt', '--no-lock'])
  expect(JSON.parse(stdout).questions).toHaveLength(8)
  expect(stderr).toMatch(/^27 lines · UTF-8 · plain text\n/)
})

test('check --json writes messages in the shape of vfile-reporter-json', async () => {
  writeFileSync(join(folder, 'broken.md'), '---\ntitle: [a\n---\n\n## 1. What?\n\nThat.\n\n## 2. Who?\n\nThey.\n')
  const { status, stdout, stderr } = await runIn(folder, ['check', 'interview.txt', 'broken.md', '--json'])
  expect(status).toBe(1)
  expect(stderr).toBe('')
  const [interview, broken] = JSON.parse(stdout)
  expect(interview).toMatchObject({ path: 'interview.txt', cwd: folder })
  expect(broken.messages[0]).toMatchObject({ fatal: true, source: 'cardpress', line: 2, reason: expect.any(String) })
})

test('check shows the line of a mistake, a caret under it, and the counts', async () => {
  writeFileSync(join(folder, 'broken.md'), '---\ntitle: [a\n---\n\n## 1. What?\n\nThat.\n\n## 2. Who?\n\nThey.\n')
  const { status, stdout, stderr } = await runIn(folder, ['check', 'broken.md'])
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch(
    /^broken\.md\n {2}\d+:\d+ {2}error {2}The frontmatter.*broken-yaml\n {4}\d+ \| .*\n {4} +\| +\^\n/,
  )
  expect(stderr).toMatch(/articles 1 · questions 2 · errors [1-9] · warnings 0\n$/)
})

test('check --explain tells which reading was taken and which were weighed', async () => {
  const { stderr } = await runIn(folder, ['check', 'interview.txt', '--explain'])
  expect(stderr).toMatch(/^taken {2}\S+ "1\." ×8 .* lines 3, 6, 8/m)
})
