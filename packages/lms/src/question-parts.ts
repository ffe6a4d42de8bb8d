import type { Block, Inline, Option, Question } from '@cardpress/core'
import { toText } from '@cardpress/core'

/** Returns whether the article says what is right; always true for questions that are not graded by a program. */
export function isKeyed(question: Question): boolean {
  if (question.kind === 'true-false') return question.answer !== null
  if (question.kind === 'short-answer') return question.accepted.length > 0
  return 'options' in question ? question.answer.length > 0 : true
}

/**
 * Returns what stands before the answer: the stem that neighbours share, the prompt, and below it the options where nobody
 * can choose among them because the article gives no key.
 */
export function stemOf(question: Question): Block[] {
  const stem = [...(question.group?.stem ?? []), ...question.prompt]
  if (!('options' in question) || isKeyed(question)) return stem
  return [...stem, labelled(question.options, ({ content }) => content)]
}

/**
 * Returns what is shown once the question is answered: the answer of an open question or the explanation, what is said of
 * options that nobody can choose, and where to read on.
 */
export function solutionOf(question: Question): Block[] {
  const said = question.kind === 'open' ? question.answer : (question.explanation ?? [])
  const commented =
    'options' in question && !isKeyed(question) ? question.options.filter(({ feedback }) => feedback?.length) : []
  return [
    ...said,
    ...(commented.length === 0 ? [] : [labelled(commented, ({ feedback }) => feedback ?? [])]),
    ...(question.references ?? []),
  ]
}

/**
 * Returns whether the options may be shown in any order: none is pinned to its place, and no text that goes with the
 * question names one by its letter, which would be another's then.
 */
export function mayShuffle(question: Extract<Question, { options: unknown }>): boolean {
  const labels = new Set(question.options.map(({ label }) => label))
  const texts = [question.prompt, question.explanation ?? [], question.hint ?? []]
  for (const { content, feedback } of question.options) texts.push(content, feedback ?? [])
  const named = texts.flatMap((blocks) => toText(blocks).match(/(?<![\p{L}\p{N}])[A-Z]+(?![\p{Ll}\p{N}])/gu) ?? [])
  const isNamed = named.some((word) => labels.has(word) || [...word].every((letter) => labels.has(letter)))
  return !isNamed && !question.options.some(({ pinned }) => pinned)
}

function labelled(options: readonly Option[], contentOf: (option: Option) => readonly Block[]): Block {
  const items = options.map((option) => ({
    type: 'listItem' as const,
    spread: false,
    children: behindLabel(option.label, contentOf(option)),
  }))
  return { type: 'list', ordered: false, spread: false, children: items }
}

function behindLabel(label: string, content: readonly Block[]): Block[] {
  const mark: Inline = { type: 'text', value: `${label}. ` }
  const [first, ...rest] = content
  if (first?.type === 'paragraph') return [{ type: 'paragraph', children: [mark, ...first.children] }, ...rest]
  return [{ type: 'paragraph', children: [mark] }, ...content]
}
