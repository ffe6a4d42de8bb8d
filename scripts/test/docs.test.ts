import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createEnvironment } from '../../apps/cli/src/environment.ts'
import { createProgram } from '../../apps/cli/src/program.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const markdownIn = (folder: string) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => name.endsWith('.md'))
        .map((name) => join(folder, name))
    : []
const pages = [
  ...markdownIn('.'),
  ...markdownIn('docs'),
  ...readdirSync(join(root, 'packages')).flatMap((name) => markdownIn(`packages/${name}`)),
  ...markdownIn('apps/cli'),
]

/** The id that GitHub gives a heading. */
const slug = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')

const withoutCode = (text: string) => text.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '')

const anchorsOf = (file: string) =>
  new Set(
    [
      ...readFileSync(file, 'utf8')
        .replace(/^(`{3,})[\s\S]*?^\1/gm, '')
        .matchAll(/^#{1,6}\s+(.+)$/gm),
    ].map((match) => slug((match[1] ?? '').replaceAll('`', ''))),
  )

describe('links', () => {
  test.each(pages)('every link of %s leads somewhere', (page) => {
    const text = withoutCode(readFileSync(join(root, page), 'utf8'))
    const broken: string[] = []
    for (const [, url = ''] of text.matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)) {
      if (/^(?:https?|mailto):/.test(url)) continue
      const [path = '', anchor] = url.split('#')
      const target = path === '' ? join(root, page) : resolve(root, dirname(page), decodeURI(path))
      const inside = !relative(root, target).startsWith('..')
      if (!inside || !existsSync(target)) broken.push(url)
      else if (anchor !== undefined && statSync(target).isFile() && !anchorsOf(target).has(anchor)) broken.push(url)
    }
    expect(broken).toEqual([])
  })
})

describe('commands', () => {
  const scriptsOf = (folder: string) =>
    JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).scripts as Record<string, string>
  const scripts = scriptsOf('.')
  const program = createProgram(createEnvironment(process, ['--lang=en']), () => undefined)
  const bins = new Set(
    [...readdirSync(join(root, 'packages')).map((name) => join('packages', name)), 'apps/cli'].flatMap((folder) =>
      Object.keys(JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).bin ?? {}),
    ),
  )

  /** Lines and spans of code that may hold a command. */
  const codeOf = (page: string) => {
    const text = readFileSync(join(root, page), 'utf8')
    return [
      ...[...text.matchAll(/^(`{3,})[^\n]*\n([\s\S]*?)^\1/gm)].flatMap((match) => (match[2] ?? '').split('\n')),
      ...[...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? ''),
    ].flatMap((line) => line.split(/\s*(?:&&|\||;)\s*/))
  }

  test.each(pages)('every npm script and every bin that %s names exists', (page) => {
    const missing: string[] = []
    for (const code of codeOf(page)) {
      const script = /^(?:\$ )?npm (?:run ([\w:-]+)|(test))\b/.exec(code)
      const workspace = / -w @cardpress\/([a-z]+)/.exec(code)?.[1]
      const known = workspace === undefined ? scripts : scriptsOf(`packages/${workspace}`)
      if (script !== null && known[script[1] ?? script[2] ?? ''] === undefined) missing.push(code)
      const bin = /^(?:\$ )?(?:npx )?(cardpress-[a-z]+)(?: |$)/.exec(code)
      if (bin !== null && !bins.has(bin[1] ?? '')) missing.push(code)
    }
    expect(missing).toEqual([])
  })

  // The recorded session shows a mistake; a script keeps it true.
  const written = pages.filter((page) => page !== 'docs/session.md')

  test.each(written)('every `cardpress` command of %s is one that the program takes', (page) => {
    const wrong: string[] = []
    for (const code of codeOf(page)) {
      const words = /^(?:\$ )?(?:npx )?cardpress (\S.*)$/.exec(code)?.[1]?.split(/\s+/)
      if (words === undefined) continue
      const [verb = '', ...rest] = words
      const known = ['-h', '--help', ...program.options.flatMap(({ short, long }) => [short, long])]
      const command = program.commands.find((one) => one.name() === verb)
      if (command === undefined && !known.includes(verb) && verb !== 'help') wrong.push(code)
      const options = [...known, ...(command?.options.flatMap(({ short, long }) => [short, long]) ?? [])]
      for (const word of rest)
        if (/^--?[a-z]/i.test(word) && !options.includes(word.split('=')[0] ?? '')) wrong.push(`${code}: ${word}`)
    }
    expect(wrong).toEqual([])
  })
})

describe('diffs', () => {
  /** The lines that the page says were added, by their file, without indentation. */
  const added = (page: string) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/^```diff\n([\s\S]*?)^```/gm)].flatMap(([, diff = '']) =>
      diff.split(/^--- .*\n/m).flatMap((part) => {
        const file = /^\+\+\+ b\/(.*)$/m.exec(part)?.[1] ?? ''
        const lines = [...part.matchAll(/^\+(?!\+)\s*(\S.*)$/gm)].map((match) => match[1] ?? '')
        return existsSync(join(root, file)) ? lines.map((line) => [file, line] as const) : []
      }),
    )

  test('docs/adding-an-emitter.md shows what really was added', () => {
    const lines = added('docs/adding-an-emitter.md')
    expect(lines.length).toBeGreaterThan(10)
    const missing = lines.filter(([file, line]) => {
      const there = readFileSync(join(root, file), 'utf8').split('\n')
      return !there.some((one) => one.trim().replace(/,$/, '') === line.replace(/,$/, ''))
    })
    expect(missing).toEqual([])
  })
})

describe('what installing costs', () => {
  test('every workspace that is published has its row, and every large dependency its reason', () => {
    const page = readFileSync(join(root, 'docs/size.md'), 'utf8')
    for (const folder of [...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`), 'apps/cli'])
      expect(page).toContain(`| ${JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).name} |`)
    expect(page).not.toContain('no reason given')
  })
})

describe('the recorded session', () => {
  test('is what the command says today', { timeout: 120_000 }, () => {
    const recorded = () =>
      execFileSync('npm', ['run', '--silent', 'session', '--', '--check'], {
        cwd: root,
        stdio: 'pipe',
        encoding: 'utf8',
      })
    expect(recorded()).toBe('')
  })
})
