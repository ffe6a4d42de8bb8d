import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { check } from 'recheck'
import { expect, test } from 'vitest'
import { answerPatterns } from '../../src/recognise/marks/answer-mark.ts'

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
      for (at++; code[at] !== here; at++) if (code[at] === '\\') at++
      before = 'x'
    } else if (here === '/' && '=(,:[!&|?{};>'.includes(before)) {
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
]

test('the sources have regular expressions, none of them with the v flag that Node 20 reads and recheck does not', () => {
  expect(found.length).toBeGreaterThan(100)
  expect(found.filter(({ flags }) => flags.includes('v'))).toEqual([])
})

/** Work per position is bounded where nothing repeats without bound, however recheck counts it. */
const repeats = /(?<!\\)(?:[*+]|\{\d+,\})(?![^[\]]{0,200}\])/

const heavy = process.env.CARDPRESS_HEAVY !== undefined
if (!heavy)
  console.log('regexes.test.ts: recheck takes a minute or two; it runs where CARDPRESS_HEAVY is set, as in .ci/run')

test.skipIf(!heavy)('every regular expression of the sources is linear', { timeout: 600_000 }, async () => {
  const unsafe: string[] = []
  const waiting = [...found]
  const work = async (): Promise<void> => {
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      const result = await check(one.source, one.flags, { timeout: 60_000, randomSeed: 1 })
      if (result.status === 'safe') continue
      if (result.status === 'vulnerable' && result.complexity.type === 'polynomial' && !repeats.test(one.source))
        continue
      // What cannot be told is not good enough.
      unsafe.push(`${result.status}: ${one.file}: /${one.source}/${one.flags}`)
    }
  }
  await Promise.all([work(), work(), work()])
  expect(unsafe).toEqual([])
})
