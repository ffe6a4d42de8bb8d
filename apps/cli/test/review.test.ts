import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { runIn } from './support/run-in.ts'

const article = `1. Which one floats on water?
A. Cork
B. Lead

Answer: A

2. Which one is a gas?
A. Neon
B. Salt

Answer: C
`

let folder: string
const settings = () => join(folder, 'a.cardpress.yml')
const press = (stdin: string) => runIn(folder, ['review', 'a.md'], { stdin, isTTY: true })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cardpress-review-'))
  writeFileSync(join(folder, 'a.md'), article)
})

test('without a terminal it prints each place with the settings of each answer, and writes nothing', async () => {
  const { status, stdout } = await runIn(folder, ['review', 'a.md'])
  expect(status).toBe(1)
  expect(stdout).toContain('line 7  Which one is a gas?')
  expect(stdout).toContain('corrections:\n  "2":\n    question: true\n')
  expect(stdout).toContain('corrections:\n  "2":\n    question: false\n')
  expect(existsSync(settings())).toBe(false)
})

test('without a terminal the first ten of many places are printed whole, and of the others the lines', async () => {
  const many = Array.from(
    { length: 14 },
    (_, at) => `${at + 1}. Which number is ${at}?\nA. ${at}\nB. ${at + 1}\n\nAnswer: ${at === 0 ? 'A' : 'D'}\n`,
  )
  writeFileSync(join(folder, 'a.md'), many.join('\n'))
  const { status, stdout, stderr } = await runIn(folder, ['review', 'a.md'])
  expect(status).toBe(1)
  expect(stderr).toContain('13 uncertain places')
  expect(stdout.match(/question: true/g)).toHaveLength(10)
  expect(stdout.split('\n').filter((line) => /^line \d+ {2}Which number is/.test(line))).toHaveLength(13)
})

test('of a large page each question is asked about without reading the page again', async () => {
  const long = 'It is told at length what this is about. '.repeat(60)
  const many = Array.from(
    { length: 60 },
    (_, at) =>
      `${at + 1}. ${long} Which number is ${at}?\nA. ${at}\nB. ${at + 1}\n\nAnswer: ${at % 20 === 0 ? 'D' : 'A'}\n`,
  )
  writeFileSync(join(folder, 'a.md'), many.join('\n'))
  const { status, stderr } = await press('1tA\r2')
  expect(stderr.match(/line \d+ /g)?.length).toBeGreaterThanOrEqual(3)
  expect(readFileSync(settings(), 'utf8')).toBe(
    'corrections:\n  "1":\n    question: true\n  "21":\n    key: A\n  "41":\n    question: false\n',
  )
  // The page is read again in the end, and what it says then is what counts.
  expect(stderr).toContain('3 answers written')
  expect([0, 1]).toContain(status)
})

test('an answer is written beside the comments that are there, and settles the place', async () => {
  writeFileSync(settings(), '# mine\ntitle: Water\n')
  expect((await press('1')).status).toBe(0)
  expect(readFileSync(settings(), 'utf8')).toBe('# mine\ntitle: Water\ncorrections:\n  "2":\n    question: true\n')
  expect((await runIn(folder, ['review', 'a.md'])).status).toBe(0)
})

test('a key can be typed', async () => {
  expect((await press('tBX\u007f\r')).status).toBe(0)
  expect(readFileSync(settings(), 'utf8')).toBe('corrections:\n  "2":\n    key: B\n')
})

test.each([
  ['q', 1],
  ['s', 1],
  ['\u0003', 130],
])('after %j nothing is written', async (key, status) => {
  expect((await press(key)).status).toBe(status)
  expect(existsSync(settings())).toBe(false)
})

test('an outline that is no page of questions is asked as a whole, once, and a mark settles it', async () => {
  writeFileSync(
    join(folder, 'a.md'),
    '# Notes\n\n## 1. Boiling\nWater moves.\n\n## 2. Frying\nFat is hot.\n\n## 3. Baking\nAir is dry.\n',
  )
  const { status, stderr } = await press('1')
  expect(status).toBe(0)
  expect(stderr.match(/How does a question begin\?/g)).toHaveLength(1)
  expect(readFileSync(settings(), 'utf8')).toMatch(/^questions: numbered-heading/)
})

test('the receipt says what to run where something is uncertain, and nothing once it is settled', async () => {
  const build = () => runIn(folder, ['build', 'a.md', '--only', 'json', '--no-lock', '--lang', 'zh'])
  expect((await build()).stderr).toContain('下一步  cardpress review a.md  1 处不确定')
  await press('1')
  expect((await build()).stderr).not.toContain('cardpress review')
})

test('a path that a shell would split is quoted', async () => {
  writeFileSync(join(folder, "it's mine.md"), article)
  const { stderr } = await runIn(folder, ['build', "it's mine.md", '--only', 'json', '--no-lock'])
  expect(stderr).toContain("cardpress review 'it'\\''s mine.md'")
})
