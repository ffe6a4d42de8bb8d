import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const bank = fileURLToPath(new URL('fixtures/questions.json', import.meta.url))
const python = spawnSync('python3', ['--version']).status === 0

const run = (command: string, script: string) =>
  execFileSync(command, [`${root}examples/${script}`, bank], { encoding: 'utf8' })

it('the example in Node prints every question with its key', () => {
  const text = run(process.execPath, 'read-questions.mjs')
  expect(text).toMatch(/^示例: "A" & <B> \[zh-Hans\]: 8 questions\n/)
  expect(text).toContain('\nPart 1 > 基础: What is x^2 < y?\n  = a < b & [sound:x]')
  expect(text).toContain(
    '\nWhich ones?\n  * A. option A\n    B. option B\n    C. option C\n  * D. option D\n  = A, D\n',
  )
  expect(text).toContain('\nNothing?\n  = (no answer)\n')
  expect(text).toContain('\n1 = 1 // always\n  = true\n')
})

it.skipIf(!python)('the example in Python prints the same (skipped where there is no python3)', () => {
  expect(run('python3', 'read_questions.py')).toBe(run(process.execPath, 'read-questions.mjs'))
})

it('neither example is longer than twenty lines or uses a library', () => {
  for (const script of ['read-questions.mjs', 'read_questions.py']) {
    const text = readFileSync(`${root}examples/${script}`, 'utf8')
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(20)
    const imports = [...text.matchAll(/^import (?:.* from )?'?([\w:/]+)/gm)].map(([, name]) => name)
    for (const name of imports) expect(['node:fs/promises', 'json', 'sys']).toContain(name)
  }
})
