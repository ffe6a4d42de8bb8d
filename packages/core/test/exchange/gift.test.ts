import { account, parseBank, toLine } from '@cardpress/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const read = async (source: string, path = 'quiz.gift') => {
  const { bank, messages, isUnsure } = await parseBank({ path, source })
  if (!bank) throw new Error(messages.map(String).join('\n'))
  return { bank, messages, isUnsure, questions: bank.questions, account: account(source, bank) }
}

const quiz = `// Made for the fourth form
$CATEGORY: $course$/top/Geography/Rivers

// [id:vienna] [tag:capitals] [tag:two words]
::V1:: Which river flows through Vienna? {
  =Danube # It rises in the Black Forest.
  ~Rhine # That one passes Basel.
  ~Elbe
  ####The Danube ends in the Black Sea.
}

The Nile is longer than the Thames. {TRUE#No, by far.#Right.}

$CATEGORY: $course$/top/Geography/Sums

Two plus two is {=4 =four#In words.}.

::E::[html]<p>What does <b>erosion</b> do\\: name <i>two</i> things &amp; caf&eacute;s?</p>{####<p>It carries soil away.</p>}

How long is it? {#2850:50}

When {#
  =1914..1918#The first.
  =%50%1939:0
}?

Where does each rise? {
  =Danube -> Germany
  =Volga -> Russia
}

Pick the even ones. {
  ~%50%two
  ~%-100%three
  ~%50%four
  ~None of these
}

What follows is about lakes.
`

