import { readFileSync } from 'node:fs'
import { account, readArticle, recognise, toText } from '@cardpress/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const page = new URL('pages/en-footnotes/article.md', import.meta.url)

test('footnotes stand at the end of the field that cites them', () => {
  const { questions } = recognise(readArticle({ path: 'a.md', bytes: readFileSync(page) }))
  const answers = questions.map((question) => (question.kind === 'open' ? toText(question.answer) : undefined))
  expect(answers[0]).toBe(
    [
      'A cable only pulls1, and steel pulls better than it pushes.2',
      '1. It cannot be pushed; try it with a rope.\n2. By a factor of two in slender bars.\n   Thick bars are another matter.',
    ].join('\n\n'),
  )
  // A note belongs to the first question that cites it.
  expect(answers[1]).toBe(
    'The stone at the crown of an archarch. See also the first note1.\n\n- arch An arch stands by weight alone.',
  )
  expect(questions[2]).toMatchObject({
    options: [{ content: [{}, { type: 'list', ordered: true, start: 3 }] }, { content: [{}] }],
    explanation: [{}, { type: 'list', start: 4 }],
  })
})

test('nothing is lost, whatever cites and is cited', () => {
  const label = fc.constantFrom('1', '2', '3', 'a', 'note-b', '甲')
  const note = fc.tuple(label, fc.constantFrom('Plain.', 'With *stress* and `code`.', '中文。', 'Two.\n\n    Parts.'))
  const asked = fc.array(fc.array(label, { maxLength: 3 }), { minLength: 3, maxLength: 6 })
  fc.assert(
    fc.property(asked, fc.array(note, { maxLength: 6 }), (citations, notes) => {
      const source = [
        ...citations.map(
          (labels, n) => `## ${n + 1}. Why ${n}?\n\nBecause${labels.map((one) => `[^${one}]`).join(' and')}.`,
        ),
        ...notes.map(([one, text]) => `[^${one}]: ${text}`),
      ].join('\n\n')
      const recognition = recognise(readArticle({ path: 'a.md', source }))
      expect(recognition.questions).toHaveLength(citations.length)
      expect(account(source, recognition).violations).toEqual([])
    }),
    { numRuns: 100 },
  )
})
