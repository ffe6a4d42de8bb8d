import { createHash } from 'node:crypto'
import type { Block } from '@cardpress/core'
import { type Artefact, emitSite, manifestSchema } from '@cardpress/json'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { detectJsonFeed, parseJsonFeed } from 'feedsmith'
import { JSDOM } from 'jsdom'
import schema from 'jsonfeed-schema/schema-v1.1.json' with { type: 'json' }
import { beforeAll, describe, expect, it } from 'vitest'
import { largeBank, sampleBank } from './support/bank.ts'
import { collect, noAssets } from './support/collect.ts'

const base = 'https://example.org/cards/sample/'
const artefacts = async () => [
  artefact('示例.apkg', 'deck'),
  artefact('cheatsheet.pdf', 'paper'),
  artefact('exam.pdf', 'exam'),
  artefact('json/v1/questions.json', '{}'),
]

function artefact(path: string, content: string): Artefact {
  const bytes = Buffer.from(content)
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), read: () => [bytes] }
}

interface Feed {
  readonly version: string
  readonly next_url?: string
  readonly feed_url?: string
  readonly items: readonly {
    id: string
    title: string
    content_html?: string
    date_modified: string
    tags: string[]
    attachments?: { url: string; title: string; size_in_bytes: number; mime_type: string }[]
    _cardpress: { about: string }
  }[]
}

let relative: Map<string, string>
let absolute: Map<string, string>
beforeAll(async () => {
  relative = await collect(emitSite(sampleBank(), noAssets, { artefacts }))
  absolute = await collect(emitSite(sampleBank(), noAssets, { artefacts, base }))
})
const feedOf = (files: Map<string, string>, path = 'feed.json'): Feed => JSON.parse(files.get(path) ?? 'null')

/** Checks by ajv against the community's schema of JSON Feed 1.1. */
function jsonFeedErrors(feed: unknown, formats: boolean): unknown {
  const ajv = new Ajv({ strict: false, validateFormats: formats, allErrors: true })
  if (formats) (addFormats as unknown as (ajv: Ajv) => void)(ajv)
  const validate = ajv.compile(schema)
  return validate(feed) ? [] : validate.errors
}

