import { account, readArticle, recognise } from '@cardpress/core'
import { expect, test } from 'vitest'
import { joinSettings, type Settings, settingsSchema } from '../../src/settings.ts'

const notes = `Notes of a rainy week
Topic: clouds
They hold drops that are too small to fall.
Topic: hail
Ice that rose and fell many times.
Topic: fog
A cloud that lies on the ground.
Ask your grocer for an umbrella.
`

const quiz = `1. Which metal rusts?
A. Iron
B. Gold
Verdict= A
2. Which metal is yellow?
A. Silver
B. Gold
Verdict= B
because it reflects red light
`

const read = (source: string, settings: Settings = {}, path = 'notes.txt') => {
  const article = readArticle({ path, source })
  const recognition = recognise(article, settings)
  expect(account(article.source, recognition).violations).toEqual([])
  return recognition
}

test('a page without evident questions is read as the person says', () => {
  expect(read(notes).questions).toEqual([])
  expect(read(notes).messages.map(({ ruleId }) => ruleId)).toContain('no-questions')
  const { questions, reading } = read(notes, { questions: 'Topic:' })
  expect(questions.map(({ title }) => title)).toEqual(['clouds', 'hail', 'fog'])
  expect(reading.confidence).toBe('sure')
})

test('a mark that stands nowhere is told, and the page is read as it would be', () => {
  const { questions, messages } = read(quiz, { questions: '第1章' })
  expect(questions).toHaveLength(2)
  expect(messages.map(({ ruleId }) => ruleId)).toContain('unknown-mark')
})

test('one correction of a mark re-reads the whole page', () => {
  expect(read(quiz).questions.map((question) => 'options' in question && question.answer)).toEqual([[], []])
  const { questions } = read(quiz, { key: ['Verdict='], explanation: ['because'] })
  expect(questions.map((question) => 'options' in question && question.answer)).toEqual([['A'], ['B']])
  expect(questions[1]).toMatchObject({ explanation: [{ type: 'paragraph' }], flags: [] })
})

test('lines and texts are left out, and the leftovers say so', () => {
  const { questions, leftovers } = read(notes, { questions: 'Topic:', leaveOut: ['grocer', '1'] })
  expect(questions).toHaveLength(3)
  expect(leftovers.filter(({ reason }) => reason === 'left-out')).toHaveLength(2)
})

test('options can be said to be none', () => {
  expect(read(quiz, { options: 'none' }).questions.map(({ kind }) => kind)).toEqual(['open', 'open'])
})

test('kind, key and flags of one question are corrected by its number', () => {
  const { questions } = read(quiz, { corrections: { 1: { key: ['A', 'B'], flags: ['disputed'], note: 'both may' } } })
  expect(questions[0]).toMatchObject({
    kind: 'multiple-choice',
    answer: ['A', 'B'],
    flags: ['disputed'],
    confidence: 'sure',
  })
  expect(questions[1]).toMatchObject({ kind: 'single-choice', answer: [] })
})

test('a question is taken away, added and cut by its line or its words', () => {
  const away = read(quiz, { corrections: { 'Which metal is yellow': { question: false } } })
  expect(away.questions).toHaveLength(1)
  const added = read(notes, { corrections: { 'line 4': { question: true }, 'line 6': { question: true } } })
  expect(added.questions.map(({ line }) => line)).toEqual([4, 6])
  const cut = read(notes, { questions: 'Topic:', corrections: { 'Topic: fog': { lines: '6-7' } } })
  expect(cut.questions.at(-1)).toMatchObject({
    answer: [{ children: [{ value: 'A cloud that lies on the ground.' }] }],
  })
})

test('a correction that fits no question is told', () => {
  expect(read(quiz, { corrections: { 7: { key: ['A'] } } }).messages.map(({ ruleId }) => ruleId)).toContain(
    'unknown-correction',
  )
})

test('settings are strict, and the nearer place wins', () => {
  expect(settingsSchema.safeParse({ question: '1.' }).success).toBe(false)
  expect(settingsSchema.parse({ questions: 1, key: 'S:', leaveOut: 3 })).toEqual({
    questions: '1',
    key: ['S:'],
    leaveOut: ['3'],
  })
  expect(
    joinSettings({ questions: 'Q:', corrections: { 1: { note: 'a' } } }, undefined, {
      questions: '1.',
      options: 'A.',
      corrections: { 2: {} },
    }),
  ).toEqual({ questions: 'Q:', options: 'A.', corrections: { 1: { note: 'a' }, 2: {} } })
})
