import type { MultipleChoiceQuestion, Option, SingleChoiceQuestion } from '@cardpress/core'
import type { Sentence } from '@cardpress/core/messages'
import { say } from '../texts.ts'
import { mentionsIn, namesByPlace, relettered, textRuns } from './option-letters.ts'
import { shuffled } from './random.ts'

/** A question whose options can be shuffled. */
export type ChoiceQuestion = SingleChoiceQuestion | MultipleChoiceQuestion

/** A question with its options in a new order, and which old letter became which. */
export interface ShuffledQuestion {
  readonly question: ChoiceQuestion
  readonly letters: ReadonlyMap<string, string>
  /** Why the options were left in their order; absent where they were shuffled. */
  readonly kept?: Sentence | undefined
}

/**
 * Shuffles the options of a question and calls them by their new letters everywhere: in the key, the explanation, the
 * feedback, and in options that name others. Options stay as they are where a letter might mean something else.
 */
export function shuffleOptions(question: ChoiceQuestion, random: () => number): ShuffledQuestion {
  const labels = question.options.map((option) => option.label)
  const same = new Map(labels.map((label) => [label, label]))
  const obstacle = whyNotShuffled(question)
  if (obstacle !== undefined) return { question, letters: same, kept: obstacle }
  const set = new Set(labels)
  const isFixed = (option: Option) => option.pinned === true || pinnedBy(option, set)
  const free = shuffled(
    question.options.filter((option) => !isFixed(option)),
    random,
  )
  const order = question.options.map((option) => (isFixed(option) ? option : (free.shift() ?? option)))
  const letters = new Map(order.map((option, index) => [option.label, labels[index] ?? option.label]))
  const options = order.map(
    (option, index): Option => ({
      ...option,
      label: labels[index] ?? option.label,
      content: relettered(option.content, set, letters),
      ...(option.feedback ? { feedback: relettered(option.feedback, set, letters) } : {}),
    }),
  )
  const answer = question.answer
    .map((label) => letters.get(label) ?? label)
    .sort((a, b) => labels.indexOf(a) - labels.indexOf(b))
  const explanation = question.explanation ? { explanation: relettered(question.explanation, set, letters) } : {}
  const hint = question.hint ? { hint: relettered(question.hint, set, letters) } : {}
  return { question: { ...question, options, answer, ...explanation, ...hint }, letters }
}

/** Returns what makes shuffling uncertain, in words for the receipt, or undefined. */
function whyNotShuffled(question: ChoiceQuestion): Sentence | undefined {
  const labels = question.options.map((option) => option.label)
  if (!labels.every((label, index) => label === String.fromCharCode(65 + index))) return say('kept.letters')
  const set = new Set(labels)
  const prompt = textRuns(question.prompt)
  const remarks = [
    question.explanation ?? [],
    question.hint ?? [],
    ...question.options.map((option) => option.feedback ?? []),
  ].map(textRuns)
  for (const { text, other } of remarks) {
    if (text.some(namesByPlace)) return say('kept.place')
    for (const run of text) {
      const mentions = mentionsIn(run, set)
      if (!mentions) return say('kept.explanation', { text: shortened(run) })
      if (mentions.length > 0 && hasLetters(prompt, set)) return say('kept.prompt')
    }
    if (other.some((run) => isLetters(run, set))) return say('kept.code')
  }
  const [last] = question.options.slice(-1)
  for (const option of question.options) {
    const { text } = textRuns(option.content)
    const isPinned = option.pinned === true || pinnedBy(option, set)
    if (isPinned && option !== last && text.some(namesByPlace)) return say('kept.above', { label: option.label })
    if (text.some((run) => mentionsIn(run, set) === undefined)) return say('kept.option', { label: option.label })
  }
  if (prompt.text.some((run) => (mentionsIn(run, set)?.length ?? 0) > 0)) return say('kept.names')
  return undefined
}

/** Options that keep their place although the bank does not say so: "all of the above", "A and C". */
function pinnedBy(option: Option, labels: ReadonlySet<string>): boolean {
  const { text } = textRuns(option.content)
  return text.some((run) => namesByPlace(run) || (mentionsIn(run, labels)?.length ?? 0) > 0)
}

function hasLetters(
  runs: { readonly text: readonly string[]; readonly other: readonly string[] },
  labels: ReadonlySet<string>,
): boolean {
  return [...runs.text, ...runs.other].some((run) =>
    Array.from(run.matchAll(/(?<![A-Za-z\\])[A-Z](?![A-Za-z])/g)).some(([letter]) => labels.has(letter)),
  )
}

function isLetters(text: string, labels: ReadonlySet<string>): boolean {
  const bare = text.replace(/\\(?:text|mathrm|mathbf)\{([^}]*)\}/g, '$1').trim()
  return /^[A-Z]+$/.test(bare) && Array.from(bare).every((letter) => labels.has(letter))
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text
}
