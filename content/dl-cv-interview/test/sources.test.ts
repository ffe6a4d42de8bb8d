import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { articles, links, printedQuestions } from './article.ts'

const sources = readFileSync(fileURLToPath(new URL('../sources.md', import.meta.url)), 'utf8')
const rows = sources.split('\n').filter((line) => line.includes('](https://'))

test('sources.md lists what the articles cite, once each, with the questions that cite it', () => {
  const citing = new Map<string, number[]>()
  for (const { number, body } of printedQuestions(articles.en))
    for (const url of new Set(links(body))) citing.set(url, [...(citing.get(url) ?? []), number])
  const listed = rows.map((row) => [links(row)[0], row.split(' | ').at(-1)?.replace(' |', '')])
  const expected = [...citing].map(([url, numbers]) => [url, numbers.join(', ')])
  expect(listed.sort()).toEqual(expected.sort())
})

test('every source says what was taken from it', () => {
  for (const row of rows) expect(row.split(' | ')[1]?.length).toBeGreaterThan(12)
})

test('arXiv links name an abstract, and no link is shortened or insecure', () => {
  for (const url of links(articles.zh).filter((link) => link.includes('arxiv')))
    expect(url).toMatch(/^https:\/\/arxiv\.org\/abs\/\d{4}\.\d{4,5}$/)
  expect(articles.zh).not.toMatch(/\]\(http:/)
})
