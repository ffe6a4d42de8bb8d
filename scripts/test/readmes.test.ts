import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runIn } from '../../apps/cli/test/support/run-in.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const pages = [
  'README.md',
  'apps/cli/README.md',
  ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/README.md`),
]

/** An example of a README: a page may show several. */
interface Example {
  readonly page: string
  readonly name: string
  readonly code: string
}

const examples = pages.flatMap((page): Example[] =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code = ''], at) => ({
    page,
    name: `${page.replace(/\W+/g, '-')}-${at + 1}`,
    code,
  })),
)

/** What an example takes for granted: a bank, its pictures, and something to write to. */
const given = `
import type { Assets, QuestionBank } from '@cardpress/core'
declare global {
  const bank: QuestionBank
  const assets: Assets
  function write(path: string, bytes: Uint8Array): void
}
`

/** `expression // 'value'`: what an example says that an expression gives, where it is a literal. */
const claims = (code: string) =>
  [...code.matchAll(/^(?!\s*(?:import|const|for|await|\/\/))(.+?) \/\/ (['[{].*)$/gm)].flatMap(
    ([, expression = '', value = '']) => (/…|, spans|paths/.test(value) ? [] : [{ expression, value }]),
  )

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cardpress-readmes-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(
    join(folder, 'notes.md'),
    '## 1. Why is $x^2$ not negative?\n\nIt is a square.\n\n## 2. How?\n\nThus.\n',
  )
  const { status } = await runIn(folder, ['build', 'notes.md', '--only', 'json', '--no-lock'])
  expect(status).toBe(0)
  for (const { name, code } of examples) {
    // Several examples of a page import the same names, so that each is a module of its own.
    const checks = claims(code).map(
      ({ expression, value }) => `  [${JSON.stringify(expression)}, ${expression}, ${value}],`,
    )
    const body = `${code}\nexport const claimed: [string, unknown, unknown][] = [\n${checks.join('\n')}\n]\n`
    writeFileSync(join(folder, `${name}.ts`), body)
  }
  writeFileSync(join(folder, 'given.d.ts'), given)
  const options = { types: ['node'], typeRoots: [join(root, 'node_modules/@types')], noEmit: true, rootDir: '/' }
  const source = { customConditions: ['@cardpress/source'], allowImportingTsExtensions: true }
  const tsconfig = { extends: join(root, 'tsconfig.base.json'), include: ['*.ts'] }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      ...tsconfig,
      compilerOptions: { ...options, ...source, declaration: false, declarationMap: false },
    }),
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('every README with code has examples that are found', () => {
  expect(examples.length).toBeGreaterThanOrEqual(8)
  expect(examples.flatMap(({ code }) => claims(code)).length).toBeGreaterThanOrEqual(4)
})

test('the types of every example fit', { timeout: 180_000 }, () => {
  let found = ''
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc')], { cwd: folder, encoding: 'utf8' })
  } catch (error) {
    found = (error as { stdout: string }).stdout
  }
  // The sources themselves are checked by `npm run types`, with declarations of their own.
  expect(found.split('\n').filter((line) => /^[\w-]+\.ts\(/.test(line))).toEqual([])
})

describe('every example runs, and gives what it says', () => {
  test.each(examples)('$name', { timeout: 120_000 }, ({ name }) => {
    const script = join(folder, `run-${name}.mjs`)
    writeFileSync(script, runner(name))
    const stdout = execFileSync(process.execPath, ['--import', 'tsx', '--conditions=@cardpress/source', script], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    })
    const { bytes, claimed } = JSON.parse(readFileSync(join(folder, 'answer.json'), 'utf8')) as Answer
    // What an example shows of an object is what matters in it.
    for (const [expression, value, expected] of claimed)
      if (typeof expected === 'object') expect(value, expression).toMatchObject(expected as object)
      else expect(value, expression).toEqual(expected)
    if (name.includes('-pdf-')) expect(bytes).toBeGreaterThan(5000)
    if (name.includes('-lms-')) expect(stdout).toContain('questions.gift')
    if (name.includes('-json-')) expect(stdout).toContain('v1/questions.json')
    if (name.includes('-anki-')) expect(readdirSync(folder).some((file) => file.endsWith('.apkg'))).toBe(true)
  })
})

/** What an example did: how much it wrote, and what its expressions gave beside what it says. */
interface Answer {
  readonly bytes: number
  readonly claimed: readonly (readonly [expression: string, value: unknown, expected: unknown])[]
}

const runner = (name: string) => `
import { writeFileSync } from 'node:fs'
import { folderAssets, readBankFile } from '@cardpress/core/disk'

globalThis.bank = await readBankFile('dist/bank.json')
globalThis.assets = folderAssets('dist')
let bytes = 0
globalThis.write = (path, chunk) => {
  bytes += chunk.length
}
const { claimed } = await import('./${name}.ts')
writeFileSync('answer.json', JSON.stringify({ bytes, claimed }))
`
