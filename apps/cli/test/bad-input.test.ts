import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { runIn } from './support/run-in.ts'

const good = `## 1. What is the area of a circle?

Pi times the square of its radius.

## 2. What is its circumference?

Twice pi times its radius.

## 3. What is its diameter?

Twice its radius.
`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cardpress-bad-'))
})

const write = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

/** Every file below a folder with its content, to see that nothing has changed. */
const snapshot = (at: string) =>
  Object.fromEntries(
    readdirSync(at, { recursive: true, withFileTypes: true, encoding: 'utf8' })
      .filter((entry) => entry.isFile())
      .map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name), 'latin1')]),
  )

/** Sentences that a person who reads Chinese would meet in English; what the article says, and other programs (in brackets), may be. */
const englishIn = (text: string) =>
  text
    .split('\n')
    .filter((line) => !/^ +\d* \|/.test(line))
    .flatMap(
      (line) => line.replace(/（[^）]*）|`[^`]*`|"[^"]*"/g, '').match(/\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b/gi) ?? [],
    )

interface Case {
  readonly name: string
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly args: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  readonly status: 1 | 2
  /** What the message must say: where, what, what to do. */
  readonly says: readonly (string | RegExp)[]
}

const cases: readonly Case[] = [
  {
    name: 'a bank that is cut off',
    files: { 'a.bank.json': '{"schemaVersion":"1.0","coll' },
    args: ['anki', 'a.bank.json', '--deck', 'A'],
    status: 2,
    says: ['a.bank.json', 'expected a bank in JSON, found text that is not JSON', 'build it again'],
  },
  {
    name: 'a bank of a later schema',
    files: { 'a.bank.json': '{"schemaVersion":"2.0"}' },
    args: ['anki', 'a.bank.json', '--deck', 'A'],
    status: 2,
    says: ['a.bank.json', 'schemaVersion: expected "1.x"', 'found "2.0"'],
  },
  {
    name: 'a bank that was edited by hand',
    files: { 'a.bank.json': '{"schemaVersion":"1.0","collection":"a","deck":7}' },
    args: ['anki', 'a.bank.json', '--deck', 'A'],
    status: 2,
    says: ['a.bank.json', 'deck: expected a string, found 7'],
  },
  {
    name: 'a file that is not there',
    args: ['build', 'none.md'],
    status: 2,
    says: ['none.md', 'no such file', 'check the path'],
  },
  {
    name: 'a folder without an article',
    files: { 'empty/notes.pdf': 'x' },
    args: ['build', 'empty'],
    status: 2,
    says: ['empty', 'no article in this folder', 'expected article.md'],
  },
  {
    name: 'a glob that matches nothing',
    args: ['build', 'notes/*.md'],
    status: 2,
    says: ['notes/*.md', 'no file matches'],
  },
  {
    name: 'a folder where one file is wanted',
    files: { 'two/a.md': good, 'two/b.md': good },
    args: ['parse', 'two'],
    status: 2,
    says: ['one article', '2'],
  },
  {
    name: 'two articles in one collection',
    files: { 'c/article.md': good, 'c/article.txt': good },
    args: ['build', 'c'],
    status: 2,
    says: ['c', 'more than one article', 'article.md, article.txt', 'keep one'],
  },
  {
    name: 'an empty file',
    files: { 'empty.md': '' },
    args: ['build', 'empty.md'],
    status: 1,
    says: ['empty.md', 'empty'],
  },
  {
    name: 'a file of white space',
    files: { 'blank.txt': ' \n\t\n' },
    args: ['build', 'blank.txt'],
    status: 1,
    says: ['blank.txt', 'empty'],
  },
  {
    name: 'a binary file',
    files: { 'photo.md': Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080600000000', 'hex') },
    args: ['build', 'photo.md'],
    status: 1,
    says: ['photo.md', /binary|not text/i],
  },
  {
    name: 'a text in no known encoding',
    files: { 'odd.txt': Buffer.from([0x31, 0x2e, 0xff, 0xfe, 0x81, 0xff, 0x0a, 0x41, 0xff, 0x80, 0xff]) },
    args: ['build', 'odd.txt'],
    status: 1,
    says: ['odd.txt', /encoding|binary/i],
  },
  {
    name: 'an encoding that the text is not in',
    files: { 'latin.txt': Buffer.from('1. Caf\u00e9?\nYes.\n2. The?\nNo.\n', 'latin1') },
    args: ['build', 'latin.txt', '--encoding', 'utf-8'],
    status: 1,
    says: ['latin.txt', 'utf-8'],
  },
  {
    name: 'an article without questions',
    files: { 'story.md': 'Once upon a time there was a card.\n\nIt was pressed.\n' },
    args: ['build', 'story.md'],
    status: 1,
    says: ['story.md', /no question/i],
  },
  {
    name: 'frontmatter that is no YAML',
    files: { 'front.md': `---\ntitle: [a\ntags: x: y\n---\n\n${good}` },
    args: ['build', 'front.md'],
    status: 1,
    says: ['front.md', /frontmatter|YAML/i],
  },
  {
    name: 'a picture that is not there, in a collection',
    files: { 'c/article.md': `${good}\n![A dot](assets/dot.png)\n` },
    args: ['build', 'c'],
    status: 1,
    says: ['dot.png', 'is not there'],
  },
  {
    name: 'a lock that does not fit, where CI is set',
    files: { 'c/article.md': good },
    args: ['build', 'c'],
    env: { CI: 'true' },
    status: 1,
    says: ['lock', 'cardpress lock'],
  },
  {
    name: 'a lock that is broken',
    files: { 'a.md': good, 'a.cardpress.lock.json': '{ "lockVersion": 1, ' },
    args: ['build', 'a.md'],
    status: 2,
    says: ['a.cardpress.lock.json', 'JSON'],
  },
  {
    name: 'an output folder that is a file',
    files: { 'a.md': good, out: '' },
    args: ['build', 'a.md', '--out', 'out', '--no-lock'],
    status: 2,
    says: ['out', 'is a file, not a folder', 'another output folder'],
  },
  {
    name: 'an output folder below a file',
    files: { 'a.md': good, out: '' },
    args: ['build', 'a.md', '--out', 'out/deep', '--no-lock'],
    status: 2,
    says: ['out', 'file, not a folder'],
  },
  {
    name: 'an output that is a folder',
    files: { 'a.md': good, 'dist/cheatsheet.pdf/x': '' },
    args: ['build', 'a.md', '--no-lock'],
    status: 2,
    says: ['cheatsheet.pdf', 'is a folder where a file is to be written'],
  },
  {
    name: 'an unknown option',
    files: { 'a.md': good },
    args: ['build', 'a.md', '--onyl', 'anki'],
    status: 2,
    says: ['--onyl', 'Did you mean --only?'],
  },
  {
    name: 'an unknown verb',
    args: ['biuld', 'a.md'],
    status: 2,
    says: ['biuld', 'Did you mean build?'],
  },
  {
    name: 'an unknown format',
    files: { 'a.md': good },
    args: ['build', 'a.md', '--only', 'anki,pfd'],
    status: 2,
    says: ['pfd', 'anki, pdf, json'],
  },
  {
    name: 'an option without its value',
    args: ['build', 'a.md', '--out'],
    status: 2,
    says: ['--out', 'needs a value'],
  },
  {
    name: 'a value that an option does not take',
    args: ['build', 'a.md', '--format', 'docx'],
    status: 2,
    says: ['--format', "'docx'", 'choose of markdown', 'cardpress build --help'],
  },
  { name: 'help for no command', args: ['help', 'biuld'], status: 2, says: ["unknown command 'biuld'"] },
  {
    name: 'settings that are no YAML',
    files: { 'a.md': good, 'a.cardpress.yml': 'title: Circles\nquestions: [1\n' },
    args: ['build', 'a.md'],
    status: 1,
    // Told under its own name, with its own line.
    says: [/^a\.cardpress\.yml\n {2}\d+:\d+ .*YAML/m],
  },
  {
    name: 'a setting that is misspelt',
    files: { 'a.md': good, 'a.cardpress.yml': 'qestions: "1."\n' },
    args: ['check', 'a.md'],
    status: 1,
    says: ['“qestions”', 'did you mean “questions”?', /^ {4}1 \| qestions: "1\."\n {6}\| \^$/m],
  },
  {
    name: 'a condition that is none',
    files: { 'a.md': good },
    args: ['build', 'a.md', '--where', 'tags'],
    status: 2,
    says: ['"tags" is no condition', 'FIELD=VALUE'],
  },
  {
    name: 'a bank that is none',
    files: { 'a.json': '{ "schemaVersion": "2.0" }' },
    args: ['anki', 'a.json', '--deck', 'A'],
    status: 2,
    says: [/^cardpress: a\.json: /, 'schemaVersion: expected "1.x"'],
  },
  {
    name: 'a deck that is none',
    files: { 'a.md': good, 'old.apkg': 'PK' },
    args: ['lock', 'a.md', '--adopt', 'old.apkg'],
    status: 2,
    says: ['old.apkg', 'no Anki deck'],
  },
  { name: 'a verb without its argument', args: ['parse'], status: 2, says: ['article', 'missing'] },
  { name: 'nothing to build', args: ['build'], status: 2, says: ['name an article'] },
]

describe('is answered by one readable message, and nothing is touched:', () => {
  test.each(cases)('$name', async ({ files = {}, args, env, status, says }) => {
    for (const [path, content] of Object.entries(files)) write(path, content)
    // Outputs of an earlier build, where builds of these inputs would go.
    for (const out of ['dist', 'c/dist'])
      if (out === 'dist' || files['c/article.md'] !== undefined)
        for (const name of ['bank.json', 'a.apkg']) write(`${out}/${name}`, 'earlier')
    const before = snapshot(folder)
    const outcome = await runIn(folder, args, env === undefined ? {} : { env })
    for (const words of says) expect(outcome.stderr).toMatch(words)
    expect(outcome.status).toBe(status)
    expect(outcome.stdout).toBe('')
    expect(outcome.stderr).not.toMatch(/^\s+at |node:internal|this is a bug/m)
    expect(snapshot(folder)).toEqual(before)

    const chinese = await runIn(folder, args, { env: { ...env, LANG: 'zh_CN.UTF-8' } })
    expect([chinese.status, chinese.stdout]).toEqual([status, ''])
    expect(chinese.stderr).toMatch(/\p{Script=Han}/u)
    expect(englishIn(chinese.stderr)).toEqual([])
    expect(snapshot(folder)).toEqual(before)
  })

  test('a folder that may not be written', async ({ skip }) => {
    if (process.getuid?.() === 0)
      skip('permissions do not bind root; the torture of the writer shows it as another user')
    write('a.md', good)
    write('dist/a.apkg', 'earlier')
    chmodSync(join(folder, 'dist'), 0o555)
    const before = snapshot(folder)
    const outcome = await runIn(folder, ['build', 'a.md', '--no-lock'])
    expect(outcome).toMatchObject({ status: 2, stdout: '' })
    expect(outcome.stderr).toMatch(/dist.*permission denied; choose another folder or change its permissions/)
    expect(snapshot(folder)).toEqual(before)
  })

  test('one broken article of several does not stop the others, and the status tells', async () => {
    write('a.md', good)
    write('b.md', '')
    write('c.md', good)
    const { status, stderr } = await runIn(folder, ['build', 'a.md', 'b.md', 'c.md', '--only', 'json', '--no-lock'])
    expect(status).toBe(1)
    expect(stderr).toMatch(/b\.md[\s\S]*empty/)
    expect(readdirSync(join(folder, 'dist')).sort()).toEqual(['a', 'c'])
  })
})
