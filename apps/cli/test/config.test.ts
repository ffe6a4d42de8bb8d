import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
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
  ['{ "ouput": "decks" }', /cardpress\.config\.json: .*ouput/],
  ['{ "only": ["pfd"] }', /cardpress\.config\.json: only\.0: .*anki/],
  ['{ "out": ', /cardpress\.config\.json: /],
])('%s is answered by one message', async (text, message) => {
  writeFileSync(join(folder, 'cardpress.config.json'), text)
  const { status, stderr } = await runIn(folder, ['build', 'a.txt'])
  expect(status).toBe(2)
  expect(stderr).toMatch(message)
  expect(stderr).not.toMatch(/^\s+at /m)
})
