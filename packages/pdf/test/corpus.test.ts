import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parseBank, type QuestionBank } from '@cardpress/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { outside, overlapping } from './support/boxes.ts'
import { expectedOf, firstMissing, leavesOf } from './support/expected-text.ts'
import { print } from './support/print.ts'
import { type ReadPdf, readPdf, withoutSpace } from './support/read-pdf.ts'

const corpus = new URL('../../../../shared/corpus/', import.meta.url)
const heavy = process.env.CARDPRESS_HEAVY !== undefined
const files =
  heavy && existsSync(corpus)
    ? readdirSync(corpus).filter((file) => /\.(?:md|txt)$/.test(file) && file !== 'SOURCES.md')
    : []
if (!heavy) console.log('corpus.test.ts: thousands of pages; it runs where CARDPRESS_HEAVY is set, as in .ci/run')

function codeLines(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(codeLines)
  const node = value as { type?: string; value?: string; children?: unknown[] }
  if (node.type === 'code') return (node.value ?? '').split('\n').map(withoutSpace)
  return codeLines(node.children ?? [])
}

/** Every paper of every real page; skipped where ../shared is absent. */
describe.skipIf(files.length === 0).each(files)('the papers of %s', (file) => {
  let bank: QuestionBank
  const pdfs = new Map<string, ReadPdf>()
  beforeAll(async () => {
    const parsed = await parseBank({ path: file, bytes: readFileSync(new URL(file, corpus)) })
    if (!parsed.bank) throw new Error(`no bank of ${file}`)
    bank = parsed.bank
    const { files: papers } = await print(bank)
    for (const [path, bytes] of papers) pdfs.set(path, await readPdf(bytes))
  }, 600_000)

  it('have the text of every question, option and answer, complete and in order', () => {
    const sheet = pdfs.get('cheatsheet.pdf') as ReadPdf
    expect(firstMissing(sheet.text, bank.questions.flatMap(expectedOf))).toBeUndefined()
    // Exam and key are in the order of kinds: question by question.
    const exam = pdfs.get('exam.pdf') as ReadPdf
    const key = pdfs.get('exam-key.pdf') as ReadPdf
    const cards = pdfs.get('cards.pdf') as ReadPdf
    const missing: string[] = []
    for (const question of bank.questions) {
      const lost = [
        firstMissing(exam.text, leavesOf(question.prompt)),
        firstMissing(key.text, expectedOf(question)),
        // Code that is too long for a card goes on on another, behind other cards: line by line.
        firstMissing(
          cards.text,
          leavesOf(question.prompt).filter((leaf) => leaf.length < 150),
        ),
        ...codeLines(question.prompt).map((line) => firstMissing(cards.text, [line])),
      ].filter((one) => one !== undefined)
      missing.push(...lost.map((one) => `${question.number}: ${one}`))
    }
    expect(missing).toEqual([])
  })

  it('print nothing outside the page and nothing over other text', () => {
    for (const [path, pdf] of pdfs) {
      expect([path, pdf.pages.flatMap(outside)]).toEqual([path, []])
      expect([path, pdf.pages.flatMap(overlapping)]).toEqual([path, []])
    }
  })

  it('balance marked content on every page', () => {
    for (const { pages } of pdfs.values())
      for (const { marks } of pages) expect([marks.closed, marks.lowest]).toEqual([marks.opened, 0])
  })
})

it.skipIf(files.length === 0)('there are pages to print', () => {
  expect(files.length).toBeGreaterThan(10)
})
