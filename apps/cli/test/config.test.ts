import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
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
