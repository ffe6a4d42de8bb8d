import { type Question, toCondition } from '@cardpress/core'
import { expect, test } from 'vitest'

const question = {
  id: 'abc',
  number: '7',
  kind: 'open',
  tags: ['cnn', 'maths'],
  flags: [],
  section: ['Layers', 'Pooling'],
  difficulty: 'hard',
  confidence: 'sure',
} as unknown as Question

test.each([
  ['tag=cnn', true],
  ['tag=rnn', false],
  ['tag!=rnn', true],
  ['tag=cnn,kind=open', true],
  ['tag=cnn,kind=cloze', false],
  ['kind=cloze|open', true],
  ['kind!=cloze|open', false],
  ['section=Pooling', true],
  ['number=1-10', true],
  ['number=8-10', false],
  ['number=1-3|7', true],
  [' difficulty = hard ', true],
  ['flag=no-key', false],
])('%j holds: %s', (text, holds) => {
  expect(toCondition(text)(question)).toBe(holds)
})

test.each(['', 'tag', 'colour=red', '=x', 'toString=x'])('%j is refused, with the fields that there are', (text) => {
  expect(() => toCondition(text)).toThrow(/is no condition: expected FIELD=VALUE.*tag, flag, section, kind/)
})
