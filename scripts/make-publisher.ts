// Makes the collections of a publisher: many articles of 30 questions, the same ones for the same seed.
//
//   npx tsx scripts/make-publisher.ts FOLDER [--collections 200] [--questions 30] [--seed 1]
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

/** What to make. */
export interface PublisherOptions {
  /** Default 200. */
  readonly collections?: number
  /** Of each collection. Default 30. */
  readonly questions?: number
  /** Default 1. */
  readonly seed?: number
}

/**
 * Writes collections into a folder (a checkout's `content/`): `publisher-001/` with a package.json and an article each.
 *
 * @returns the names of their folders
 */
export function makePublisher(folder: string, options: PublisherOptions = {}): readonly string[] {
  const { collections = 200, questions = 30, seed = 1 } = options
  const names = Array.from({ length: collections }, (_, index) => `publisher-${String(index + 1).padStart(3, '0')}`)
  for (const [index, name] of names.entries()) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'package.json'), `${JSON.stringify(manifest(name), null, 2)}\n`)
    writeFileSync(join(folder, name, 'article.md'), article(index, questions, random(seed * 1000 + index)))
  }
  return names
}

function manifest(name: string): object {
  return {
    name: `@cardpress-content/${name}`,
    version: '0.1.0',
    private: true,
    type: 'module',
    scripts: {
      lock: 'cardpress-lock',
      parse: 'cardpress-parse',
      anki: 'cardpress-anki dist/bank.json --out dist',
      pdf: 'cardpress-pdf dist/bank.json --out dist',
      json: 'cardpress-json dist/bank.json --out dist/json',
      site: 'cardpress-site dist --out dist/site',
    },
  }
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
}

const nouns =
  'kernel gradient layer tensor cache queue index token schema lock thread socket stack heap graph cluster proxy buffer page branch'.split(
    ' ',
  )
const verbs = 'merges splits copies stores drops delays repeats orders shares limits checks moves'.split(' ')
const qualities = 'shared empty local remote sorted cached frozen sparse dense stable nested partial'.split(' ')

function article(index: number, count: number, next: () => number): string {
  const pick = (words: readonly string[]) => words[Math.floor(next() * words.length)] as string
  const sentence = () => `A ${pick(qualities)} ${pick(nouns)} ${pick(verbs)} the ${pick(qualities)} ${pick(nouns)}.`
  const paragraph = () => Array.from({ length: 2 + Math.floor(next() * 4) }, sentence).join(' ')
  const parts = [`# ${pick(qualities)} ${pick(nouns)} handbook, part ${index + 1}`]
  for (let number = 1; number <= count; number++) {
    const [quality, noun, verb, other] = [pick(qualities), pick(nouns), pick(verbs), pick(nouns)]
    parts.push(`## ${number}. When is it that a ${quality} ${noun} ${verb} the ${other} of part ${index + 1}?`)
    if (number % 5 === 0) {
      parts.push(['A', 'B', 'C', 'D'].map((label) => `- ${label}. ${sentence()}`).join('\n'))
      parts.push(`Answer: ${pick(['A', 'B', 'C', 'D'])}`)
    } else {
      parts.push(paragraph())
      if (number % 3 === 0) parts.push(`$$\nf(x) = \\sum_{i=1}^{${number}} \\frac{x^i}{i!}\n$$`)
      if (number % 7 === 0) parts.push(`\`\`\`python\ndef ${noun}_${number}(x):\n    return x * ${number}\n\`\`\``)
    }
  }
  return `${parts.join('\n\n')}\n`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { collections: { type: 'string' }, questions: { type: 'string' }, seed: { type: 'string' } },
  })
  const [folder] = positionals
  if (folder === undefined)
    throw new Error('usage: make-publisher.ts FOLDER [--collections N] [--questions N] [--seed N]')
  const numbers = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]))
  process.stdout.write(`${makePublisher(folder, numbers).length} collections\n`)
}
