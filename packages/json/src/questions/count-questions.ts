import type { QuestionBank } from '@cardpress/core'
import type { Counts } from '../schema/questions-file.ts'

/** Returns how many questions a bank has, by kind in alphabetical order. */
export function countQuestions(bank: Pick<QuestionBank, 'questions' | 'retired'>): Counts {
  const byKind: Record<string, number> = {}
  for (const { kind } of bank.questions) byKind[kind] = (byKind[kind] ?? 0) + 1
  const sorted = Object.entries(byKind).sort(([a], [b]) => (a < b ? -1 : 1))
  return { questions: bank.questions.length, retired: bank.retired.length, byKind: Object.fromEntries(sorted) }
}
