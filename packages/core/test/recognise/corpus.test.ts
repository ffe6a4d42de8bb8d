import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { account, readArticle, recognise } from '@cardpress/core'
import { describe, expect, test } from 'vitest'

/** Real pages of others with hand-made labels. They lie beside the repository, not in it. */
const corpus = fileURLToPath(new URL('../../../../../shared/corpus/', import.meta.url))
const present = existsSync(`${corpus}labels.json`)
if (!present) console.log(`corpus.test.ts: skipped, there is no ${corpus}labels.json`)

interface Label {
  questions: number
  kinds: Record<'open' | 'single' | 'multiple' | 'true_false', number>
  choice_answers?: string[]
  titles: string[]
}

const labels: Record<string, Label> = present ? JSON.parse(readFileSync(`${corpus}labels.json`, 'utf8')).files : {}
const names = { open: 'open', single: 'single-choice', multiple: 'multiple-choice', true_false: 'true-false' } as const
/** Titles are compared as the labels were made: letters and digits only. */
const key = (title: string): string =>
  title
    .normalize('NFKC')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')

describe.skipIf(!present).each(present ? Object.keys(labels) : ['none'])('the real page %s', (file) => {
  const label = labels[file] as Label
  const article = present ? readArticle({ path: file, bytes: readFileSync(corpus + file) }) : undefined
  const recognition = article ? recognise(article) : undefined
  const questions = recognition?.questions ?? []

  test('gives every question that it was labelled with, and no other', () => {
    const given = questions.map(({ title }) => key(title))
    const wanted = label.titles.map(key)
    const same = (a: string, b: string): boolean =>
      a === b || (a.length >= 12 && b.startsWith(a)) || (b.length >= 12 && a.startsWith(b))
    expect(given).toHaveLength(label.questions)
    expect(given.filter((title, index) => !same(title, wanted[index] ?? ''))).toEqual([])
  })

  test('gives kinds and keys as labelled', () => {
    for (const [kind, count] of Object.entries(label.kinds))
      expect(
        questions.filter((question) => question.kind === names[kind as keyof typeof names]),
        kind,
      ).toHaveLength(count)
    const keys = questions.flatMap((question) => ('options' in question ? [question.answer.join('')] : []))
    expect(keys).toEqual(label.choice_answers ?? [])
  })

  test('accounts for every character', () => {
    expect(account(article?.source ?? '', recognition ?? { questions: [], leftovers: [] }).violations).toEqual([])
  })
})

test.skipIf(!present)('every page of the corpus is labelled', () => {
  expect(
    readdirSync(corpus)
      .filter((file) => /\.(?:md|txt)$/.test(file) && file !== 'SOURCES.md')
      .toSorted(),
  ).toEqual(Object.keys(labels).toSorted())
})
