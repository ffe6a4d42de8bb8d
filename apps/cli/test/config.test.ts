import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { QuestionBank } from '@cardpress/core'
import { beforeEach, describe, expect, test } from 'vitest'
import { runIn } from './support/run-in.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cardpress-config-'))
  writeFileSync(join(folder, 'a.txt'), '1.What is a stack?\nA pile.\n2.What is a queue?\nA row.\n')
})

test.each([
  ['cardpress.config.json', '{ "out": "decks", "only": ["json"], "lock": false }'],
  ['cardpress.config.js', "export default { out: 'decks', only: ['json'], lock: false }"],
  ['cardpress.config.ts', "const only: string[] = ['json']\nexport default { out: 'decks', only, lock: false }"],
])('%s holds defaults of options', async (name, text) => {
  writeFileSync(join(folder, name), text)
  expect((await runIn(folder, ['build', 'a.txt'])).status).toBe(0)
  expect(readdirSync(folder).sort()).toEqual(['a.txt', name, 'decks'])
  expect(readdirSync(join(folder, 'decks')).sort()).toEqual(['bank.json', 'json'])
})

test('the command line comes before the configuration', async () => {
  writeFileSync(join(folder, 'cardpress.config.json'), '{ "out": "decks", "only": ["json"], "lock": false }')
  await runIn(folder, ['build', 'a.txt', '--only', 'anki', '--out', 'here'])
  expect(readdirSync(join(folder, 'here')).sort()).toEqual(['a.apkg', 'bank.json'])
})

test.each([
  [
    '{ "ouut": "decks" }',
    /cardpress\.config\.json: There is no field “ouut” in the configuration; did you mean “out”\?/,
  ],
  [
    '{ "only": ["pfd"] }',
    /cardpress\.config\.json: “only\[0\]” in the configuration: expected "anki" or "pdf" .*"pfd"/,
  ],
  [
    '{ "corrections": { "1": { "kind": "essay" } } }',
    /“corrections\.1\.kind” in the configuration: expected "open" or/,
  ],
  ['[]', /cardpress\.config\.json: .*expected an object/],
  ['{ "out": ', /cardpress\.config\.json: /],
])('%s is answered by one message', async (text, message) => {
  writeFileSync(join(folder, 'cardpress.config.json'), text)
  const { status, stderr } = await runIn(folder, ['build', 'a.txt'])
  expect(status).toBe(2)
  expect(stderr).toMatch(message)
  expect(stderr).not.toMatch(/^\s+at /m)
})

describe('how papers are printed', () => {
  const papers = () =>
    readdirSync(join(folder, 'dist'))
      .filter((name) => name.endsWith('.pdf'))
      .sort()

  test('is what the command line says, and before it what the configuration says', async () => {
    writeFileSync(
      join(folder, 'cardpress.config.json'),
      '{ "pdf": { "papers": ["exam"], "versions": ["A", "B"], "seal": false } }',
    )
    await runIn(folder, ['build', 'a.txt', '--only', 'pdf', '--no-lock'])
    expect(papers()).toEqual(['exam-A.pdf', 'exam-B.pdf', 'exam-key.pdf'])
    rmSync(join(folder, 'dist'), { recursive: true })
    await runIn(folder, ['build', 'a.txt', '--only', 'pdf', '--no-lock', '--pdf', 'versions=C', 'seal'])
    expect(papers()).toEqual(['exam-C.pdf', 'exam-key.pdf'])
  })

  test.each([
    ['sael', /--pdf knows no "sael"; did you mean seal\?/, /是不是想写 seal？/],
    ['notes.txt', /--pdf knows no "notes.txt"; it takes papers, /, /--pdf 没有“notes.txt”/],
    ['fit', /--pdf fit needs a value: fit=N/, /--pdf fit 需要一个值/],
    ['seal=yes', /--pdf seal is on or off/, /只有开和关/],
    ['fit=0', /--fit needs a whole number from 1 to 1000, not "0"/, /--fit 要写 1 到 1000 之间的整数/],
  ])('%s is answered by one message', async (setting, message, chinese) => {
    const { status, stderr } = await runIn(folder, ['build', 'a.txt', '--no-lock', '--pdf', setting])
    expect(status).toBe(2)
    expect(stderr).toMatch(message)
    expect((await runIn(folder, ['build', 'a.txt', '--no-lock', '--lang', 'zh', '--pdf', setting])).stderr).toMatch(
      chinese,
    )
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })
})

