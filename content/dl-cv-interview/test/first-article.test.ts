import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { articles, printedQuestions } from './article.ts'

const folder = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url))
const there = existsSync(`${folder}first-article.expected.json`)

interface Expected {
  readonly questions: readonly {
    readonly number: number
    readonly kind: string
    readonly answer_letters: readonly string[]
  }[]
}

describe.skipIf(!there)('beside the first article (skipped where ../shared is absent)', () => {
  const expected = there
    ? (JSON.parse(readFileSync(`${folder}first-article.expected.json`, 'utf8')) as Expected)
    : { questions: [] }
  const original = there ? readFileSync(`${folder}first-article.txt`, 'utf8') : ''
  const questions = printedQuestions(articles.zh)

  test('this edition asks the same numbers in the same kinds', () => {
    const kind = (key: string | undefined): string =>
      key === undefined ? 'open' : key.length === 1 ? 'single' : 'multiple'
    expect(questions.map(({ number, key }) => [number, kind(key)])).toEqual(
      expected.questions.map(({ number, kind: original }) => [number, original]),
    )
  })

  test('the keys differ only where the printed key is wrong: 24 and 26', () => {
    const differing = questions.filter(
      ({ key }, index) => (key ?? '') !== expected.questions[index]?.answer_letters.join(''),
    )
    expect(differing.map(({ number, key }) => [number, key])).toEqual([
      [24, 'ABD'],
      [26, 'A'],
    ])
  })

  test('no sentence is taken over: no run of 16 letters is in both', () => {
    const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '')
    const [ours, theirs] = [letters(articles.zh), letters(original)]
    const shared = new Set<string>()
    for (let at = 0; at + 16 <= theirs.length; at++) {
      const run = theirs.slice(at, at + 16)
      if (/\p{Script=Han}{6}/u.test(run) && ours.includes(run)) shared.add(run)
    }
    expect([...shared]).toEqual([])
  })
})
