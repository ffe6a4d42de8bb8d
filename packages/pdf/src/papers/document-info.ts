import type { QuestionBank } from '@cardpress/core'
import type { DocumentInfo } from '../draw/paper-document.ts'

/** Returns what a paper says of itself: title, author, language, and when its content last changed (never a clock). */
export function documentInfo(bank: QuestionBank, paper: string): DocumentInfo {
  return {
    title: `${bank.title} — ${paper}`,
    author: bank.author,
    subject: bank.description,
    keywords: bank.tags.length > 0 ? bank.tags.join(', ') : undefined,
    language: bank.language,
    modified: bank.questions.reduce((latest, question) => Math.max(latest, question.modified), 0),
  }
}