test('how a command speaks is what the configuration says, where the command line does not', async () => {
  writeFileSync(
    join(folder, 'cardpress.config.json'),
    '{ "lang": "zh", "verbose": true, "lock": false, "only": ["json"] }',
  )
  expect((await runIn(folder, ['build', 'a.txt'])).stderr).toMatch(/写出 .*用时/s)
  expect((await runIn(folder, ['build', 'a.txt', '--lang', 'en'])).stderr).toMatch(/Wrote .*Timing/s)
  expect((await runIn(folder, ['build', 'a.txt', '--quiet'])).stderr).toBe('')
  // In a folder of its own: a process reads a configuration once.
  const other = join(folder, 'other')
  mkdirSync(other)
  writeFileSync(join(other, 'cardpress.config.json'), '{ "quiet": true, "lock": false, "only": ["json"] }')
  expect((await runIn(other, ['build', '../a.txt'])).stderr).toBe('')
  expect((await runIn(other, ['build', '../a.txt', '--verbose'])).stderr).toContain('Timing')
})

test('the deck of several banks is named by the configuration, or must be by the command line', async () => {
  await runIn(folder, ['build', 'a.txt', '--only', 'json', '--no-lock'])
  const { status, stderr } = await runIn(folder, ['anki', 'dist/bank.json'])
  expect(status).toBe(2)
  expect(stderr).toContain("option '--deck <name>' is needed")
  writeFileSync(join(folder, 'cardpress.config.json'), '{ "deck": "All of it", "out": "decks" }')
  expect((await runIn(folder, ['anki', 'dist/bank.json'])).status).toBe(0)
  expect(readdirSync(join(folder, 'decks'))).toEqual(['All of it.apkg'])
})

describe('how articles are to be read', () => {
  const pasted = 'Fish\nIt swims.\n※ Bird\nIt flies.\n※ Worm\nIt digs.\n§ Stone\nIt lies.\n§ Cloud\nIt drifts.\n'
  const questionsOf = async (args: readonly string[] = []) => {
    const { stdout } = await runIn(folder, ['parse', 'b.txt', '--no-lock', ...args])
    return (JSON.parse(stdout) as QuestionBank).questions.map(({ title }) => title)
  }
  beforeEach(() => {
    writeFileSync(join(folder, 'b.txt'), pasted)
    writeFileSync(
      join(folder, 'cardpress.config.json'),
      '{ "questions": "※", "leaveOut": "Cloud", "corrections": { "Worm": { "tags": "soil" } } }',
    )
  })

  test('is what the configuration says where nothing else does', async () => {
    expect(await questionsOf()).toEqual(['Bird', 'Worm'])
    const { stdout } = await runIn(folder, ['parse', 'b.txt', '--no-lock'])
    const bank = JSON.parse(stdout) as QuestionBank
    expect(bank.questions[1]?.tags).toEqual(['soil'])
    expect(bank.leftovers.map(({ reason }) => reason)).toContain('left-out')
  })

  test('is what the settings file beside the article says before that', async () => {
    writeFileSync(join(folder, 'b.cardpress.yml'), 'questions: "§"\n')
    expect(await questionsOf()).toEqual(['Stone'])
  })

  test('is what the command line says before both', async () => {
    writeFileSync(join(folder, 'b.cardpress.yml'), 'questions: "§"\n')
    expect(await questionsOf(['--questions', '※', '--leave-out', 'Bird'])).toEqual(['Worm'])
  })

  test('is what the frontmatter says before the configuration', async () => {
    writeFileSync(
      join(folder, 'b.md'),
      '---\nquestions: "##"\n---\n\n## Bird\n\n※ It flies.\n\n## Worm\n\n※ It digs.\n',
    )
    const { stdout } = await runIn(folder, ['parse', 'b.md', '--no-lock'])
    expect((JSON.parse(stdout) as QuestionBank).questions.map(({ title }) => title)).toEqual(['Bird', 'Worm'])
  })

  test('is the same for the lock as for a build', async () => {
    await runIn(folder, ['lock', 'b.txt'])
    const lock = JSON.parse(readFileSync(join(folder, 'b.cardpress.lock.json'), 'utf8')) as {
      questions: { title: string }[]
    }
    expect(lock.questions.map(({ title }) => title)).toEqual(['Bird', 'Worm'])
  })
})
