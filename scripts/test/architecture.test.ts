import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Who may import whom. A new output family is one line: core and html (or math) to its right, cli to its left. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  math: ['core'],
  html: ['core', 'math'],
  anki: ['core', 'math', 'html'],
  json: ['core', 'math', 'html'],
  lms: ['core', 'math', 'html'],
  pdf: ['core', 'math'],
}

const sources = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file))

/** What a file imports or re-exports, statically or lazily. */
const imports = (text: string) =>
  [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')

const packages = readdirSync(join(root, 'packages'))

test('every package has its line in the table of who may import whom', () => {
  expect(packages.filter((name) => allowed[name] === undefined)).toEqual([])
})

test.each(packages)('packages/%s imports only what stands below it', (name) => {
  const folder = join(root, 'packages', name)
  const wrong: string[] = []
  let seen = 0
  for (const file of sources(join(folder, 'src')))
    for (const specifier of imports(readFileSync(file, 'utf8'))) {
      seen++
      const other = /^@cardpress\/([^/]+)/.exec(specifier)?.[1] ?? (specifier === 'cardpress' ? 'cli' : undefined)
      const outside = specifier.startsWith('.') && relative(folder, resolve(file, '..', specifier)).startsWith('..')
      if (outside || (other !== undefined && other !== name && !allowed[name]?.includes(other)))
        wrong.push(`${relative(root, file)} imports ${specifier}`)
    }
  expect(wrong).toEqual([])
  // A package whose imports were not seen at all would pass for the wrong reason.
  expect(seen).toBeGreaterThan(0)
})

test.each(packages)('packages/%s declares exactly the workspaces that it imports', (name) => {
  const folder = join(root, 'packages', name)
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>
  }
  const declared = Object.keys(manifest.dependencies ?? {}).filter((key) => key.startsWith('@cardpress/'))
  const used = new Set(
    sources(join(folder, 'src'))
      .flatMap((file) => imports(readFileSync(file, 'utf8')))
      .map((specifier) => /^@cardpress\/[^/]+/.exec(specifier)?.[0])
      .filter((specifier) => specifier !== undefined),
  )
  expect(declared.sort()).toEqual([...used].sort())
})
