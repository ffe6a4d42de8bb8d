import {
  duplicatesSchema,
  emitLibrary,
  libraryQuestionsSchema,
  librarySchema,
  likelyDuplicates,
  tagsSchema,
} from '@cardpress/json'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { largeBank, sampleBank } from './support/bank.ts'
import { collect } from './support/collect.ts'

const entries = [
  { folder: 'second', bank: { ...largeBank(1200), collection: 'second-1' } },
  { folder: 'first', bank: sampleBank() },
]

describe('a library', () => {
  it('leads to every collection, in the order of their folders', async () => {
    const files = await collect(emitLibrary(entries, { base: 'https://example.org/', title: '题库', language: 'zh' }))
    const index = JSON.parse(files.get('index.json') ?? '')
    expect(index.collections.map((entry: { questions: string }) => entry.questions)).toEqual([
      'https://example.org/first/json/v1/questions.json',
      'https://example.org/second/json/v1/questions.json',
    ])
    expect(index.counts).toEqual({ collections: 2, questions: 1208 })
    const { document } = new JSDOM(files.get('index.html') ?? '').window
    expect(document.title).toBe('题库')
    expect([...document.querySelectorAll('h2 a')].map((link) => link.getAttribute('href'))).toEqual([
      'first/index.html',
      'second/index.html',
    ])
  })

  it('has every question once, in pages that lead to each other', async () => {
    const files = await collect(emitLibrary(entries))
    const seen: string[] = []
    let path: string | undefined = 'questions-1.json'
    while (path !== undefined) {
      const page = JSON.parse(files.get(path) ?? '')
      expect(page.questions.length).toBeLessThanOrEqual(500)
      expect(page.pages).toBe(3)
      seen.push(
        ...page.questions.map(
          (question: { collection: string; id: string }) => `${question.collection} ${question.id}`,
        ),
      )
      path = page.next
    }
    expect(seen).toHaveLength(1208)
    expect(new Set(seen).size).toBe(1208)
    const first = JSON.parse(files.get('questions-1.json') ?? '').questions[0]
    expect(first.url).toBe('first/json/v1/questions/open-one.json')
    expect(first.answer.html).toContain('src="first/json/v1/assets/p%201.png"')
  })

  it('finds questions by tag', async () => {
    const files = await collect(emitLibrary(entries))
    const { tags } = JSON.parse(files.get('tags.json') ?? '')
    expect(tags.map(({ tag, count }: { tag: string; count: number }) => [tag, count])).toEqual([
      ['math', 1],
      ['sample', 1208],
      ['示例', 1208],
    ])
  })

  it('has files that are what their schemas say', async () => {
    const twice = [...entries, { folder: 'third', bank: { ...sampleBank(), collection: 'third-1' } }]
    for (const options of [{}, { base: 'https://example.org/' }]) {
      const files = await collect(emitLibrary(twice, options))
      const read = (path: string) => JSON.parse(files.get(path) ?? '')
      expect(librarySchema.parse(read('index.json'))).toEqual(read('index.json'))
      expect(tagsSchema.parse(read('tags.json'))).toEqual(read('tags.json'))
      expect(duplicatesSchema.parse(read('duplicates.json'))).toEqual(read('duplicates.json'))
      expect(read('duplicates.json').groups.length).toBeGreaterThan(0)
      for (const page of [1, 2, 3])
        expect(libraryQuestionsSchema.parse(read(`questions-${page}.json`))).toEqual(read(`questions-${page}.json`))
    }
  })

  it('is there without collections too', async () => {
    const files = await collect(emitLibrary([]))
    expect(JSON.parse(files.get('index.json') ?? '')).toMatchObject({
      collections: [],
      questions: ['questions-1.json'],
    })
    expect(JSON.parse(files.get('questions-1.json') ?? '').questions).toEqual([])
  })
})

describe('likely duplicates', () => {
  const find = (...texts: [string, string][]) =>
    likelyDuplicates(texts.map(([collection, text]) => ({ collection, text })))

  it('are questions of different collections that say nearly the same', () => {
    const groups = find(
      ['a', '什么是批归一化（Batch Normalization）？它解决了什么问题？'],
      ['a', 'What does the kernel trick do in a support vector machine?'],
      ['b', '什么是批归一化 (batch normalization)，它解决了什么问题'],
      ['b', 'What does the kernel trick do in support vector machines?'],
      ['c', 'Why is the sky blue at noon and red in the evening?'],
    )
    expect(groups.map(({ members }) => members)).toEqual([
      [0, 2],
      [1, 3],
    ])
    expect(groups[0]?.similarity).toBe(1)
  })

  it('are never questions of one collection, nor questions that say too little', () => {
    expect(find(['a', 'What is a tensor exactly?'], ['a', 'What is a tensor exactly?'])).toEqual([])
    expect(find(['a', 'Why?'], ['b', 'Why?'])).toEqual([])
  })

  it('are found among thousands that share a stock phrase', () => {
    const texts = Array.from({ length: 2000 }, (_, index): [string, string] => [
      `c${index % 20}`,
      `Which is true? ${[...String(index * 7919)].map((digit) => 'abcdefghij'[Number(digit)]?.repeat(3)).join(' ')}`,
    ])
    const groups = find(
      ...texts,
      ['x', 'How does momentum change gradient descent?'],
      ['y', 'How does momentum change gradient descent'],
    )
    expect(groups.map(({ members }) => members)).toContainEqual([2000, 2001])
  })
})
