import type { Question, QuestionBank } from '@cardpress/core'
import { clozesOf, toLine, toMarkdown } from '@cardpress/core'
import { cellText } from './cell-text.ts'

/**
 * Returns a bank as CSV (RFC 4180): a header, then one row per question. It begins with a byte-order mark, without which
 * Excel reads Chinese as garbage. Rich text is Markdown.
 *
 * A cell that a spreadsheet would take for a formula (`=`, `+`, `-`, `@` at its start, unless it is a number) is preceded by
 * an apostrophe.
 */
export function toCsv(bank: QuestionBank): string {
  const rows = [columns, ...bank.questions.map((question) => rowOf(question))]
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

const columns = [
  'id',
  'number',
  'kind',
  'section',
  'prompt',
  'options',
  'answer',
  'explanation',
  'hint',
  'tags',
  'flags',
  'points',
  'feedback',
  'references',
  'difficulty',
]

function rowOf(question: Question): string[] {
  const { id, number = '', kind, section, prompt, hint, tags, flags, points, references, difficulty = '' } = question
  const stem = [...(question.group?.stem ?? []), ...prompt]
  const options =
    'options' in question ? question.options.map(({ label, content }) => `${label}. ${toMarkdown(content)}`) : []
  const feedback =
    'options' in question
      ? question.options.flatMap(({ label, feedback }) => (feedback?.length ? `${label}. ${toMarkdown(feedback)}` : []))
      : []
  const explanation = 'explanation' in question ? question.explanation : undefined
  return [
    id,
    number,
    kind,
    section.join(' / '),
    toMarkdown(stem),
    options.join('\n'),
    answerOf(question),
    explanation === undefined ? '' : toMarkdown(explanation),
    hint === undefined ? '' : toMarkdown(hint),
    tags.join(', '),
    flags.join(', '),
    points === undefined ? '' : String(points),
    feedback.join('\n'),
    references === undefined ? '' : toMarkdown(references),
    difficulty,
  ]
}

function answerOf(question: Question): string {
  switch (question.kind) {
    case 'open':
      return toMarkdown(question.answer)
    case 'single-choice':
    case 'multiple-choice':
      return question.answer.join(', ')
    case 'true-false':
      return question.answer === null ? '' : String(question.answer)
    case 'short-answer':
      return question.accepted.join('\n')
    case 'cloze':
      return clozesOf(question.prompt)
        .map(({ children }) => toLine(children))
        .join('\n')
  }
}

function cell(value: string): string {
  const text = cellText(value)
  const inert = /^[=+\-@\t]/.test(text) && !/^[+-]?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
