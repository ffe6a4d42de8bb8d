import { account, parseBank, toLine } from '@cardpress/core'
import { describe, expect, it } from 'vitest'

const quiz = `Which planet has the shortest year?
A. Venus
B. Mercury
C. Mars
ANSWER: B

What does a red octagon ask of a driver?
A) To stop
B) To hurry
ANSWER: A
`
const parse = (source: string, format?: 'aiken') => parseBank({ path: 'quiz.txt', source, format })

describe('Aiken', () => {
  it('is known by its text and read as it says', async () => {
    const { bank, isUnsure } = await parse(quiz)
    expect(isUnsure).toBe(false)
    expect(bank?.source.format).toBe('aiken')
    expect(
      bank?.questions.map((question) => [
        question.kind,
        question.line,
        question.title,
        'options' in question && question.options.map(({ label, content }) => `${label} ${toLine(content)}`),
        'answer' in question && question.answer,
        question.confidence,
      ]),
    ).toEqual([
      ['single-choice', 1, 'Which planet has the shortest year?', ['A Venus', 'B Mercury', 'C Mars'], ['B'], 'sure'],
      ['single-choice', 7, 'What does a red octagon ask of a driver?', ['A To stop', 'B To hurry'], ['A'], 'sure'],
    ])
    expect(bank && account(quiz, bank).violations).toEqual([])
  })

  it('leaves numbers, titles and explanations to the recogniser', async () => {
    for (const other of [
      `1. ${quiz}`,
      `# Road signs\n\n${quiz}`,
      `${quiz}\nThe answers are those of 2020.\n`,
      quiz.replace('ANSWER: A', 'ANSWER: C'),
    ])
      expect((await parse(other)).bank?.source.format).not.toBe('aiken')
  })

  it('tells what is broken with its place, and reads the rest', async () => {
    const source = `${quiz}\nWho?\nA. He\nB. She\nANSWER: C\n\nWhen?\nANSWER: A\n\nWhere?\nA. Here\nB. There\n\nWhy?\nA. So\n`
    const { bank, messages } = await parse(source, 'aiken')
    expect(bank?.questions).toHaveLength(2)
    expect(bank && account(source, bank).violations).toEqual([])
    expect(messages.map(({ line, ruleId, fatal, reason }) => [line, ruleId, fatal, reason])).toMatchInlineSnapshot(`
      [
        [
          12,
          "broken-aiken",
          true,
          "The key names C, and the question has options A to B",
        ],
        [
          17,
          "broken-aiken",
          true,
          "A question in Aiken is a line of text, at least two options (A. B.) and a line such as ANSWER: B",
        ],
        [
          20,
          "broken-aiken",
          true,
          "The question has no line such as ANSWER: B",
        ],
        [
          24,
          "broken-aiken",
          true,
          "The question has no line such as ANSWER: B",
        ],
      ]
    `)
  })
})
