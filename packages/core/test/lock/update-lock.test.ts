import { type Lock, type LockOptions, type QuestionDraft, readLock, updateLock, writeLock } from '@cardpress/core'
import { expect, test } from 'vitest'
import { choice, open } from './drafts.ts'

const options: LockOptions = { collection: 'c', deck: 'D', now: 2_000_000_000 }
const later: LockOptions = { ...options, now: 2_000_001_000 }

/** Locks one article and then another, and returns both sets of ids with what the second lock says. */
function edit(before: readonly QuestionDraft[], after: readonly QuestionDraft[]) {
  const first = updateLock(undefined, before, options)
  const second = updateLock(first.lock, after, later)
  return {
    old: first.identities.map(({ id }) => id),
    ids: second.identities.map(({ id }) => id),
    modified: second.identities.map(({ modified }) => modified),
    ...second,
  }
}

const relu = open(
  'Why is ReLU preferred to the sigmoid?',
  'It does not saturate for positive inputs, so gradients survive.',
)
const dropout = open(
  'What does dropout do while a network is trained?',
  'It silences random units, so that no unit relies on another.',
)
const iou = open('检测任务里的交并比怎样计算？', '预测框与真实框的交集面积除以两者并集的面积，取值在零到一之间。')
const article = [relu, dropout, iou]

test('an article that has not changed gives the same lock, whatever the time', () => {
  const first = updateLock(undefined, article, options)
  const second = updateLock(first.lock, article, later)
  expect(writeLock(second.lock)).toBe(writeLock(first.lock))
  expect(second.report.unchanged).toHaveLength(3)
})

test('a lock reads back as it was written, one question a line', () => {
  const { lock } = updateLock(undefined, article, options)
  const text = writeLock(lock)
  expect(readLock(text)).toEqual(lock)
  expect(text.split('\n').filter((line) => line.includes('"id"'))).toHaveLength(3)
})

test('a changed answer keeps the id and raises the time of that question only', () => {
  const { old, ids, modified, report } = edit(article, [
    open('Why is ReLU preferred to the sigmoid?', 'Cheap and steady.'),
    dropout,
    iou,
  ])
  expect(ids).toEqual(old)
  expect(modified).toEqual([2_000_001_000, 2_000_000_000, 2_000_000_000])
  expect(report.changed).toEqual([old[0]])
})

test('the time rises also when the clock was set back', () => {
  const first = updateLock(undefined, article, options)
  const second = updateLock(first.lock, [open('Why is ReLU preferred to the sigmoid?', 'Other.'), dropout, iou], {
    ...options,
    now: 5,
  })
  expect(second.identities[0]?.modified).toBe(2_000_000_001)
})

test('without a clock a new question has a fixed time and a changed one the next second', () => {
  const { now: _, ...noClock } = options
  const first = updateLock(undefined, [relu], noClock)
  expect(first.identities[0]?.modified).toBe(1_000_000_000)
  const second = updateLock(first.lock, [open('Why is ReLU preferred to the sigmoid?', 'Other.')], noClock)
  expect(second.identities[0]?.modified).toBe(1_000_000_001)
})

test('refresh raises every time, and nothing else', () => {
  const first = updateLock(undefined, article, options)
  const second = updateLock(first.lock, article, { ...later, refresh: true })
  expect(second.identities.map(({ modified }) => modified)).toEqual([2_000_001_000, 2_000_001_000, 2_000_001_000])
  expect(second.report.changed).toEqual([])
})

test('order and number do not count', () => {
  const { old, ids, modified } = edit(article, [
    { ...iou, number: '1' },
    { ...relu, number: '2' },
    { ...dropout, number: '7' },
  ])
  expect(ids).toEqual([old[2], old[0], old[1]])
  expect(new Set(modified)).toEqual(new Set([2_000_000_000]))
})

test('a moved section keeps the id and is a change of content', () => {
  const { old, ids, report } = edit(article, [{ ...relu, section: ['Activations'] }, dropout, iou])
  expect(ids).toEqual(old)
  expect(report.changed).toEqual([old[0]])
})

test('a reworded question with the same answer is the same question, also when it moved', () => {
  const { old, ids, report } = edit(article, [
    dropout,
    iou,
    { ...relu, prompt: open('Why do people prefer ReLU over the sigmoid?').prompt },
  ])
  expect(ids).toEqual([old[1], old[2], old[0]])
  expect(report.reworded).toEqual([
    { id: old[0], from: 'Why is ReLU preferred to the sigmoid?', to: 'Why do people prefer ReLU over the sigmoid?' },
  ])
})

test('a reworded Chinese question is the same question', () => {
  const { old, ids } = edit(article, [
    relu,
    dropout,
    { ...iou, prompt: open('目标检测任务中，交并比（IoU）是怎样计算的？').prompt },
  ])
  expect(ids).toEqual(old)
})

