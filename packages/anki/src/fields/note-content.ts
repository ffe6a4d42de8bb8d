import type { Question, QuestionBank } from '@cardpress/core'
import { toElement } from '@cardpress/html'
import { clozeCards } from '../cloze.ts'
import { type NoteType, noteTypes } from '../note-types/note-types.ts'
import { escapeHtml } from './escape.ts'
import { answerLetters, optionList, trueFalseList } from './option-list.ts'
import type { FieldContext } from './render.ts'
import { sharedFields } from './shared-fields.ts'

/** The content of a note, ready for Anki. */
export interface NoteContent {
  readonly noteType: NoteType
  /** One value for each field of the note type, in its order. */
  readonly fields: readonly string[]
  /** The cards of the note: template 0, or each cloze index less one. */
  readonly cards: readonly number[]
}

/** Returns what Anki stores for a question. */
export function noteContent(bank: QuestionBank, question: Question, context: FieldContext): NoteContent {
  const own = (handlers[question.kind] as (question: Question, context: FieldContext) => OwnFields)(question, context)
  const shared: Readonly<Record<string, string>> = sharedFields(bank, question, context)
  return {
    noteType: own.noteType,
    fields: own.noteType.fields.map((name) => own.fields[name] ?? shared[name] ?? ''),
    cards: own.cards ?? [0],
  }
}

interface OwnFields {
  readonly noteType: NoteType
  readonly fields: Readonly<Record<string, string>>
  readonly cards?: readonly number[]
}

type Handlers = {
  readonly [Kind in Question['kind']]: (question: Extract<Question, { kind: Kind }>, context: FieldContext) => OwnFields
}

const handlers = {
  open: (question, { html }) => ({
    noteType: noteTypes.open,
    fields: { Question: html(question.prompt), Answer: html(question.answer) },
  }),
  'short-answer': (question, { html, words }) => {
    const [first = '', ...others] = question.accepted.map(escapeHtml)
    const also = others.length === 0 ? '' : toElement('p', {}, `${words.alsoAccepted} ${others.join(' · ')}`)
    return {
      noteType: noteTypes.open,
      fields: {
        Question: html(question.prompt),
        Answer: first === '' ? '' : toElement('p', {}, toElement('strong', {}, first)) + also,
        Explanation: html(question.explanation ?? []),
      },
    }
  },
  'single-choice': choice,
  'multiple-choice': choice,
  'true-false': (question, context) => ({
    noteType: noteTypes.choice,
    fields: {
      Question: context.html(question.prompt),
      Options: trueFalseList(question.answer, context),
      Answer: question.answer === null ? '' : question.answer ? context.words.trueWord : context.words.falseWord,
      Explanation: context.html(question.explanation ?? []),
    },
  }),
  cloze: (question, context) => ({
    noteType: noteTypes.cloze,
    fields: { Text: context.clozeHtml(question.prompt), Explanation: context.html(question.explanation ?? []) },
    cards: clozeCards(question.prompt),
  }),
} satisfies Handlers

function choice(
  question: Extract<Question, { kind: 'single-choice' | 'multiple-choice' }>,
  context: FieldContext,
): OwnFields {
  return {
    noteType: noteTypes.choice,
    fields: {
      Question: context.html(question.prompt),
      Options: optionList(question, context),
      Answer: answerLetters(question),
      Explanation: context.html(question.explanation ?? []),
    },
  }
}
