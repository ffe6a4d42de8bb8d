import {
  type ParseBankInput,
  type ParsedBank,
  parseBank,
  questionBankSchema,
  readLock,
  writeLock,
} from '@cardpress/core'
import { expect, test } from 'vitest'
import { png } from '../assets/pictures.ts'

const article = `---
title: Nets
language: en
tags: [ml]
---

## 1. What does a pooling layer do?

It shrinks the map and keeps what stands out.

## 2. What is a receptive field of a unit?

The part of the input that can change it.

## 3. Why are residual connections used?

Gradients pass them without shrinking.
`

const parse = (source: string, more: Partial<ParseBankInput> = {}): Promise<ParsedBank> =>
  parseBank({ path: 'notes/nets.md', source, ...more })

/** Messages as `line rule`, errors with a `!`. */
const told = ({ messages }: ParsedBank) =>
  messages.map(({ line, ruleId, fatal }) => `${line ?? 0} ${ruleId}${fatal ? '!' : ''}`)

test('an article becomes a valid bank, and nothing is to be said', async () => {
  const parsed = await parse(article)
  expect(told(parsed)).toEqual([])
  expect(questionBankSchema.parse(parsed.bank)).toEqual(parsed.bank)
  expect(parsed.bank).toMatchObject({
    title: 'Nets',
    deck: 'Nets',
    language: 'en',
    tags: ['ml'],
    source: { path: 'nets.md', encoding: 'utf-8', format: 'markdown' },
    questions: [{ number: '1', line: 7, kind: 'open' }, { number: '2' }, { number: '3' }],
  })
})

test('the same input gives the same bank, byte for byte', async () => {
  const [one, two] = [await parse(article), await parse(article)]
  expect(JSON.stringify(one.bank)).toBe(JSON.stringify(two.bank))
})

test('bytes and text give the same bank, with and without a byte-order mark', async () => {
  const bytes = Buffer.from(`\ufeff${article}`)
  const { bank } = await parseBank({ path: 'notes/nets.md', bytes })
  expect(bank).toEqual((await parse(article)).bank)
})

test('without a lock ids come from the prompts, and times are fixed', async () => {
  const { bank, isLockStale } = await parse(article)
  const other = await parse(article.replace('Gradients pass', 'They let gradients pass'))
  expect(isLockStale).toBe(true)
  expect(other.bank?.questions.map(({ id }) => id)).toEqual(bank?.questions.map(({ id }) => id))
  expect(other.bank?.collection).toBe(bank?.collection)
  expect(new Set(bank?.questions.map(({ modified }) => modified))).toEqual(new Set([1_000_000_000]))
})

test('a lock keeps ids and times, the collection and the deck, whatever the article is called', async () => {
  const first = await parse(article, { now: 2_000_000_000 })
  const renamed = article
    .replace('title: Nets', 'title: Networks')
    .replace('What does a pooling layer do', 'What do pooling layers do')
  const second = await parse(renamed, { path: 'other/name.md', lock: first.lock, now: 2_000_000_500 })
  expect(second.bank?.questions.map(({ id }) => id)).toEqual(first.bank?.questions.map(({ id }) => id))
  expect(second.bank?.questions.map(({ modified }) => modified)).toEqual([2_000_000_500, 2_000_000_000, 2_000_000_000])
  expect([second.bank?.collection, second.bank?.deck, second.bank?.title]).toEqual([
    first.bank?.collection,
    'Nets',
    'Networks',
  ])
})

test('questions that went are listed as retired', async () => {
  const first = await parse(article, { now: 5 })
  const shorter = article.slice(0, article.indexOf('## 3.'))
  const { bank } = await parse(shorter, { lock: first.lock, now: 9 })
  expect(bank?.retired).toEqual([
    { id: first.bank?.questions[2]?.id, title: 'Why are residual connections used?', since: 9 },
  ])
})

