import type { Block, Question, QuestionBank } from '@cardpress/core'
import { hideClozes, toText } from '@cardpress/core'
import { toRfc3339 } from './rfc-3339.ts'

/**
 * Returns what stands before the questions of a schema.org `Quiz` in JSON-LD; the questions go into its `hasPart`. The
 * context is inline, so that it expands without a network.
 */
export function quizHead(bank: QuestionBank): object {
  return {
    '@context': { '@vocab': 'https://schema.org/', '@language': bank.language, id: '@id', type: '@type' },
    '@id': `urn:cardpress:${bank.collection}`,
    '@type': 'Quiz',
    name: bank.title,
    ...(bank.description === undefined ? {} : { description: bank.description }),
    inLanguage: bank.language,
    ...(bank.tags.length === 0 ? {} : { keywords: bank.tags }),
    ...(bank.author === undefined ? {} : { author: { '@type': 'Person', name: bank.author } }),
    ...(bank.license === undefined ? {} : { license: bank.license }),
    ...(bank.url === undefined ? {} : { url: bank.url }),
    ...(bank.translationOf === undefined
      ? {}
      : { translationOfWork: { '@id': `urn:cardpress:${bank.translationOf.collection}`, '@type': 'Quiz' } }),
  }
}

/**
 * Returns one question as a schema.org `Question`. Answers that are given by choice are `acceptedAnswer` where the key
 * names them and `suggestedAnswer` otherwise; anything else is a flash card.
 */
export function quizQuestion(question: Question, bank: QuestionBank): object {
  return {
    '@id': `urn:cardpress:${bank.collection}:${question.id}`,
    '@type': 'Question',
    identifier: question.id,
    name: question.title,
    text: toText([...(question.group?.stem ?? []), ...hideClozes(question.prompt)]),
    dateModified: toRfc3339(question.modified),
    ...(question.tags.length === 0 ? {} : { keywords: question.tags }),
    ...(question.section.length === 0 ? {} : { about: { '@type': 'Thing', name: question.section.at(-1) } }),
    ...(question.difficulty === undefined ? {} : { educationalLevel: question.difficulty }),
    ...answersOf(question),
  }
}

function answersOf(question: Question): object {
  switch (question.kind) {
    case 'open':
      return flashCard(question.answer.length === 0 ? undefined : toText(question.answer))
    case 'single-choice':
    case 'multiple-choice': {
      const answers = question.options.map((option, index) => ({
        ...answer(toText(option.content), option.feedback),
        position: index + 1,
        correct: question.answer.includes(option.label),
      }))
      const why = explanationOf(question.explanation)
      const accepted = answers.filter(({ correct }) => correct).map(({ correct: _, ...rest }) => ({ ...rest, ...why }))
      const suggested = answers.filter(({ correct }) => !correct).map(({ correct: _, ...rest }) => rest)
      return {
        eduQuestionType: question.kind === 'single-choice' ? 'Multiple choice' : 'Checkbox',
        ...(accepted.length === 0 ? {} : { acceptedAnswer: accepted }),
        ...(suggested.length === 0 ? {} : { suggestedAnswer: suggested }),
      }
    }
    case 'true-false':
      return flashCard(question.answer === null ? undefined : String(question.answer), question.explanation)
    case 'short-answer':
      return {
        eduQuestionType: 'Flashcard',
        ...(question.accepted.length === 0
          ? {}
          : {
              acceptedAnswer: question.accepted.map((text) => ({
                ...answer(text),
                ...explanationOf(question.explanation),
              })),
            }),
      }
    case 'cloze':
      return flashCard(toText(question.prompt), question.explanation)
  }
}

function flashCard(text: string | undefined, explanation?: readonly Block[]): object {
  return {
    eduQuestionType: 'Flashcard',
    ...(text === undefined ? {} : { acceptedAnswer: { ...answer(text), ...explanationOf(explanation) } }),
  }
}

function answer(text: string, feedback?: readonly Block[]): { '@type': 'Answer'; text: string; comment?: object } {
  return {
    '@type': 'Answer',
    text,
    ...(feedback === undefined ? {} : { comment: { '@type': 'Comment', text: toText(feedback) } }),
  }
}

function explanationOf(explanation: readonly Block[] | undefined): object {
  if (explanation === undefined || explanation.length === 0) return {}
  return { answerExplanation: { '@type': 'Comment', text: toText(explanation) } }
}
