import type { QuestionBank } from '@cardpress/core'

/** Returns whether there is a formula anywhere in a bank, so that MathJax is loaded only then. */
export function hasMath(bank: QuestionBank): boolean {
  return contains(bank.questions)
}

function contains(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { type } = value as { type?: unknown }
  return type === 'math' || type === 'inlineMath' || Object.values(value).some(contains)
}