test('a stale or missing lock is an error where it is frozen, and says what to run', async () => {
  const { lock } = await parse(article, { now: 5 })
  expect(told(await parse(article, { lock, frozen: true }))).toEqual([])
  const changed = article.replace('Gradients pass', 'They let gradients pass')
  const stale = await parse(changed, { lock, frozen: true })
  expect(told(stale)).toEqual(['0 stale-lock!'])
  expect(stale.messages[0]?.reason).toBe(
    'The lock does not fit the article (0 new, 1 changed, 0 removed); run "cardpress lock" and commit the lock file with the article',
  )
  expect((await parse(article, { frozen: true })).messages[0]?.reason).toMatch(/^There is no lock/)
})

test('the lock of an article that was renamed is found by its questions', async () => {
  const { lock } = await parse(article, { now: 5 })
  if (lock === undefined) throw new Error('no lock')
  const other = (await parse(article.replaceAll('?', ' now?').replace(/What|Why/g, 'When'), { now: 5 })).lock
  if (other === undefined) throw new Error('no lock')
  const { inheritedLock, bank } = await parse(article, { orphanLocks: [other, lock] })
  expect(inheritedLock).toEqual(lock)
  expect(bank?.questions[0]?.modified).toBe(5)
  expect((await parse(article, { orphanLocks: [other] })).inheritedLock).toBeUndefined()
  // Two that fit: no guess.
  expect((await parse(article, { orphanLocks: [lock, { ...lock, collection: 'copy' }] })).inheritedLock).toBeUndefined()
})

test('a lock survives the disk', async () => {
  const { lock } = await parse(article, { now: 5 })
  if (lock === undefined) throw new Error('no lock')
  expect((await parse(article, { lock: readLock(writeLock(lock)) })).isLockStale).toBe(false)
})

test('an article may name its collection and its deck', async () => {
  const named = article.replace('title: Nets', 'title: Nets\ncollection: nets\ndeck: Interview::Nets')
  const { bank } = await parse(named)
  expect([bank?.collection, bank?.deck]).toEqual(['nets', 'Interview::Nets'])
})

test.each([
  ['an empty file', '', ['0 empty-article!']],
  ['a blank file', ' \n\u3000\n', ['0 empty-article!']],
  ['prose', 'Rain fell all day.\n\nThe river rose.\n', ['0 no-questions!']],
])('%s gives a bank without questions, and an error', async (_, source, expected) => {
  const parsed = await parse(source)
  expect(told(parsed)).toEqual(expected)
  expect(parsed.bank?.questions).toEqual([])
})

