import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folders = [...readdirSync(join(root, 'packages')).map((name) => join('packages', name)), 'apps/cli']
const heavy = process.env.CARDPRESS_HEAVY !== undefined

interface Packed {
  readonly name: string
  readonly tarball: string
  readonly files: readonly string[]
}

test.each(folders)('%s has a README and the licence of the project', (folder) => {
  expect(readFileSync(join(root, folder, 'LICENSE'), 'utf8')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'))
  expect(readFileSync(join(root, folder, 'README.md'), 'utf8')).toMatch(/^# \S/)
})

// Packing, checking and installing everything takes minutes: .ci/run sets CARDPRESS_HEAVY.
describe.skipIf(!heavy)('packed', { timeout: 600_000 }, () => {
  let scratch: string
  const packed = new Map<string, Packed>()
  beforeAll(() => {
    scratch = mkdtempSync(join(tmpdir(), 'cardpress-pack-'))
    execFileSync('npx', ['turbo', 'run', 'build'], { cwd: root, stdio: 'ignore' })
    for (const folder of folders) {
      const json = execFileSync('npm', ['pack', '--json', '--pack-destination', scratch], {
        cwd: join(root, folder),
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      const parsed = JSON.parse(json) as PackResult[] | Record<string, PackResult>
      const result = Object.values(parsed)[0] as PackResult
      packed.set(folder, {
        name: result.name,
        tarball: join(scratch, result.filename),
        files: result.files.map(({ path }) => path),
      })
    }
  }, 600_000)
  afterAll(() => rmSync(scratch, { recursive: true, force: true }))

  const packedOf = (folder: string) => {
    const found = packed.get(folder)
    if (found === undefined) throw new Error(`${folder} was not packed`)
    return found
  }

  test.each(folders)(
    '%s holds its code, types, source maps, sources, licence and README, and nothing else',
    (folder) => {
      const { files } = packedOf(folder)
      const known = /^(?:(?:dist|src)\/.+|bin\/[\w-]+\.js|package\.json|README\.md|LICENSE|assets\/.+|fonts\/.+)$/
      expect(files.filter((file) => !known.test(file))).toEqual([])
      expect(files.filter((file) => /(?:^|\/)(?:test|node_modules|\.turbo)\/|\.tsbuildinfo$/.test(file))).toEqual([])
      for (const file of ['package.json', 'README.md', 'LICENSE']) expect(files).toContain(file)
      const code = files.filter((file) => /^dist\/.+\.js$/.test(file))
      expect(code.length).toBeGreaterThan(0)
      for (const file of code) {
        const stem = file.slice(0, -3)
        for (const beside of [`${stem}.js.map`, `${stem}.d.ts`, `${stem}.d.ts.map`]) expect(files).toContain(beside)
        expect(files).toContain(`${stem.replace(/^dist/, 'src')}.ts`)
      }
    },
  )

  test.each(folders)('publint has no objection to %s', async (folder) => {
    const { messages, pkg } = await publint({ pkgDir: join(root, folder), strict: true })
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([])
  })

  test.each(folders)('the types of %s resolve as its code does (attw)', (folder) => {
    // Its JSON lists what the profile forgives too; its exit status does not.
    const { status, stdout } = spawnSync('npx', ['attw', packedOf(folder).tarball, '--profile', 'esm-only'], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(status, stdout).toBe(0)
  })

  test('the tarballs, installed elsewhere, build an article with a picture and a formula', () => {
    const folder = install('all', folders)
    mkdirSync(join(folder, 'pictures'))
    writeFileSync(
      join(folder, 'pictures', 'dot.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><circle cx="10" cy="10" r="8"/></svg>\n',
    )
    writeFileSync(
      join(folder, 'circle.md'),
      [
        '## 1. What is the area of a circle?',
        '',
        'With the radius $r$ it is $$\\pi r^2$$, as the picture shows.',
        '',
        '![A dot](pictures/dot.svg)',
        '',
        '## 2. What is its circumference?',
        '',
        '$2 \\pi r$',
        '',
        '## 3. What is its diameter?',
        '',
        '$2 r$',
        '',
      ].join('\n'),
    )
    const bin = join(folder, 'node_modules/.bin/cardpress')
    execFileSync(bin, ['build', 'circle.md'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
    const made = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' })
    expect(made).toEqual(expect.arrayContaining(['circle.apkg', 'cheatsheet.pdf', 'json', 'bank.json']))
    const bank = JSON.parse(readFileSync(join(folder, 'dist/bank.json'), 'utf8'))
    expect(bank.questions).toHaveLength(3)
    expect(execFileSync(bin, ['--version'], { encoding: 'utf8' }).trim()).toBe('0.1.0')
  })

  test('who wants decks only installs neither fonts nor MathJax', () => {
    const folder = install('decks', ['packages/core', 'packages/math', 'packages/html', 'packages/anki'])
    for (const name of ['@mathjax', '@expo-google-fonts', 'pdfkit'])
      expect(existsSync(join(folder, 'node_modules', name)), name).toBe(false)
    writeFileSync(join(folder, 'try.mjs'), "import { emitAnki } from '@cardpress/anki'\nconsole.log(typeof emitAnki)\n")
    expect(execFileSync(process.execPath, ['try.mjs'], { cwd: folder, encoding: 'utf8' })).toBe('function\n')
  })

  /** Installs tarballs into an empty folder, as a person would; returns the folder. */
  function install(name: string, wanted: readonly string[]): string {
    const folder = join(scratch, name)
    mkdirSync(folder)
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
    const tarballs = wanted.map((one) => packedOf(one).tarball)
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...tarballs], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    return folder
  }
})

interface PackResult {
  readonly name: string
  readonly filename: string
  readonly files: readonly { readonly path: string }[]
}
