import type { Question, QuestionBank } from '@cardpress/core'
import { toElement } from '@cardpress/html'
import type { Words } from '../words.ts'
import { escapeHtml } from './escape.ts'
import { lostOnBack } from './lost-pictures.ts'
import type { FieldContext } from './render.ts'

/** The fields that every note type has, by name. */
export function sharedFields(bank: QuestionBank, question: Question, context: FieldContext) {
  return {
    Hint: context.html(question.hint ?? []),
    References: context.html(question.references ?? []),
    Stem: context.html(question.group?.stem ?? []),
    Number: escapeHtml(question.number ?? ''),
    Section: question.section.map(escapeHtml).join(' › '),
    Kind: question.kind,
    Notice: question.flags.map((flag) => notice(flag, question, context.words)).join(''),
    Source: source(bank),
    Language: bank.language,
    Origin: `${bank.collection} ${question.id} ${question.contentHash}`,
  }
}

/** A flag that cards do not know is a tag only. */
function notice(flag: string, question: Question, words: Words): string {
  const text = words.flags[flag]
  if (text === undefined) return ''
  const side = flag === 'missing-figure' && lostOnBack(question) ? 'back' : undefined
  return toElement('span', { class: 'cp-flag', 'data-flag': flag, 'data-side': side }, escapeHtml(text))
}

function source(bank: QuestionBank): string {
  return bank.url === undefined ? '' : toElement('a', { href: bank.url }, escapeHtml(bank.title))
}