test('another question in the same place is another question', () => {
  const l1 = open(
    'What is L1 regularisation?',
    'The sum of the absolute weights is added to the loss; many weights become zero.',
  )
  const l2 = open(
    'What is L2 regularisation?',
    'Squares of all weights, scaled by a factor, make large ones expensive.',
  )
  const { old, ids, report } = edit([relu, l1, iou], [relu, l2, iou])
  expect(ids[1]).not.toBe(old[1])
  expect(report.retired.map(({ title }) => title)).toEqual(['What is L1 regularisation?'])
})

test('never a guess between two: two halves of a split question are new, and named', () => {
  const both = open('Compare momentum and Adam as optimisers of deep networks.')
  const half = open('Compare momentum and Adam as optimisers of deep nets.')
  const { old, ids, report } = edit(
    [relu, both, iou],
    [relu, half, { ...half, prompt: open('Compare momentum and Adam as optimisers for deep nets.').prompt }, iou],
  )
  expect(ids.slice(1, 3)).not.toContain(old[1])
  expect(report.ambiguous.length + report.added.length).toBeGreaterThanOrEqual(2)
})

test('questions with one prompt are told apart by their options', () => {
  const printed = (options: string[]) => choice('What is printed?', options, 'A')
  const a = printed(['a type error is thrown', 'undefined, then 3'])
  const b = printed(['the promise is pending', 'resolved with seven'])
  const c = printed(['NaN and an empty object', 'a reference error instead'])
  const { old, ids } = edit([a, b, c], [c, printed(['a new riddle with closures', 'something with generators']), a])
  expect(new Set(old).size).toBe(3)
  expect([ids[0], ids[2]]).toEqual([old[2], old[0]])
  expect(old).not.toContain(ids[1])
})

test('identical questions get an ordinal', () => {
  const { identities } = updateLock(undefined, [relu, relu, relu], options)
  const [first] = identities
  expect(identities.map(({ id }) => id)).toEqual([first?.id, `${first?.id}-2`, `${first?.id}-3`])
})

test('a removed question is retired, its id is never another’s, and it is revived when it returns', () => {
  const first = updateLock(undefined, article, options)
  const without = updateLock(first.lock, [relu, iou], later)
  expect(without.lock.retired).toMatchObject([{ id: first.identities[1]?.id, since: 2_000_001_000 }])
  const again = updateLock(without.lock, article, { ...later, now: 2_000_002_000 })
  expect(again.identities).toEqual(first.identities)
  expect(again.lock.retired).toEqual([])
  expect(again.report.revived).toEqual([first.identities[1]?.id])
})

test('an explicit id wins, and is kept when the author takes it out again', () => {
  const named = { ...dropout, explicitId: 'dropout' }
  const first = updateLock(undefined, [relu, named, iou], options)
  expect(first.identities[1]?.id).toBe('dropout')
  const other = { ...open('A completely different text?', 'And a different answer, too.'), explicitId: 'dropout' }
  expect(updateLock(first.lock, [relu, other, iou], later).identities[1]?.id).toBe('dropout')
  expect(updateLock(first.lock, article, later).identities[1]?.id).toBe('dropout')
})

test('an explicit id on a question that had another one is reported', () => {
  const { old, report } = edit(article, [relu, { ...dropout, explicitId: 'dropout' }, iou])
  expect(report.renamed).toEqual([{ draft: 1, from: old[1], to: 'dropout' }])
  expect(report.retired.map(({ id }) => id)).toEqual([old[1]])
})

test('of two questions with one explicit id the second gets its own', () => {
  const { identities, report } = updateLock(
    undefined,
    [
      { ...relu, explicitId: 'x' },
      { ...iou, explicitId: 'x' },
    ],
    options,
  )
  expect(identities[0]?.id).toBe('x')
  expect(identities[1]?.id).not.toBe('x')
  expect(report.duplicateIds).toEqual([1])
})

test('a question that changes its family keeps its id and is reported', () => {
  const { old, ids, report } = edit(article, [
    choice('Why is ReLU preferred to the sigmoid?', ['it saturates', 'it does not saturate'], 'B'),
    dropout,
    iou,
  ])
  expect(ids).toEqual(old)
  expect(report.familyChanged).toEqual([{ id: old[0], from: 'open', to: 'single-choice' }])
})

test('the collection and the deck stay as they were first', () => {
  const first = updateLock(undefined, article, options)
  const { lock } = updateLock(first.lock, article, { collection: 'other', deck: 'Other', now: 3 })
  expect([lock.collection, lock.deck]).toEqual(['c', 'D'])
})

test.each([
  ['{', 'the lock is not JSON'],
  ['{"lockVersion":1}', 'collection: expected a string, found nothing'],
  ['{"lockVersion":2}', 'the lock has version 2 and this build reads 1; install a newer cardpress'],
  ['{\n<<<<<<< HEAD\n', 'merge conflict'],
])('the lock %j is refused', (text, message) => {
  expect(() => readLock(text)).toThrow(message)
})

test('a lock with one id twice is refused', () => {
  const { lock } = updateLock(undefined, [relu], options)
  const twice: Lock = { ...lock, questions: [...lock.questions, ...lock.questions] }
  expect(() => readLock(writeLock(twice))).toThrow('questions[1].id: expected an id that no other question has')
})
