import { kindName, type Question, toLine } from '@cardpress/core'
import type { Environment } from '../environment.ts'
import type { ReadInput } from '../read-input.ts'
import { printable, truncate } from '../terminal/width.ts'

/** Questions of a passage that are shown. */
const most = 3
/** Columns of a line of a passage. */
const width = 76

/**
 * Returns how a passage is read: the questions that begin in it, or the one around it.
 *
 * @param read - a reading of the article
 * @param line - where the passage begins, 1-based
 * @param environment - the language
 */
export function showReading({ bank }: ReadInput, line: number, { say, language }: Environment): string[] {
  const all = bank?.questions ?? []
  const next = all.findIndex((question) => question.line > line)
  const from = Math.max(0, (next === -1 ? all.length : next) - 1)
  const shown = all.slice(from, from + most).flatMap((question) => showQuestion(question, language))
  return [say('reviewQuestions', { count: all.length }), ...shown.map((text) => printable(truncate(text, width)))]
}

function showQuestion(question: Question, language: Environment['language']): string[] {
  const head = `${String(question.line).padStart(5)}  ${question.number ?? '·'}  ${toLine(question.prompt)}  [${kindName(question.kind)[language]}]`
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return [
        head,
        ...question.options.map(
          ({ label, content }) =>
            `       ${question.answer.some((one) => one === label) ? '✓' : ' '} ${label}  ${toLine(content)}`,
        ),
      ]
    case 'true-false':
      return [head, `       → ${question.answer ?? '?'}`]
    case 'short-answer':
      return [head, `       → ${question.accepted.join(' | ')}`]
    case 'open':
      return [head, `       → ${toLine(question.answer) || '–'}`]
    case 'cloze':
      return [head]
  }
}

/**
 * Returns the first line at which two readings part, or the line that is given where they agree on where questions begin.
 *
 * @param one - a reading
 * @param other - another one
 * @param line - 1-based
 */
export function whereTheyPart(one: ReadInput, other: ReadInput, line: number): number {
  const lines = (read: ReadInput) => new Set(read.bank?.questions.map((question) => question.line))
  const [mine, theirs] = [lines(one), lines(other)]
  const parting = [...mine, ...theirs].filter((at) => !(mine.has(at) && theirs.has(at)))
  return parting.length === 0 ? line : parting.reduce((least, at) => Math.min(least, at))
}
