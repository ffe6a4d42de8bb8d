import { expect, test } from 'vitest'
import { editSettings } from '../src/index.ts'

test('fields are set while comments and other fields stay as they are', () => {
  const text =
    '# mine\nquestions: "1." # seen\nleaveOut: [1-2, Follow us]\ncorrections:\n  14: # why\n    flags: [draft]\n'
  expect(editSettings(text, [{ path: ['corrections', 'line 3', 'question'], value: false }])).toBe(
    `${text.replace('14: # why\n', '"14":\n    # why\n')}  line 3:\n    question: false\n`,
  )
})

test.each(['', '# notes only\n', '# notes only\n{}\n'])('%j takes a first field, one a line', (text) => {
  const edited = editSettings(text, [{ path: ['questions'], value: '**' }])
  expect(edited).toMatch(/^questions: "\*\*"$/m)
  if (text !== '') expect(edited).toContain('# notes only')
})

test('what says the same already is not written anew', () => {
  const text = 'corrections: { 3: { question:   true } }'
  expect(editSettings(text, [{ path: ['corrections', '3', 'question'], value: true }])).toBe(text)
  expect(editSettings(text, [{ path: ['questions'], value: undefined }])).toBe(text)
})
