import { account, readArticle, recognise, toText } from '@cardpress/core'
import { expect, test } from 'vitest'

const read = (source: string) => {
  const article = readArticle({ path: 'garden.md', source })
  const recognition = recognise(article)
  expect(account(source, recognition).violations).toEqual([])
  return recognition.questions
}

test('the references at the end of an answer are a field of their own', () => {
  const [seed, root] = read(`### 1. What is a seed?

A plant, waiting.

**References**:

- Green, 1990, [On seeds](https://example.org/seeds)

### 2. What is a root?

What a plant drinks with.

参考：

- [论根](https://example.org/roots)
`)
  expect(seed?.kind === 'open' && toText(seed.answer)).toBe('A plant, waiting.')
  expect(toText(seed?.references ?? [])).toContain('On seeds')
  expect(root?.kind === 'open' && toText(root.answer)).toBe('What a plant drinks with.')
  expect(toText(root?.references ?? [])).toContain('论根')
})

test('the references behind an explanation leave the explanation', () => {
  const [question] = read(`### 1. Which one has roots?

- A. stone
- B. moss
- C. oak

**Answer**: C

**Explanation**: Moss only holds on.

**References**:

- [On moss](https://example.org/moss)
`)
  expect(question?.kind === 'single-choice' && toText(question.explanation ?? [])).toBe('Moss only holds on.')
  expect(toText(question?.references ?? [])).toContain('On moss')
})

test('where prose follows, or nothing stands before, it is part of the answer', () => {
  const [prose, alone] = read(`### 1. What is a seed?

A plant, waiting.

References:

Ask a gardener, and then wait a year or two.

### 2. What is a root?

References:

- [On roots](https://example.org/roots)
`)
  expect(prose?.references).toBeUndefined()
  expect(alone?.references).toBeUndefined()
  expect(alone?.kind === 'open' && toText(alone.answer)).toContain('On roots')
})
