import type { QuestionBank } from '@cardpress/core'
import { toElement } from '@cardpress/html'
import { escapeHtml } from './fields/escape.ts'
import { wordsOf } from './words.ts'

/** Returns what stands on a deck's own page: what it is, how much, whose, from where; HTML. */
export function deckDescription(bank: QuestionBank): string {
  const { questions, source } = wordsOf(bank.language)
  const facts = [questions(bank.questions.length), bank.author, bank.license].filter((fact) => fact !== undefined)
  const lines = [
    bank.description,
    facts.join(' · '),
    bank.url === undefined ? undefined : `${source}: ${bank.url}`,
  ].filter((line) => line !== undefined)
  return lines.map(escapeHtml).join(toElement('br'))
}
