import { fileURLToPath } from 'node:url'
import { parseBank, type QuestionBank } from '@cardpress/core'
import { readArticleFiles } from '@cardpress/core/disk'
import { beforeAll, describe, expect, test } from 'vitest'
import { articles, printedQuestions } from './article.ts'

const folders = {
  zh: fileURLToPath(new URL('../', import.meta.url)),
  en: fileURLToPath(new URL('../../dl-cv-interview-en/', import.meta.url)),
} as const

const read = async (language: 'zh' | 'en') =>
  parseBank({
    ...(await readArticleFiles(`${folders[language]}article.md`, { path: 'article.md' })),
    orphanLocks: undefined,
    strictPictures: true,
  })

const banks = new Map<'zh' | 'en', Awaited<ReturnType<typeof read>>>()

beforeAll(async () => {
  for (const language of ['zh', 'en'] as const) banks.set(language, await read(language))
})

const bankOf = (language: 'zh' | 'en'): QuestionBank => {
  const bank = banks.get(language)?.bank
  if (bank === undefined) throw new Error(banks.get(language)?.messages.map(String).join('\n'))
  return bank
}

describe.each(['zh', 'en'] as const)('the bank of the %s edition', (language) => {
  test('has no error and no warning', () => {
    const messages = banks.get(language)?.messages ?? []
    expect(messages.filter(({ fatal }) => fatal !== null && fatal !== undefined).map(String)).toEqual([])
  })

  test('leaves out nothing but metadata and section headings', () => {
    const bank = bankOf(language)
    expect([...new Set(bank.leftovers.map(({ reason }) => reason))].sort()).toEqual(['metadata', 'section-heading'])
  })

  test('was read with certainty, question for question as printed', () => {
    const bank = bankOf(language)
    expect(bank.reading.confidence).toBe('sure')
    expect(
      bank.questions.map((question) => ({
        number: Number(question.number),
        section: question.section.join(' / '),
        options: 'options' in question ? question.options.map(({ label }) => label) : [],
        key: 'options' in question ? question.answer.join('') : undefined,
      })),
    ).toEqual(
      printedQuestions(articles[language]).map(({ number, section, options, key }) => ({
        number,
        section,
        options,
        key,
      })),
    )
    expect(new Set(bank.questions.map(({ confidence }) => confidence))).toEqual(new Set(['sure']))
  })

  test('has no flag: nothing is missing, doubtful or only hinted at', () => {
    expect(
      bankOf(language).questions.flatMap(({ number, flags }) => flags.map((flag) => `${number}: ${flag}`)),
    ).toEqual([])
  })

  test('knows tags, difficulty and references of every question, and an explanation of every choice', () => {
    for (const question of bankOf(language).questions) {
      expect(question.tags.length).toBeGreaterThan(0)
      expect(question.difficulty).toBeDefined()
      expect(question.references?.length).toBeGreaterThan(0)
      if ('options' in question) expect(question.explanation?.length).toBeGreaterThan(0)
    }
  })

  test('fits its lock: nobody forgot to bring it up to date', () => {
    expect(banks.get(language)?.isLockStale).toBe(false)
  })
})

test('the English bank is a translation of the Chinese one, question by question as difficult', () => {
  const [zh, en] = [bankOf('zh'), bankOf('en')]
  expect(en.translationOf).toEqual({ collection: zh.collection, language: zh.language })
  expect(en.collection).not.toBe(zh.collection)
  const shape = (bank: QuestionBank) =>
    bank.questions.map(({ number, kind, difficulty, tags }) => [number, kind, difficulty, tags.length])
  expect(shape(en)).toEqual(shape(zh))
})
