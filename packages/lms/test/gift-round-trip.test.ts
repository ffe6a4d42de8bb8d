import { account, parseBank, type Question, toLine } from '@cardpress/core'
import { expect, it } from 'vitest'
import { toGift } from '../src/to-gift.ts'
import { awkwardBank, sampleBank } from './support/bank.ts'

const contentOf = (question: Question) => ({
  id: question.id,
  kind: question.kind,
  prompt: toLine([...(question.group?.stem ?? []), ...question.prompt]),
  section: question.section,
  tags: question.tags,
  ...('options' in question
    ? { options: question.options.map(({ content, feedback }) => [toLine(content), feedback && toLine(feedback)]) }
    : {}),
  ...('answer' in question ? { answer: question.kind === 'open' ? toLine(question.answer) : question.answer } : {}),
  // `->` has no escape in GIFT's plain text: a space parts it.
  ...(question.kind === 'short-answer'
    ? { accepted: question.accepted.map((text) => text.replaceAll('- >', '->')) }
    : {}),
  ...('explanation' in question && question.explanation ? { explanation: toLine(question.explanation) } : {}),
})

it.each([
  ['sample', sampleBank()],
  ['awkward', awkwardBank()],
] as const)('GIFT of the %s bank, read again, says the same', async (_, bank) => {
  const source = toGift(bank)
  const { bank: again, messages } = await parseBank({ path: 'questions.gift', source })
  expect(messages.filter(({ fatal }) => fatal)).toEqual([])
  expect(again && account(source, again).violations).toEqual([])
  expect(again?.title).toBe(bank.title)
  // GIFT has no choice without a key, and no cloze: those arrive as other kinds.
  const kept = bank.questions.filter(
    (question) => question.kind !== 'cloze' && !('options' in question && question.answer.length === 0),
  )
  expect(kept.length).toBeGreaterThan(2)
  const read = new Map(again?.questions.map((question) => [question.id, question]))
  for (const question of kept)
    expect(contentOf(read.get(question.id) as Question), question.id).toEqual(contentOf(question))
})
