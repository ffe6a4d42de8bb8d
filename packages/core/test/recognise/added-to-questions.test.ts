import { readArticle, recognise } from '@cardpress/core'
import { expect, test } from 'vitest'

const source = '### 1. What is a seed?\n\nA plant, waiting.\n\n### 2. What is a root?\n\nWhat a plant drinks with.\n'

test('tags, difficulty and points are said by number, and change nothing of how the question was read', () => {
  const article = readArticle({ path: 'garden.md', source })
  const plain = recognise(article)
  const told = recognise(article, {
    corrections: { 2: { tags: ['root'], difficulty: 'easy', points: 2 } },
  })
  expect(told.questions[0]).toEqual(plain.questions[0])
  expect(told.questions[1]).toEqual({ ...plain.questions[1], tags: ['root'], difficulty: 'easy', points: 2 })
})
