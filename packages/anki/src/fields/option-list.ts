import type { MultipleChoiceQuestion, Option, SingleChoiceQuestion } from '@cardpress/core'
import { toElement } from '@cardpress/html'
import { escapeHtml } from './escape.ts'
import type { FieldContext } from './render.ts'

type Choice = SingleChoiceQuestion | MultipleChoiceQuestion

/**
 * Returns the options of a choice question as one HTML list. It holds all that the card needs, so that the number of
 * options never changes the note type, and it reads well where no script runs.
 */
export function optionList(question: Choice, context: FieldContext): string {
  const many = question.kind === 'multiple-choice'
  return list(
    question.options.map((option) => row(option, question.answer.includes(option.label), context)),
    { many, shuffle: context.shuffle, guid: context.guid },
  )
}

/** Returns "true" and "false" as the options of a true-false question; they keep their places. */
export function trueFalseList(answer: boolean | null, { words, guid }: FieldContext): string {
  const rows = [
    item({ label: 'T', letter: '✓', content: [escapeHtml(words.trueWord)], correct: answer === true, pinned: true }),
    item({ label: 'F', letter: '✗', content: [escapeHtml(words.falseWord)], correct: answer === false, pinned: true }),
  ]
  return list(rows, { many: false, shuffle: false, guid })
}

/** Returns the key as it is printed: "C", "A, C". */
export function answerLetters(question: Choice): string {
  return question.options
    .map(({ label }) => label)
    .filter((label) => question.answer.includes(label))
    .map(escapeHtml)
    .join(', ')
}

function list(
  rows: readonly string[],
  { many, shuffle, guid }: { readonly many: boolean; readonly shuffle: boolean; readonly guid: string },
): string {
  const select = many ? 'many' : 'one'
  const fixed = shuffle ? undefined : 'off'
  return toElement('ol', { class: 'cp-list', 'data-id': guid, 'data-select': select, 'data-shuffle': fixed }, ...rows)
}

function row(option: Option, correct: boolean, { html }: FieldContext): string {
  const feedback = option.feedback && toElement('div', { class: 'cp-feedback' }, html(option.feedback))
  return item({
    label: option.label,
    letter: escapeHtml(option.label),
    content: [toElement('div', {}, html(option.content)), feedback ?? ''],
    correct,
    pinned: option.pinned === true,
  })
}

function item(its: {
  readonly label: string
  readonly letter: string
  readonly content: readonly string[]
  readonly correct: boolean
  readonly pinned: boolean
}): string {
  const mark = (marked: boolean) => (marked ? '' : undefined)
  return toElement(
    'li',
    {
      class: 'cp-option tappable',
      'data-label': its.label,
      'data-correct': mark(its.correct),
      'data-pinned': mark(its.pinned),
    },
    toElement('span', { class: 'cp-letter' }, its.letter),
    toElement('div', { class: 'cp-content' }, ...its.content),
  )
}