test.each([
  ['binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]), 'binary-file'],
  [
    'no encoding',
    Buffer.concat([Buffer.from('1. a\n'), Buffer.from([0xc3, 0x28, 0xff, 0xfe, 0x80, 0x81])]),
    'unknown-encoding',
  ],
])('%s gives no bank, one error and no throw', async (_, bytes, ruleId) => {
  const parsed = await parseBank({ path: 'a.txt', bytes })
  expect(parsed.bank).toBeUndefined()
  expect(told(parsed)).toEqual([`0 ${ruleId}!`])
  expect(parsed.messages[0]?.file).toBe('a.txt')
})

test('broken frontmatter is an error at its place, and the questions are there all the same', async () => {
  const parsed = await parse(article.replace('title: Nets', 'title: Nets: a start'))
  expect(told(parsed)).toEqual(['2 broken-yaml!'])
  expect(parsed.messages[0]?.file).toBe('notes/nets.md')
  expect(parsed.bank?.questions).toHaveLength(3)
})

test('frontmatter of a blog is no mistake, a slip in it is a warning', async () => {
  expect(told(await parse(article.replace('title: Nets', 'title: Nets\nlayout: post\ncategories: [x]')))).toEqual([])
  const parsed = await parse(article.replace('title: Nets', 'title: Nets\nlangauge: fr'))
  expect(told(parsed)).toEqual(['3 unknown-field'])
  expect(parsed.messages[0]?.reason).toContain('did you mean “language”?')
})

test('a picture that is not there is told at its place: a warning, or an error in a collection', async () => {
  const { PictureError } = await import('@cardpress/core')
  const readPicture = async () => {
    throw new PictureError('missing-image', 'is not there')
  }
  const withPicture = article.replace('The part of the input', '![field](figures/field.png) The part of the input')
  const lenient = await parse(withPicture, { readPicture })
  expect(told(lenient)).toEqual(['13 missing-image'])
  expect(lenient.messages[0]?.column).toBe(10)
  expect(lenient.bank?.questions[1]?.flags).toEqual(['missing-figure'])
  expect(told(await parse(withPicture, { readPicture, strictPictures: true }))).toEqual(['13 missing-image!'])
})

test('pictures are files of the bank, and their bytes count as content', async () => {
  const withPicture = article.replace('The part of the input', '![field](field.png) The part of the input')
  const one = await parse(withPicture, { readPicture: async () => png(2, 2), now: 5 })
  expect(one.pictures?.map(({ path }) => path)).toEqual([expect.stringMatching(/^assets\/[0-9a-f]{16}\.png$/)])
  const two = await parse(withPicture, { readPicture: async () => png(2, 2, 9), lock: one.lock, now: 9 })
  expect(two.lockReport?.changed).toEqual([one.bank?.questions[1]?.id])
})

test('two questions with one explicit id are an error at the second', async () => {
  const parsed = await parse(
    article.replace('layer do?', 'layer do? {#same}').replace('connections used?', 'connections used? {#same}'),
  )
  expect(told(parsed)).toEqual(['15 duplicate-id!'])
  expect(parsed.bank?.questions[0]?.id).toBe('same')
})

test('frontmatter that is not as it should be is told, and costs only its field', async () => {
  const parsed = await parse(article.replace('language: en', 'language: 中文\nurl: a.example'))
  expect(told(parsed)).toEqual(['3 wrong-field', '4 wrong-field'])
  expect(parsed.bank).toMatchObject({ title: 'Nets', language: 'en' })
  expect(parsed.bank).not.toHaveProperty('url')
})

test('an article from nowhere has no pictures beside it', async () => {
  expect(told(await parse(article.replace('The part', '![x](x.png) The part')))).toEqual(['13 missing-image'])
})

test('a question that becomes another note in Anki is told', async () => {
  const { lock } = await parse(article, { now: 5 })
  const choice = article.replace(
    'It shrinks the map and keeps what stands out.',
    'A. It shrinks the map\nB. It adds weights\n\nAnswer: A',
  )
  const parsed = await parse(choice, { lock })
  expect(parsed.bank?.questions[0]?.kind).toBe('single-choice')
  expect(told(parsed)).toContain('7 kind-changed')
})

test('the language is guessed where the article does not say it', async () => {
  const zh = (
    await parse(
      '1. 什么是池化？\n它缩小特征图，并保留最强的响应。\n2. 什么是感受野？\n能影响一个单元的输入区域。\n3. 为什么用残差？\n让梯度更容易传播。\n',
      { path: 'a.txt' },
    )
  ).bank
  expect(zh?.language).toBe('zh-Hans')
  expect((await parse(article.replace('language: en\n', ''))).bank?.language).toBe('en')
})

const settingsFile = (text: string) => ({ settingsFile: { path: 'notes/nets.cardpress.yml', text } })

test('the settings file says how an article is read, and comes before its frontmatter', async () => {
  const parsed = await parse(article, settingsFile('title: Better\ncorrections:\n  "2":\n    flags: [disputed]\n'))
  expect(told(parsed)).toEqual([])
  expect(parsed.bank?.title).toBe('Better')
  expect(parsed.bank?.questions.map(({ flags }) => flags)).toEqual([[], ['disputed'], []])
})

test('a mistake in the settings file is an error at its place in that file', async () => {
  const parsed = await parse(article, settingsFile('# settings\nquestion: "1."\n'))
  expect(told(parsed)).toEqual(['2 unknown-field!'])
  expect(parsed.messages[0]?.file).toBe('notes/nets.cardpress.yml')
  expect(parsed.messages[0]?.reason).toBe(
    'There is no field “question” in the settings file; did you mean “questions”?',
  )
})

test('code in a question does not count for its language', async () => {
  const code = ['```js', 'const names = users.filter((user) => user.active).map((user) => user.name)', '```'].join('\n')
  const source = ['输出什么？', '结果是什么？', '这段代码为什么报错？']
    .map((title, index) => `## ${index + 1}. ${title}\n\n${code}\n\n${code}\n\n答案：请看说明，这里没有输出。\n`)
    .join('\n')
  expect((await parse(source)).bank?.language).toBe('zh-Hans')
})
