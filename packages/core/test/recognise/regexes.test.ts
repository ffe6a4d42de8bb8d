import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type State, toMarkdown } from 'mdast-util-to-markdown'
import { check } from 'recheck'
import { expect, test } from 'vitest'
import { markdownOptions } from '../../src/markdown-options.ts'
import { answerPatterns } from '../../src/recognise/marks/answer-mark.ts'
import { anyOf } from '../../src/skip-safe-text.ts'

/** Articles come from anywhere: a regular expression that is not linear lets one of them stop the reader. */
const sources = fileURLToPath(new URL('../../src/', import.meta.url))

interface Found {
  readonly file: string
  readonly source: string
  readonly flags: string
}

/** The regular expressions of a TypeScript file. Strings, templates and comments are stepped over. */
function literals(file: string, code: string): Found[] {
  const found: Found[] = []
  let before = ''
  for (let at = 0; at < code.length; at++) {
    const here = code[at] as string
    if (here === '/' && code[at + 1] === '/') at = code.indexOf('\n', at)
    else if (here === '/' && code[at + 1] === '*') at = code.indexOf('*/', at) + 1
    else if (here === "'" || here === '"' || here === '`') {
      const from = at
      for (at++; code[at] !== here; at++) {
        // A scanner that lost its way must not run for ever.
        if (at >= code.length) throw new Error(`${file}: the string at ${from} does not end`)
        if (code[at] === '\\') at++
      }
      before = 'x'
    } else if (
      here === '/' &&
      ('=(,:[!&|?{};>'.includes(before) || /\breturn\s{1,4}$/.test(code.slice(0, at).slice(-12)))
    ) {
      let inClass = false
      let end = at + 1
      for (; inClass || code[end] !== '/'; end++) {
        if (code[end] === '\\') end++
        else if (code[end] === '[') inClass = true
        else if (code[end] === ']') inClass = false
      }
      const [flags = ''] = /^[a-z]{0,8}/.exec(code.slice(end + 1)) ?? []
      found.push({ file, source: code.slice(at + 1, end), flags })
      at = end + flags.length
      before = 'x'
    } else if (!/\s/.test(here)) before = here
  }
  return found
}

const found = [
  ...readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => literals(file, readFileSync(sources + file, 'utf8'))),
  ...answerPatterns.map(({ role, pattern }) => ({
    file: `answer-mark.ts, ${role}`,
    source: pattern.source,
    flags: pattern.flags,
  })),
  ...serializers().map(({ source, flags }) => ({ file: 'skip-safe-text.ts', source, flags })),
]

/** The expressions that are made while Markdown is written: of each mark that may need a backslash, and of all of them. */
function serializers(): RegExp[] {
  let unsafe: State['unsafe'] = []
  const text = (_: unknown, __: unknown, state: State): string => {
    unsafe = state.unsafe
    return ''
  }
  const handlers = { ...markdownOptions.handlers, text }
  toMarkdown({ type: 'root', children: [{ type: 'text', value: 'a' }] }, { ...markdownOptions, handlers })
  return [...unsafe.map((pattern) => anyOf([pattern])), anyOf(unsafe)]
}

test('the sources have regular expressions, none of them with the v flag that Node 20 reads and recheck does not', () => {
  expect(found.length).toBeGreaterThan(100)
  expect(found.filter(({ flags }) => flags.includes('v'))).toEqual([])
})

/** Work per position is bounded where nothing repeats without bound, however recheck counts it. */
const repeats = /(?<!\\)(?:[*+]|\{\d+,\})(?![^[\]]{0,200}\])/

const heavy = process.env.CARDPRESS_HEAVY !== undefined
if (!heavy)
  console.log('regexes.test.ts: recheck takes a minute or two; it runs where CARDPRESS_HEAVY is set, as in .ci/run')

test('the expressions that are made at run time are among them', () => {
  expect(found.filter(({ file }) => file === 'skip-safe-text.ts').length).toBeGreaterThan(50)
})

/** Milliseconds: recheck's time is the clock's, so that a busy machine makes it give up; then it is asked again, alone. */
const patience = [60_000, 600_000]

test.skipIf(!heavy)('every regular expression of the sources is linear', { timeout: 3_600_000 }, async () => {
  const unsafe: string[] = []
  const given = { up: [] as Found[] }
  const work = async (waiting: Found[], timeout: number): Promise<void> => {
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      const result = await check(one.source, one.flags, { timeout, randomSeed: 1 })
      if (result.status === 'safe') continue
      if (result.status === 'vulnerable' && result.complexity.type === 'polynomial' && !repeats.test(one.source))
        continue
      if (result.status === 'unknown' && result.error.kind === 'timeout') given.up.push(one)
      // What cannot be told is not good enough.
      else unsafe.push(`${result.status}: ${one.file}: /${one.source}/${one.flags}`)
    }
  }
  const waiting = [...found]
  await Promise.all([1, 2, 3].map(() => work(waiting, patience[0] as number)))
  const again = given.up
  given.up = []
  await work(again, patience[1] as number)
  unsafe.push(...given.up.map(({ file, source, flags }) => `unknown: ${file}: /${source}/${flags}`))
  expect(unsafe).toEqual([])
})
