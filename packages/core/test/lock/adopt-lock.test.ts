import {
  type AdoptedNote,
  adoptLock,
  noteFamily,
  noteGuid,
  type QuestionDraft,
  toLine,
  toText,
  updateLock,
} from '@cardpress/core'
import { expect, test } from 'vitest'
import { choice, open } from './drafts.ts'

const options = { collection: 'c', deck: 'D', now: 2_000_000_000 }
const drafts = [
  open('What is a kernel of a convolution?', 'A small grid of weights that slides over the input.'),
  choice('Which layers have weights?', ['pooling layers', 'dense layers'], 'B'),
  open('Explain.', 'The first of two bare prompts, about momentum and its role.'),
  open('Explain.', 'The second of two bare prompts, about batches and their size.'),
  { ...open('What is named?', 'A question whose id the author wrote.'), explicitId: 'named' },
]

/** The notes that a deck of these questions holds: text only, as it comes out of Anki's fields. */
function notesOf(
  questions: readonly QuestionDraft[],
  update = updateLock(undefined, questions, options),
): AdoptedNote[] {
  return questions.map((question, index) => {
    const { id = '', modified = 0 } = update.identities[index] ?? {}
    const body =
      question.kind === 'open'
        ? toText(question.answer)
        : 'options' in question
          ? question.options.map(({ content }) => toText(content)).join('\n')
          : ''
    return {
      guid: noteGuid('c', id, noteFamily(question)),
      kind: question.kind,
      prompt: toLine(question.prompt),
      body,
      modified,
    }
  })
}

test('a lock that was lost is made again of a deck: every id, the collection, the deck', () => {
  const before = updateLock(undefined, drafts, options)
  const adopted = adoptLock(notesOf(drafts), { drafts, collections: ['x', 'c'], deck: 'D' })
  expect(adopted?.unknown).toEqual([])
  expect(adopted?.lock.collection).toBe('c')
  const after = updateLock(adopted?.lock, drafts, { ...options, now: 2_000_000_009 })
  expect(after.identities.map(({ id }) => id)).toEqual(before.identities.map(({ id }) => id))
  // What a deck does not tell is whether the content is the same, so every note is sent once more.
  for (const { modified } of after.identities) expect(modified).toBe(2_000_000_009)
})

test('an article that was edited since keeps its ids', () => {
  const before = updateLock(undefined, drafts, options)
  const edited = [
    drafts[1] as QuestionDraft,
    { ...drafts[0], prompt: open('What is the kernel of a convolution layer?').prompt } as QuestionDraft,
    open('A new one?', 'Nobody knew it.'),
  ]
  const adopted = adoptLock(notesOf(drafts), { drafts: edited, collections: ['c'], deck: 'D' })
  const after = updateLock(adopted?.lock, edited, options)
  const ids = before.identities.map(({ id }) => id)
  expect(after.identities.slice(0, 2).map(({ id }) => id)).toEqual([ids[1], ids[0]])
  expect(ids).not.toContain(after.identities[2]?.id)
})

test('a deck that tells ids and hashes gives the lock as it was', () => {
  const before = updateLock(undefined, drafts, options)
  const notes = notesOf(drafts).map((note, index) => ({
    ...note,
    guid: 'anything',
    collection: 'told',
    id: before.identities[index]?.id,
    contentHash: before.identities[index]?.contentHash,
  }))
  const adopted = adoptLock(notes, { drafts, collections: [], deck: 'D' })
  expect(adopted?.lock).toEqual({ ...before.lock, collection: 'told' })
})

test('a note whose id nobody can tell is named, and a deck of something else is refused', () => {
  const stray: AdoptedNote = { guid: 'stray', kind: 'open', prompt: 'Elsewhere?', body: '', modified: 5 }
  expect(adoptLock([...notesOf(drafts), stray], { drafts, collections: ['c'], deck: 'D' })?.unknown).toEqual([stray])
  expect(adoptLock([stray], { drafts, collections: ['c'], deck: 'D' })).toBeUndefined()
})
