import type { Labels } from './label-table.ts'

/** English. */
export const en: Labels = {
  answer: 'Answer',
  explanation: 'Why',
  hint: 'Hint',
  references: 'References',
  noAnswer: 'The article gives no answer',
  noKey: 'The article gives no key',
  true: 'True',
  false: 'False',
  colon: ': ',
  page: (page, count) => `page ${page} of ${count}`,
  questions: (count) => `${count} ${count === 1 ? 'question' : 'questions'}`,
  flags: {
    'missing-figure': 'figure or formula missing in the source',
    disputed: 'the answer is disputed',
    'hint-only': 'only a hint is given',
  },
  cheatsheet: 'Cheat sheet',
  exam: 'Exam',
  examKey: 'Key and explanations',
  cards: 'Cards',
  contents: 'Contents',
}
