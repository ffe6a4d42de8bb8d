import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseBank, type QuestionDraft, toLine, updateLock } from '@cardpress/core'
import { readArticleFiles } from '@cardpress/core/disk'
import { beforeAll, describe, expect, test } from 'vitest'
import { open } from './drafts.ts'

const corpus = fileURLToPath(new URL('../../../../../shared/corpus/', import.meta.url))
const pages = ['first-article.txt', 'os-headings-zh.md', 'aws-exam-1.md']
const options = { collection: 'c', deck: 'd', now: 5 }

/** Drops, changes or adds one word of a prompt. */
function reword(question: QuestionDraft, at: number): QuestionDraft {
  const text = toLine(question.prompt)
  const isHan = /\p{sc=Han}/u.test(text)
  const words = isHan ? [...text] : text.split(' ')
  const place = (at * 7) % words.length
  if (at % 3 === 0) words.splice(place, 1)
  else words.splice(place, at % 3 === 1 ? 1 : 0, isHan ? '究' : 'really')
  return { ...question, prompt: open(words.join(isHan ? '' : ' ')).prompt }
}

const missing = existsSync(corpus) ? '' : ' (skipped: there is no ../shared/corpus here)'

describe.skipIf(missing !== '').each(pages)(`the questions of %s${missing}`, (page) => {
  let questions: readonly QuestionDraft[] = []
  let first = updateLock(undefined, [], options)
  const ids = (drafts: readonly QuestionDraft[]) =>
    updateLock(first.lock, drafts, options).identities.map(({ id }) => id)
  const known = () => first.identities.map(({ id }) => id)

  beforeAll(async () => {
    const files = await readArticleFiles(corpus + page, { withLock: false })
    const { article } = await parseBank({ ...files, orphanLocks: [], readPicture: async () => new Uint8Array() })
    questions = article?.recognition.questions ?? []
    first = updateLock(undefined, questions, options)
  })

  test('keep their ids when each is reworded by one word', () => {
    expect(questions.length).toBeGreaterThan(10)
    expect(ids(questions.map(reword))).toEqual(known())
  })

  test('keep their ids when every fourth is reworded and all are turned round', () => {
    const edited = questions.map((question, at) => (at % 4 === 0 ? reword(question, at) : question))
    const found = ids(edited.toReversed()).toReversed()
    const kept = found.filter((id, at) => id === known()[at]).length
    expect(kept / questions.length).toBeGreaterThan(0.98)
    // Whatever was not found again is new, never another question.
    for (const [at, id] of found.entries()) if (id !== known()[at]) expect(known()).not.toContain(id)
  })

  test('do not give their ids to questions that take their place', () => {
    const base = questions.filter((_, at) => at % 5 !== 4)
    const others = questions.filter((_, at) => at % 5 === 4)
    first = updateLock(undefined, base, options)
    const edited = base.map((question, at) => (at % 4 === 1 ? (others[(at - 1) / 4] ?? question) : question))
    const found = ids(edited)
    for (const [at, id] of found.entries())
      if (edited[at] === base[at]) expect(id).toBe(known()[at])
      else expect(known()).not.toContain(id)
  })
})