describe('GIFT', () => {
  it('gives every question with what the file says of it', async () => {
    const { questions, isUnsure, bank } = await read(quiz)
    expect(isUnsure).toBe(false)
    expect(bank.title).toBe('Geography')
    expect(bank.source.format).toBe('gift')
    const shown = questions.map((question) => ({
      kind: question.kind,
      title: question.title,
      section: question.section.join('/'),
      ...('options' in question
        ? { options: question.options.map(({ content, feedback }) => [toLine(content), feedback && toLine(feedback)]) }
        : {}),
      ...(question.kind === 'short-answer' ? { accepted: question.accepted } : {}),
      ...('answer' in question ? { answer: question.kind === 'open' ? toLine(question.answer) : question.answer } : {}),
      ...('explanation' in question && question.explanation ? { explanation: toLine(question.explanation) } : {}),
      flags: question.flags,
    }))
    expect(shown).toMatchInlineSnapshot(`
      [
        {
          "answer": [
            "A",
          ],
          "explanation": "The Danube ends in the Black Sea.",
          "flags": [],
          "kind": "single-choice",
          "options": [
            [
              "Danube",
              "It rises in the Black Forest.",
            ],
            [
              "Rhine",
              "That one passes Basel.",
            ],
            [
              "Elbe",
              undefined,
            ],
          ],
          "section": "Rivers",
          "title": "Which river flows through Vienna?",
        },
        {
          "answer": true,
          "explanation": "No, by far. Right.",
          "flags": [],
          "kind": "true-false",
          "section": "Rivers",
          "title": "The Nile is longer than the Thames.",
        },
        {
          "accepted": [
            "4",
            "four",
          ],
          "explanation": "In words.",
          "flags": [],
          "kind": "short-answer",
          "section": "Sums",
          "title": "Two plus two is _____.",
        },
        {
          "answer": "It carries soil away.",
          "flags": [],
          "kind": "open",
          "section": "Sums",
          "title": "What does erosion do: name two things & cafés?",
        },
        {
          "answer": "2850 ± 50",
          "flags": [
            "converted",
          ],
          "kind": "open",
          "section": "Sums",
          "title": "How long is it?",
        },
        {
          "answer": "1914 – 1918 The first. 1939",
          "flags": [
            "converted",
          ],
          "kind": "open",
          "section": "Sums",
          "title": "When _____?",
        },
        {
          "answer": "1. Germany 2. Russia",
          "flags": [
            "converted",
          ],
          "kind": "open",
          "section": "Sums",
          "title": "Where does each rise?",
        },
        {
          "answer": [
            "A",
            "C",
          ],
          "flags": [],
          "kind": "multiple-choice",
          "options": [
            [
              "two",
              undefined,
            ],
            [
              "three",
              undefined,
            ],
            [
              "four",
              undefined,
            ],
            [
              "None of these",
              undefined,
            ],
          ],
          "section": "Sums",
          "title": "Pick the even ones.",
        },
      ]
    `)
    expect(questions[0]).toMatchObject({ id: 'vienna', tags: ['capitals', 'two words'], line: 5 })
    expect(questions.at(-1)).toMatchObject({ options: [{}, {}, {}, { pinned: true }] })
    const matching = questions[6]
    expect(matching && toLine(matching.prompt)).toBe('Where does each rise? 1. Danube 2. Volga')
  })

  it('accounts for every character', async () => {
    const { account: sums, bank } = await read(quiz)
    expect(sums.violations).toEqual([])
    expect(bank.leftovers.map(({ span, reason }) => [quiz.slice(span.start, span.end), reason])).toEqual([
      ['// Made for the fourth form', 'comment'],
      ['$CATEGORY: $course$/top/Geography/Rivers', 'section-heading'],
      ['// [id:vienna] [tag:capitals] [tag:two words]', 'comment'],
      ['$CATEGORY: $course$/top/Geography/Sums', 'section-heading'],
      ['What follows is about lakes.', 'preamble'],
    ])
  })

  it('is known by what it says where the name does not tell', async () => {
    expect((await read(quiz, 'quiz.txt')).bank.source.format).toBe('gift')
    const code = 'What is a set?\n\nA set holds each value once.\n\nconst a = {= 1}\n\nAnd a map?\n'
    const { bank } = await parseBank({ path: 'notes.txt', source: code })
    expect(bank?.source.format).toBe('text')
  })

  it('tells what is broken with its place, and reads the rest', async () => {
    const source = 'One? {=a ~b\n\nTwo? {=c ~d}\n\nThree? {=e ~f} and {g}\n\nFour? {=h ~i}\nFive? {=j ~k}\n'
    const { bank, messages } = await parseBank({ path: 'q.gift', source })
    expect(bank?.questions.map(({ title }) => title)).toEqual(['Two?'])
    expect(messages.map(({ line, ruleId, fatal, reason }) => [line, ruleId, fatal, reason])).toMatchInlineSnapshot(`
      [
        [
          1,
          "broken-gift",
          true,
          "This question of GIFT does not end: its answers are not closed by }",
        ],
        [
          5,
          "broken-gift",
          true,
          "This is not GIFT from “{g}” on: a blank line parts questions, and in text ~ = # { } and : need a backslash before them",
        ],
        [
          8,
          "broken-gift",
          true,
          "This is not GIFT from “{=j ~k}” on: a blank line parts questions, and in text ~ = # { } and : need a backslash before them",
        ],
      ]
    `)
  })

  it('accounts for answers within a sentence, references in them too', async () => {
    const source = '{&eacute;}%50%\n\nOne {=word &eacute; #said} here is missing.\n'
    const { bank } = await parseBank({ path: 'q.gift', source })
    expect(bank && account(source, bank).violations).toEqual([])
  })

  it('never throws, and loses no character of any text', async () => {
    const part = fc.constantFrom(
      '{',
      '}',
      '=',
      '~',
      '#',
      '####',
      '->',
      '::',
      ':',
      '//',
      '\n',
      '\n\n',
      '\\',
      '%50%',
      'T',
      'a b',
      '[html]',
      '<b>x</b>',
      '&eacute;',
      '$CATEGORY: x/y',
      '1..2',
      '面',
      ' ',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 40 }).map((parts) => parts.join('')),
        async (source) => {
          const { bank } = await parseBank({ path: 'q.gift', source })
          if (bank) expect(account(source, bank).violations).toEqual([])
        },
      ),
      { numRuns: 500 },
    )
  })
})
