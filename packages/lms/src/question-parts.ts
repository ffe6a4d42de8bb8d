import type { Block, Inline, Question } from '@cardpress/core'

type Cloze = Extract<Inline, { type: 'cloze' }>

/** Returns whether the article says what is right; always true for questions that are not graded by a program. */
export function isKeyed(question: Question): boolean {
  if (question.kind === 'true-false') return question.answer !== null
  if (question.kind === 'short-answer') return question.accepted.length > 0
  return 'options' in question ? question.answer.length > 0 : true
}

/** Returns the prompt, and the options as a list below it. */
export function withOptions(question: Question): Block[] {
  if (!('options' in question)) return question.prompt
  const items = question.options.map((option) => ({
    type: 'listItem' as const,
    spread: false,
    children: labelled(option.label, option.content),
  }))
  return [...question.prompt, { type: 'list', ordered: false, spread: false, children: items }]
}

function labelled(label: string, content: readonly Block[]): Block[] {
  const mark: Inline = { type: 'text', value: `${label}. ` }
  const [first, ...rest] = content
  if (first?.type === 'paragraph') return [{ type: 'paragraph', children: [mark, ...first.children] }, ...rest]
  return [{ type: 'paragraph', children: [mark] }, ...content]
}

/** Returns the only hidden part of a cloze, or `undefined` where there are more. */
export function singleDeletion(blocks: readonly Block[]): Cloze | undefined {
  const found: Cloze[] = []
  collect(blocks, found)
  return found.length === 1 ? found[0] : undefined
}

function collect(value: unknown, found: Cloze[]): void {
  if (typeof value !== 'object' || value === null) return
  if ((value as { type?: unknown }).type === 'cloze') found.push(value as Cloze)
  for (const child of Object.values(value)) collect(child, found)
}
