import type { Question } from '@cardpress/core'
import { withoutSpace } from './read-pdf.ts'

/** Returns the words, code and formulas of a value of the bank, in order, each without white space. */
export function leavesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf)
  if (!value || typeof value !== 'object') return []
  const node = value as { value?: unknown; children?: unknown }
  if (typeof node.value === 'string') return [withoutSpace(node.value)].filter((text) => text !== '')
  return leavesOf(node.children)
}

/** Returns what a paper with answers must show of a question, in order. */
export function expectedOf(question: Question): string[] {
  const leaves = leavesOf(question.prompt)
  if (question.kind === 'open') leaves.push(...leavesOf(question.answer))
  if ('options' in question)
    leaves.push(...question.options.flatMap((option) => [`${option.label}.`, ...leavesOf(option.content)]))
  if ('explanation' in question) leaves.push(...leavesOf(question.explanation))
  return leaves
}

/** Returns the first of `leaves` that does not follow in `text`, or undefined where all are there in order. */
export function firstMissing(text: string, leaves: readonly string[]): string | undefined {
  let at = 0
  for (const leaf of leaves) {
    const found = text.indexOf(leaf, at)
    if (found < 0) return `${leaf} … after … ${text.slice(Math.max(0, at - 40), at + 120)}`
    at = found + leaf.length
  }
  return undefined
}
