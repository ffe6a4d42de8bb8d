import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { account, readArticle, recognise, toText } from '@cardpress/core'
import { describe, expect, test } from 'vitest'

/** The article that the project started from, and what is in it line by line. They lie beside the repository, not in it. */
const folder = fileURLToPath(new URL('../../../../../shared/corpus/', import.meta.url))
const present = existsSync(`${folder}first-article.expected.json`)
if (!present) console.log(`first-article.test.ts: skipped, there is no ${folder}first-article.expected.json`)

interface Expected {
  preamble_lines: [number, number]
  footer_lines: [number, number]
  questions: Array<{
    number: number
    line: number
    title: string
    kind: 'open' | 'single' | 'multiple'
    options: string[]
    option_lines?: [number, number]
    answer_letters: string[]
    answer_body_lines?: [number, number]
    explanation_lines: [number, number] | null
  }>
}

describe.skipIf(!present)('the first article', () => {
  const bytes = present ? readFileSync(`${folder}first-article.txt`) : new Uint8Array()
  const article = readArticle({ path: 'first-article.txt', bytes })
  const { questions, leftovers, reading } = recognise(article)
  const expected: Expected = present
    ? JSON.parse(readFileSync(`${folder}first-article.expected.json`, 'utf8'))
    : { questions: [] }
  const lines = article.source.split('\n')
  const starts = [0]
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1)
  const lineOf = (offset: number): number => starts.findLastIndex((start) => start <= offset) + 1
  const text = (from: number, to: number): string => lines.slice(from - 1, to).join('\n')
  const solid = (value: string): string => value.replaceAll(/\s/g, '')

  test('is read by its numbers, with certainty', () => {
    expect(reading).toMatchObject({
      question: { style: 'numbered-line', example: '1.', count: 29 },
      option: { example: 'A.', count: 7 },
      key: { example: 'S', count: 7 },
      confidence: 'sure',
    })
  })

  test('gives every question with its number, line, title, kind, options and key', () => {
    const kinds = { open: 'open', single: 'single-choice', multiple: 'multiple-choice' }
    expect(
      questions.map((question) => ({
        number: question.number,
        line: question.line,
        title: question.title,
        kind: question.kind,
        options: 'options' in question ? question.options.map((option) => option.label) : [],
        key: 'options' in question ? question.answer : [],
      })),
    ).toEqual(
      expected.questions.map((question) => ({
        number: String(question.number),
        line: question.line,
        title: question.title,
        kind: kinds[question.kind],
        options: question.options,
        key: question.answer_letters,
      })),
    )
  })

  test('gives every answer and explanation whole', () => {
    for (const [index, question] of questions.entries()) {
      const want = expected.questions[index]
      const given =
        question.kind === 'open' ? question.answer : 'explanation' in question ? (question.explanation ?? []) : []
      const [from, to] = (question.kind === 'open' ? want?.answer_body_lines : want?.explanation_lines) ?? [1, 0]
      expect(solid(toText(given)), question.title).toBe(solid(text(from, to)))
    }
  })

  test('gives the text of every option, also of four on one line', () => {
    for (const [index, question] of questions.entries()) {
      if (!('options' in question)) continue
      const [from, to] = expected.questions[index]?.option_lines ?? [1, 0]
      const printed = question.options.map((option) => `${option.label}.${toText(option.content)}`).join('')
      expect(solid(printed), question.title).toBe(solid(text(from, to)))
    }
  })

  test('takes each question from its own lines', () => {
    for (const [index, question] of questions.entries()) {
      const next = expected.questions[index + 1]?.line ?? expected.footer_lines[0]
      expect(question.spans, question.title).toHaveLength(1)
      const [span] = question.spans
      expect([lineOf(span?.start ?? 0), lineOf((span?.end ?? 1) - 1)]).toEqual([
        expected.questions[index]?.line,
        next - 1,
      ])
    }
  })

  test('leaves out preamble and promotion, with the reason', () => {
    expect(leftovers.map(({ span, reason }) => [lineOf(span.start), lineOf(span.end - 1), reason])).toEqual([
      [...expected.preamble_lines, 'preamble'],
      [...expected.footer_lines, 'promotion'],
    ])
  })

  test('flags lost formulas, a doubted key and a mere hint', () => {
    expect(
      Object.fromEntries(questions.filter(({ flags }) => flags.length > 0).map(({ number, flags }) => [number, flags])),
    ).toEqual({
      8: ['hint-only'],
      14: ['missing-figure'],
      15: ['missing-figure'],
      26: ['disputed'],
    })
  })

  test('accounts for every character', () => {
    expect(account(article.source, { questions, leftovers })).toMatchObject({
      violations: [],
      total: 5229,
      used: 4923,
      leftOut: 306,
    })
  })
})
