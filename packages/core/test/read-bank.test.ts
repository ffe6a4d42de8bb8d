import { BankError, type QuestionBank, readBank } from '@cardpress/core'
import { expect, test } from 'vitest'

const zeros = '0'.repeat(64)
const bank: QuestionBank = {
  schemaVersion: '1.0',
  collection: 'c',
  deck: 'D',
  title: 'T',
  language: 'en',
  tags: [],
  source: { path: 'a.md', sha256: zeros, encoding: 'utf-8', format: 'markdown' },
  reading: { confidence: 'sure' },
  questions: [
    {
      id: 'q1',
      kind: 'open',
      title: 'Why?',
      prompt: [{ type: 'paragraph', children: [{ type: 'text', value: 'Why?' }] }],
      section: [],
      tags: [],
      flags: [],
      confidence: 'sure',
      line: 1,
      spans: [{ start: 0, end: 4 }],
      markers: [],
      contentHash: zeros,
      modified: 1,
      answer: [],
    },
  ],
  retired: [],
  leftovers: [],
}

function problemOf(json: unknown): string {
  try {
    readBank(json)
  } catch (error) {
    if (error instanceof BankError) return error.message
  }
  throw new Error('the bank was accepted')
}

/** The bank with one field set to something else. */
function having(path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(bank) as unknown as Record<string | number, unknown>
  let parent = copy
  for (const key of path.slice(0, -1)) parent = parent[key] as typeof parent
  const last = path.at(-1) as string
  if (value === undefined) delete parent[last]
  else parent[last] = value
  return copy
}

test('a valid bank is returned, from text (also with a byte-order mark) and from a value', () => {
  expect(readBank(bank)).toEqual(bank)
  expect(readBank(`\ufeff${JSON.stringify(bank)}`)).toEqual(bank)
})

test.each([
  ['', 'not a valid bank: expected a bank in JSON, found an empty file'],
  ['[]', 'not a valid bank: expected a bank, that is, a JSON object, found []'],
  ['null', 'not a valid bank: expected a bank, that is, a JSON object, found null'],
])('%j is refused', (json, message) => {
  expect(problemOf(json)).toBe(message)
})

test('a truncated file is refused as text that is not JSON', () => {
  expect(problemOf(JSON.stringify(bank).slice(0, 200))).toMatch(
    /^not a valid bank: expected a bank in JSON, found text that is not JSON \(/,
  )
})

test.each([
  [
    ['schemaVersion'],
    '2.0',
    'schemaVersion: expected "1.x" (this build writes 1.0; parse the article again), found "2.0"',
  ],
  [['schemaVersion'], undefined, 'schemaVersion: expected "1.x" (this build writes 1.0), found nothing'],
  [['title'], 3, 'title: expected a string, found 3'],
  [['questions', 0, 'modified'], 1.5, 'questions[0].modified: expected a whole number, found 1.5'],
  [['questions', 0, 'modified'], -1, 'questions[0].modified: expected at least 0, found -1'],
  [['questions', 0, 'prompt'], [], 'questions[0].prompt: expected at least 1 item, found []'],
  [
    ['questions', 0, 'confidence'],
    'high',
    'questions[0].confidence: expected "sure" or "likely" or "unsure", found "high"',
  ],
  [['questions', 0, 'colour'], 'red', 'questions[0].colour: expected no such field, found "red"'],
  [
    ['questions', 0, 'prompt', 0, 'children', 0],
    { type: 'html', value: '<b>' },
    'questions[0].prompt[0].children[0].type: expected "text" or "emphasis" or "strong" or "delete" or "superscript" or "subscript" or "highlight" or "inlineCode" or "inlineMath" or "break" or "link" or "image" or "cloze", found "html"',
  ],
] as const)('%j = %j is refused with its path and what was expected', (path, value, message) => {
  expect(problemOf(having(path, value))).toBe(`not a valid bank: ${message}`)
})

test('every wrong field is named', () => {
  const wrong = { ...bank, title: '', tags: 'a', collection: undefined }
  expect(() => readBank(wrong)).toThrow('(and 2 more)')
})

test('fields that a later 1.x added are dropped, at any depth', () => {
  const later = having(['questions', 0, 'prompt', 0, 'colour'], 'red') as Record<string, unknown>
  expect(readBank({ ...later, schemaVersion: '1.7', addition: 1 })).toEqual({ ...bank, schemaVersion: '1.7' })
})

test('two questions of one bank with one id are refused', () => {
  expect(problemOf({ ...bank, questions: [bank.questions[0], bank.questions[0]] })).toContain('questions[1].id')
})
