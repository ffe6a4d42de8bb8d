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
  kinds: {
    'single-choice': 'Choose one',
    'multiple-choice': 'Choose all that apply',
    'true-false': 'True or false',
    cloze: 'Fill in the blanks',
    'short-answer': 'Short answers',
    open: 'Questions',
  },
  part: (number, name, count, each, total) => {
    const points = (value: number) => `${value} ${value === 1 ? 'point' : 'points'}`
    const size = `${count} ${count === 1 ? 'question' : 'questions'}`
    return `Part ${number}. ${name} (${size}${each === undefined || count === 1 ? '' : `, ${points(each)} each`}, ${points(total)})`
  },
  partNumber: (number) => String(number),
  points: (points) => ` (${points} ${points === 1 ? 'point' : 'points'})`,
  bracket: '',
  version: (name) => `Version ${name}`,
  fields: ['Name', 'Class', 'Student no.'],
  seal: 'Do not write beyond this line',
  instructions: (count, points) =>
    `${count} questions, ${points} points. Write your answers in the space below each question.`,
  continued: (number) => `Question ${number}, continued`,
  partHead: 'Part',
  fullMarks: 'Points',
  score: 'Score',
  total: 'Total',
  numberHead: 'No.',
  keyOverview: 'Key at a glance',
  versionTable: 'Numbers and options of the versions',
  versionTableHead: 'Question',
  sheet: (number, side) => `sheet ${number}${{ front: ', front', back: ', back', both: '' }[side]}`,
  cardPart: (part, count) => `part ${part} of ${count}`,
}