describe('feed.json', () => {
  it('is a JSON Feed 1.1, with addresses that are absolute where the base is known', () => {
    expect(jsonFeedErrors(feedOf(relative), false)).toEqual([])
    expect(jsonFeedErrors(feedOf(absolute), true)).toEqual([])
    expect(feedOf(absolute).feed_url).toBe(`${base}feed.json`)
    expect(feedOf(relative)).not.toHaveProperty('feed_url')
  })

  it('is read back by a feed reader', () => {
    const text = absolute.get('feed.json') ?? ''
    expect(detectJsonFeed(JSON.parse(text))).toBe(true)
    const feed = parseJsonFeed(text)
    const bank = sampleBank()
    expect(feed.title).toBe(bank.title)
    expect(feed.language).toBe('zh-Hans')
    expect(feed.items).toHaveLength(bank.questions.length + 1)
    expect(feed.items?.slice(1).map((item) => item.title)).toEqual(bank.questions.map((question) => question.title))
    expect(feed.items?.[1]?.content_html).toContain('<math')
  })

  it('puts an option on the line of its letter, whatever style the reader has', () => {
    const bank = sampleBank()
    const choices = bank.questions.filter((question) => 'options' in question)
    expect(choices.length).toBeGreaterThan(0)
    for (const question of choices) {
      const item = feedOf(relative).items.find(({ id }) => id.endsWith(`:${question.id}`))
      const { document } = new JSDOM(item?.content_html ?? '').window
      const options = [...document.querySelectorAll('body > ul.options > li')]
      expect(options.map((option) => option.firstElementChild?.textContent)).toEqual(
        question.options.map(({ label }) => `${label}. `),
      )
      for (const option of options) expect(option.firstElementChild?.nextElementSibling?.tagName).not.toBe('P')
    }
  })

  it('begins with the set and its files, each with size, type and a title of its own', () => {
    const [set] = feedOf(absolute).items
    expect(set?.attachments).toEqual([
      {
        url: `${base}cheatsheet.pdf`,
        mime_type: 'application/pdf',
        title: '示例: "A" & <B>: cheatsheet.pdf',
        size_in_bytes: 5,
      },
      { url: `${base}exam.pdf`, mime_type: 'application/pdf', title: '示例: "A" & <B>: exam.pdf', size_in_bytes: 4 },
      {
        url: `${base}json/v1/questions.json`,
        mime_type: 'application/json',
        title: '示例: "A" & <B>: questions.json',
        size_in_bytes: 2,
      },
      {
        url: `${base}%E7%A4%BA%E4%BE%8B.apkg`,
        mime_type: 'application/x-apkg',
        title: '示例: "A" & <B>: 示例.apkg',
        size_in_bytes: 4,
      },
    ])
  })

  it('keeps ids apart from addresses, and unique', () => {
    const ids = (files: Map<string, string>) => feedOf(files).items.map((item) => item.id)
    expect(ids(relative)).toEqual(ids(absolute))
    expect(new Set(ids(relative)).size).toBe(ids(relative).length)
    expect(ids(relative)[1]).toBe('urn:cardpress:sample-4mzq:open-one')
  })

  it('takes its dates from the bank', () => {
    const dates = feedOf(relative).items.map((item) => item.date_modified)
    const latest = Math.max(...sampleBank().questions.map((question) => question.modified))
    expect(dates[0]).toBe(new Date(latest * 1000).toISOString().replace('.000', ''))
  })

  it('describes its extension', () => {
    for (const item of feedOf(absolute).items) expect(URL.canParse(item._cardpress.about)).toBe(true)
  })

  it('goes on in pages of at most 250 KB, of which none names itself', async () => {
    const bank = largeBank(2000)
    const files = await collect(emitSite(bank, noAssets, { artefacts, base }))
    const seen: string[] = []
    const visited = new Set<string>()
    let url: string | undefined = `${base}feed.json`
    while (url !== undefined) {
      expect(visited.has(url)).toBe(false)
      visited.add(url)
      const text = files.get(url.slice(base.length)) ?? ''
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(250_000)
      const feed = JSON.parse(text) as Feed
      expect(jsonFeedErrors(feed, true)).toEqual([])
      expect(feed.feed_url).toBe(url)
      expect(text).toBe(`${JSON.stringify(feed, null, 2)}\n`)
      seen.push(...feed.items.map((item) => item.id))
      url = feed.next_url
    }
    expect(visited.size).toBe([...files.keys()].filter((path) => /^feed(?:-\d+)?\.json$/.test(path)).length)
    expect(visited.size).toBeGreaterThan(5)
    expect(seen).toEqual([
      `urn:cardpress:${bank.collection}`,
      ...bank.questions.map(({ id }) => `urn:cardpress:${bank.collection}:${id}`),
    ])
  })

  it('gives an item that is longer than a page a page of its own', async () => {
    const bank = largeBank(3)
    const [first, second, third] = bank.questions
    if (second?.kind !== 'open' || !first || !third) throw new Error('the fixture changed')
    const long = {
      ...second,
      answer: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value: '长'.repeat(200_000) }] }],
    }
    const files = await collect(emitSite({ ...bank, questions: [first, long, third] }, noAssets, { artefacts }))
    expect(feedOf(files).items).toHaveLength(2)
    expect(feedOf(files, 'feed-2.json').items).toHaveLength(1)
    expect(feedOf(files, 'feed-3.json').items).toHaveLength(1)
    expect(feedOf(files).next_url).toBe('feed-2.json')
  })
})

