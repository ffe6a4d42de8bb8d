import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { articles, links, printedQuestions } from './article.ts'

/** What was read to check a source, in the words of each edition, from the whole paper down to nothing. */
const readings = {
  zh: ['原文', '原文副本', '摘要', '教材', '文档', '未读到'],
  en: ['paper', 'copy', 'abstract', 'textbook', 'documentation', 'not reached'],
} as const

/** One row of a table of sources: `citation` is author, year and title as printed. */
interface Source {
  readonly citation: string
  readonly url: string
  readonly taken: string
  readonly read: string
  readonly questions: string
}

const sourcesOf = (language: 'zh' | 'en'): Source[] => {
  const folder = language === 'zh' ? '../' : '../../dl-cv-interview-en/'
  const text = readFileSync(fileURLToPath(new URL(`${folder}sources.md`, import.meta.url)), 'utf8')
  return text
    .split('\n')
    .filter((line) => line.includes('](https://'))
    .filter((line) => line.startsWith('| '))
    .map((line) => {
      const [cited = '', taken = '', read = '', questions = ''] = line.slice(2, -2).split(' | ')
      const [url = ''] = links(cited)
      return { citation: cited.replace(`](${url})`, ']'), url, taken, read, questions }
    })
}

const sources = { zh: sourcesOf('zh'), en: sourcesOf('en') } as const

/** Returns the citations of a text by their link, without the section that a question points to. */
const citations = (text: string): [url: string, citation: string][] =>
  text
    .split('\n')
    .filter((line) => /^- .*\]\(https:/.test(line))
    .map((line): [string, string] => {
      const [url = ''] = links(line)
      const citation = line.slice(2).replace(`](${url})`, ']')
      return [url, citation.replace(/(?:, (?:section|chapter) |，第 )[\d.]+(?: [章节])?\]$/, ']')]
    })

describe.each(['zh', 'en'] as const)('sources.md of the %s edition', (language) => {
  test('lists what the article cites, once each, with the questions that cite it', () => {
    const citing = new Map<string, number[]>()
    for (const { number, body } of printedQuestions(articles[language]))
      for (const url of new Set(links(body))) citing.set(url, [...(citing.get(url) ?? []), number])
    const expected = [...citing].map(([url, numbers]) => [url, numbers.join(', ')])
    expect(sources[language].map(({ url, questions }) => [url, questions])).toEqual(expected)
  })

  test('names author, year and title as the article does, which names them alike wherever it cites them', () => {
    const listed = new Map(sources[language].map(({ url, citation }) => [url, citation]))
    for (const [url, citation] of citations(articles[language])) expect(citation).toBe(listed.get(url))
    for (const citation of listed.values())
      expect(citation).toMatch(language === 'zh' ? /^.+，(?:\d{4}|无日期)，\[.+\]$/ : /^.+, (?:\d{4}|n\.d\.), \[.+\]$/)
  })

  test('says what was taken from each source and what was read to check it', () => {
    for (const { taken, read } of sources[language]) {
      expect(taken.length).toBeGreaterThan(3)
      expect(readings[language]).toContain(read)
    }
  })

  test('rests no claim on a source that nobody reached', () => {
    expect(sources[language].filter(({ read }) => read === readings[language].at(-1))).toEqual([])
  })
})

test('both editions say the same of each source', () => {
  const facts = (language: 'zh' | 'en') =>
    sources[language].map(({ url, read, questions }) => [
      url,
      (readings[language] as readonly string[]).indexOf(read),
      questions,
    ])
  expect(facts('en')).toEqual(facts('zh'))
})

test('both editions give a source the same year', () => {
  const year = ({ citation }: Source): string => /\d{4}(?=(?:, |，)\[)/.exec(citation)?.[0] ?? 'none'
  expect(sources.en.map(year)).toEqual(sources.zh.map(year))
})

test('arXiv links name an abstract, and no link is shortened or insecure', () => {
  for (const url of links(articles.zh).filter((link) => link.includes('arxiv')))
    expect(url).toMatch(/^https:\/\/arxiv\.org\/abs\/\d{4}\.\d{4,5}$/)
  expect(articles.zh).not.toMatch(/\]\(http:/)
})
