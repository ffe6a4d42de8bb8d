import type { VFileMessage } from 'vfile-message'

/** Warnings of one rule that are shown whole, when there are more than this many and {@link few}. */
const shown = 2

/** So many warnings of one rule are all shown: a line that stands for them would save little. */
const few = 4

/** A message to show whole, or a rule and the lines of its further warnings. */
export type MessageEntry = { readonly type: 'message'; readonly message: VFileMessage } | MoreEntry

/** The further warnings of a rule. */
export interface MoreEntry {
  readonly type: 'more'
  readonly rule: string
  /** Of those that have one. */
  readonly lines: readonly number[]
  readonly count: number
}

/**
 * Makes room among many messages: a page with forty pictures on another machine has forty warnings that say the same,
 * and the one that differs would be lost between them. The further warnings of a rule become one entry at the end. Errors
 * are never shortened.
 *
 * @param messages - of one file, in the order in which they are to be shown
 * @returns the messages in their order, then an entry for each rule of which some are left out
 */
export function shortenMessages(messages: readonly VFileMessage[]): readonly MessageEntry[] {
  const byRule = new Map<string, VFileMessage[]>()
  for (const message of messages) {
    const rule = shortenedRule(message)
    if (rule === undefined) continue
    const alike = byRule.get(rule)
    if (alike === undefined) byRule.set(rule, [message])
    else alike.push(message)
  }
  const left = [...byRule]
    .filter(([, alike]) => alike.length > few)
    .map(([rule, alike]) => ({ rule, messages: alike.slice(shown) }))
  const isLeft = new Set(left.flatMap((rule) => rule.messages))
  return [
    ...messages.filter((message) => !isLeft.has(message)).map((message) => ({ type: 'message', message }) as const),
    ...left.map((of): MoreEntry => {
      const lines = of.messages.flatMap(({ line }) => line ?? [])
      return { type: 'more', rule: of.rule, lines, count: of.messages.length }
    }),
  ]
}

function shortenedRule({ fatal, ruleId }: VFileMessage): string | undefined {
  return fatal === true ? undefined : ruleId
}
