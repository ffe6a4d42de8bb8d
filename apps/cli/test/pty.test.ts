import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, test } from 'vitest'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const canTest = process.platform !== 'win32' && spawnSync('python3', ['--version']).status === 0

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cardpress-pty-'))
})

/** Waits for a text on the terminal, then presses keys. */
type Step = readonly [text: string, keys: string]

/** Runs `cardpress` from its sources in a real terminal. */
function inTerminal(args: readonly string[], steps: readonly Step[], columns = 100) {
  const tsx = fileURLToPath(import.meta.resolve('tsx'))
  const argv = [process.execPath, '--import', tsx, '--conditions=@cardpress/source', here('../src/main.ts'), ...args]
  const env = { CI: '', LANG: 'C', LC_ALL: '', TERM: 'xterm', NO_COLOR: '1' }
  const job = JSON.stringify({ argv, cwd: folder, env, columns, steps })
  const answer = execFileSync('python3', [here('support/in-pty.py'), job], { encoding: 'utf8', timeout: 170_000 })
  return JSON.parse(answer) as { readonly status: number; readonly output: string }
}

/** What a person sees in the end: text that was painted over or cleared is gone. */
const lastLines = (output: string) =>
  output
    .split('\n')
    .map((line) => line.split('\u001b[K').at(-1)?.replace(/\r/g, '') ?? '')
    .join('\n')

const unsure =
  '1. Which one floats?\nA. Cork\nB. Lead\n\nAnswer: A\n\n2. Which is a gas?\nA. Neon\nB. Salt\n\nAnswer: C\n'

/** So many questions that a build takes seconds and shows its progress. */
const long = Array.from(
  { length: 400 },
  (_, at) => `## ${at + 1}. What is the square of ${at}?\n\nIt is ${at * at}, for ${at} times ${at} is that.\n`,
).join('\n')

describe.skipIf(!canTest)('in a terminal', { timeout: 180_000 }, () => {
  test.each<[string, readonly Step[]]>([
    ['before an answer', [['q stop here', '\u0003']]],
    [
      'while something is typed',
      [
        ['q stop here', 't'],
        ['> ', 'B\u0003'],
      ],
    ],
  ])('Ctrl-C %s ends a review with 130 and leaves nothing', (_, steps) => {
    writeFileSync(join(folder, 'a.md'), unsure)
    expect(inTerminal(['review', 'a.md'], steps).status).toBe(130)
    expect(readdirSync(folder)).toEqual(['a.md'])
  })

  test('a review asks, shows the passage, and writes the answer', () => {
    writeFileSync(join(folder, 'a.md'), unsure)
    const { status, output } = inTerminal(
      ['review', 'a.md'],
      [
        ['q stop here', 't'],
        ['> ', 'B'],
        ['> B', '\r'],
      ],
    )
    expect(output).toContain('7 | 2. Which is a gas?')
    expect(status).toBe(0)
    expect(readFileSync(join(folder, 'a.cardpress.yml'), 'utf8')).toBe('corrections:\n  "2":\n    key: B\n')
  })

  test('Ctrl-C ends a build with 130 while it shows how far it is, and leaves nothing', () => {
    writeFileSync(join(folder, 'a.md'), long)
    const { status, output } = inTerminal(['build', 'a.md', '--no-lock'], [['░', '\u0003']])
    expect(output).toMatch(/█*░+ \d+\/400/)
    expect(status).toBe(130)
    // No half of a file, and no empty folder either.
    expect(readdirSync(folder)).toEqual(['a.md'])
  })

  test.each([100, 0])('the bar is gone when the receipt stands there, in a terminal of %d columns', (columns) => {
    writeFileSync(join(folder, 'a.md'), long)
    const { status, output } = inTerminal(['build', 'a.md', '--no-lock', '--only', 'anki,pdf'], [], columns)
    expect(status).toBe(0)
    expect(output).toContain('░')
    expect(lastLines(output)).not.toMatch(/[█░]/)
    expect(lastLines(output)).toMatch(/Found +400: 400 open/)
  })
})
