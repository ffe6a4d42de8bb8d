import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readDeck } from '@cardpress/anki'
import { beforeEach, describe, expect, test } from 'vitest'
import { runIn } from './support/run-in.ts'

const article = `---
tags: [exam]
---

# Birds

## Small birds

### 1. Which bird sings from the top of the hedge?

The wren.

### 2. Which of these stay all year?

- A. Wren
- B. Swallow

Answer: A

## Large birds

### 3. Why do herons stand still?

They wait for fish.
`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cardpress-anki-'))
  writeFileSync(join(folder, 'birds.md'), article)
})

const numbersIn = async (path: string) => {
  const { notes } = await readDeck(readFileSync(join(folder, path)))
  return notes.map(({ prompt }) => prompt.split(' ').slice(0, 2).join(' '))
}

describe('cardpress anki', () => {
  test.each([
    ['number=1', ['Which bird']],
    ['number=2-3', ['Which of', 'Why do']],
    ['kind=single-choice', ['Which of']],
    ['section=Large birds', ['Why do']],
    ['tag=exam', ['Which bird', 'Which of', 'Why do']],
  ])('takes the questions that --where %s names', async (where, expected) => {
    await runIn(folder, ['build', 'birds.md', '--only', 'json'])
    const { status } = await runIn(folder, ['anki', 'dist/bank.json', '--deck', 'Interview', '--where', where])
    expect(status).toBe(0)
    expect(await numbersIn('dist/Interview.apkg')).toEqual(expected)
  })

  test('says what is wrong with a condition', async () => {
    await runIn(folder, ['build', 'birds.md', '--only', 'json'])
    const { status, stderr } = await runIn(folder, ['anki', 'dist/bank.json', '--deck', 'X', '--where', 'colour=red'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/--where.*colour/)
    expect(stderr).not.toMatch(/ at /)
    expect(readdirSync(join(folder, 'dist'))).not.toContain('X.apkg')
  })

  test('refuses one collection twice, and writes nothing', async () => {
    await runIn(folder, ['build', 'birds.md', '--only', 'json'])
    const banks = ['dist/bank.json', 'dist/bank.json']
    const { status, stderr } = await runIn(folder, ['anki', ...banks, '--deck', 'X', '--out', 'decks'])
    expect(status).toBe(1)
    expect(stderr).toMatch(/anki-duplicate-id/)
    expect(existsSync(join(folder, 'decks/X.apkg'))).toBe(false)
  })
})

describe('the receipt of a deck', () => {
  test('names an answer that is too long for a card, with its line', async () => {
    writeFileSync(join(folder, 'birds.md'), article.replace('They wait for fish.', 'They wait for fish. '.repeat(200)))
    const { status, stderr } = await runIn(folder, ['build', 'birds.md', '--only', 'anki'])
    expect(status).toBe(0)
    expect(stderr).toMatch(/^Notes +22:1 .*3999 letters.*\(question 3: Why do herons/m)
    expect(readdirSync(join(folder, 'dist'))).toContain('birds.apkg')
  })

  test('says which deck to rename in Anki when a section has another name, once', async () => {
    await runIn(folder, ['build', 'birds.md', '--only', 'anki'])
    writeFileSync(join(folder, 'birds.md'), article.replace('## Small birds', '## Songbirds'))
    const { stderr } = await runIn(folder, ['build', 'birds.md', '--only', 'anki'])
    expect(stderr).toMatch(/Birds::Small birds.*Birds::Songbirds/)
    const again = await runIn(folder, ['build', 'birds.md', '--only', 'anki'])
    expect(again.stderr).not.toMatch(/Small birds/)
    const chinese = await runIn(folder, ['build', 'birds.md', '--only', 'anki', '--lang', 'zh'])
    expect(chinese.status).toBe(0)
  })
})

describe('bad pictures', () => {
  const collection = async (picture: string) => {
    mkdirSync(join(folder, 'cards'), { recursive: true })
    writeFileSync(join(folder, 'outside.png'), 'not ours')
    writeFileSync(
      join(folder, 'cards/article.md'),
      `# Cards\n\n## 1. What is this?\n\n![A bird](${picture})\n\nA bird.\n\n## 2. And that?\n\nA nest.\n`,
    )
    return runIn(folder, ['build', 'cards', '--only', 'anki'])
  }

  test.each(['../outside.png', 'assets/gone.png'])(
    'fail the build of a collection at their line: %s',
    async (picture) => {
      const { status, stderr } = await collection(picture)
      expect(status).toBe(1)
      expect(stderr).toMatch(/article\.md/)
      expect(stderr).toMatch(/^ +5:11 +error /m)
      expect(stderr).toContain(picture)
      expect(existsSync(join(folder, 'cards/dist'))).toBe(false)
    },
  )
})

test('cardpress preview writes one page with every card, and leaves the lock alone', async () => {
  const { status, stderr } = await runIn(folder, ['preview', 'birds.md'])
  expect(status).toBe(0)
  expect(stderr).toContain('dist/preview.html')
  const page = readFileSync(join(folder, 'dist/preview.html'), 'utf8')
  const { cards } = JSON.parse(/<script type="application\/json" id="cards">(.*?)<\/script>/s.exec(page)?.[1] ?? '')
  expect(cards.map(({ name }: { name: string }) => name.slice(0, 1))).toEqual(['1', '2', '3'])
  expect(readdirSync(folder).filter((name) => name.includes('lock'))).toEqual([])
})
