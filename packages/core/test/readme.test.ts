import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as core from '@cardpress/core'
import { expect, test } from 'vitest'

const readme = await readFile(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8')
const examples = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code)

/** Runs an example of the README with what it imports, and returns what it printed and what its `names` hold in the end. */
async function run(code: string, names: readonly string[], consoleLike: object): Promise<readonly unknown[]> {
  const body = code.replace(/^import .*$/gm, '').replace(/(\w)!([).,])/g, '$1$2')
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor
  const work = new AsyncFunction('core', 'readFile', 'console', `with (core) { ${body}\nreturn [${names.join(', ')}] }`)
  return work(core, readFile, consoleLike)
}

test('the first example prints the questions of an article', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cardpress-readme-'))
  const printed: unknown[][] = []
  try {
    await writeFile(join(folder, 'notes.md'), '## 1. Why?\n\nSo.\n\n## 2. How?\n\nThus.\n\n## 3. When?\n\nNow.\n')
    const code = (examples[0] ?? '').replaceAll("'notes.md'", JSON.stringify(join(folder, 'notes.md')))
    await run(code, [], {
      log: (...parts: unknown[]) => printed.push(parts),
      error: (text: string) => printed.push([text]),
    })
  } finally {
    await rm(folder, { recursive: true })
  }
  expect(printed.map(([, kind, title]) => [kind, title])).toEqual([
    ['open', 'Why?'],
    ['open', 'How?'],
    ['open', 'When?'],
  ])
})

test('the second example shows one question changed and one unchanged', async () => {
  const [before, after] = (await run(examples[1] ?? '', ['before', 'after'], console)) as core.ParsedBank[]
  expect(after?.lockReport).toMatchObject({
    added: [],
    changed: [before?.bank?.questions[0]?.id],
    unchanged: [before?.bank?.questions[1]?.id],
    retired: [],
  })
})

test('every function that the README names is there', () => {
  const named = [
    ...readme.matchAll(
      /`(parseBank|readBank|to\w+|updateLock|readLock|writeLock|adoptLock|note\w+|stableId|newCollectionId|decode|readArticle|recognise|remarkQuestions|account)\b/g,
    ),
  ]
  expect(named.length).toBeGreaterThan(15)
  for (const [, name = ''] of named) expect(core).toHaveProperty(name)
})

test('the public names are these', () => {
  expect(Object.keys(core).sort()).toMatchSnapshot()
})
