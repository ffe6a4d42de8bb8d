import { newCollectionId, noteFamily, noteGuid, stableId } from '@cardpress/core'
import { expect, test } from 'vitest'

test('a guid never changes: these are in the decks of people', () => {
  expect(noteGuid('collection', 'question', 'open')).toBe('bcmh3jn4im3h2wyj')
})

test('collection, question and family each make another guid, and do not run together', () => {
  const guids = [
    noteGuid('a', 'b', 'open'),
    noteGuid('a', 'b', 'choice'),
    noteGuid('a', 'bc', 'open'),
    noteGuid('ab', 'c', 'open'),
    noteGuid('b', 'a', 'open'),
  ]
  expect(new Set(guids).size).toBe(5)
  for (const guid of guids) expect(guid).toMatch(/^[a-z2-7]{16}$/)
})

test('ids lie between 2001 and 2020, as safe integers', () => {
  for (let index = 0; index < 1000; index++) {
    const id = stableId('note', 'c', String(index))
    expect(Number.isSafeInteger(id) && id >= 1e12 && id < 1.6e12).toBe(true)
  }
  expect(stableId('note', 'c', '1')).toBe(stableId('note', 'c', '1'))
})

test('a family holds the kinds that share note types', () => {
  const families = (['open', 'short-answer', 'single-choice', 'multiple-choice', 'true-false', 'cloze'] as const).map(
    (kind) => noteFamily({ kind }),
  )
  expect(families).toEqual(['open', 'open', 'choice', 'choice', 'choice', 'cloze'])
})

test('a collection’s id follows from what the article says about itself', () => {
  const id = (title: string, more = {}) => newCollectionId({ title, ...more })
  expect(id('29 Questions on Deep Learning for a Very Long Interview')).toMatch(
    /^29-questions-on-deep-learning-[a-z2-7]{8}$/,
  )
  expect(id('深度学习')).toMatch(/^[a-z2-7]{8}$/)
  expect(id('Nets')).toBe(id(' NETS '))
  expect(
    new Set([
      id('Nets'),
      id('Nets', { author: 'a' }),
      id('Nets', { language: 'en' }),
      id('Nets', { url: 'https://a.example' }),
    ]).size,
  ).toBe(4)
})