describe('index.json', () => {
  it('lists every file with its size and hash', () => {
    const manifest = manifestSchema.parse(JSON.parse(absolute.get('index.json') ?? ''))
    expect(manifest.files.map((file) => file.path)).toEqual(
      [...absolute.keys()].filter((path) => path !== 'index.json').sort(),
    )
    for (const file of manifest.files) {
      const bytes = Buffer.from(absolute.get(file.path) ?? '')
      expect(file).toMatchObject({ bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
      expect(decodeURIComponent(new URL(file.url).pathname.replace('/cards/sample/', ''))).toBe(file.path)
    }
    expect(manifest.files.find((file) => file.path === 'json/v1/questions.json')).toMatchObject({
      schemaVersion: '1.0',
      mediaType: 'application/json',
    })
    expect(manifest.files.find((file) => file.path === 'feed.json')).toMatchObject({
      mediaType: 'application/feed+json',
    })
    expect(manifest.counts).toEqual({
      questions: 8,
      retired: 1,
      byKind: { cloze: 1, 'multiple-choice': 1, open: 2, 'short-answer': 1, 'single-choice': 2, 'true-false': 1 },
    })
  })

  it('is accepted by its own schema', () => {
    const validate = new Ajv2020({ strict: true }).compile(JSON.parse(relative.get('index.schema.json') ?? ''))
    expect([validate(JSON.parse(relative.get('index.json') ?? '')), validate.errors]).toEqual([true, null])
  })
})

describe('index.html', () => {
  it('shows every question, and its files, and asks nobody for anything', () => {
    const { document } = new JSDOM(relative.get('index.html') ?? '').window
    expect(document.documentElement.lang).toBe('zh-Hans')
    expect(document.title).toBe('示例: "A" & <B>')
    expect([...document.querySelectorAll('article')].map((article) => article.id)).toEqual(
      sampleBank().questions.map(({ id }) => id),
    )
    expect(
      [...document.querySelectorAll('ul a')].map((link) => decodeURIComponent(link.getAttribute('href') ?? '')),
    ).toEqual(['示例.apkg', 'cheatsheet.pdf', 'exam.pdf', 'json/v1/questions.json'])
    expect(document.querySelector('script, link[rel=stylesheet], iframe')).toBeNull()
    expect(document.querySelector('img')?.getAttribute('src')).toBe('json/v1/assets/p%201.png')
    expect(document.querySelector('#cloze')?.textContent).toContain('m… of …')
  })

  it('says what was lost or is in doubt, and what the article says of single options', async () => {
    const bank = sampleBank()
    const questions = bank.questions.map((question, index) => ({
      ...question,
      section: [`Part ${(index % 2) + 1}`],
      flags: ['missing-figure', 'disputed', 'duplicate-number'],
      ...('options' in question
        ? { options: question.options.map((option) => ({ ...option, feedback: [paragraph(`of ${option.label}`)] })) }
        : {}),
    }))
    const files = await collect(emitSite({ ...bank, questions }, noAssets, { artefacts }))
    const { document } = new JSDOM(files.get('index.html') ?? '').window
    for (const [index, article] of [...document.querySelectorAll('article')].entries()) {
      expect([...article.querySelectorAll('.note')].map((note) => note.textContent)).toEqual([
        '原文此处的公式或图片已缺失。',
        '作者对这个答案存疑。',
      ])
      const question = questions[index]
      if (question !== undefined && 'options' in question)
        expect(article.querySelector('details:last-of-type')?.textContent).toContain('A. of A')
    }
    // Sections that come again are listed where they stand.
    const targets = [...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href')?.slice(1) ?? '')
    expect(targets).toHaveLength(questions.length)
    for (const id of targets) expect(document.getElementById(id)?.tagName).toBe('H2')
  })
})

it('writes the same bytes every time', async () => {
  expect(await collect(emitSite(sampleBank(), noAssets, { artefacts }))).toEqual(relative)
})

it('makes a site of a bank without questions and without files', async () => {
  const files = await collect(emitSite({ ...sampleBank(), questions: [] }, noAssets, { artefacts: async () => [] }))
  expect(jsonFeedErrors(feedOf(files), false)).toEqual([])
  expect(feedOf(files).items).toHaveLength(1)
})

function paragraph(value: string): Block {
  return { type: 'paragraph', children: [{ type: 'text', value }] }
}
