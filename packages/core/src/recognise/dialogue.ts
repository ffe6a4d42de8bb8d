import type { Line } from './lines/line.ts'
import type { AnswerMark } from './marks/answer-mark.ts'
import { questionLikeness } from './marks/question-words.ts'

/** A conversation: who speaks at which line. */
export interface Dialogue {
  /** The lines that a speaker's name opens, and how much of them it takes. */
  readonly turns: ReadonlyMap<number, Turn>
  /** The one who asks, where the others answer. */
  readonly asker: string | undefined
}

/** One speaker's turn. */
export interface Turn {
  readonly speaker: string
  /** Units of the line before what is said. */
  readonly mark: number
  /** How much it reads like a question. */
  readonly likeness: number
}

const name = /^\s{0,8}(\p{Lu}[\p{L}.'’-]{0,24}(?: [\p{L}(][\p{L}.'’)-]{0,24}){0,3})\s?[:：]\s{1,4}(?=\S)/u
/** Words of questions and answers, and of forms, are nobody's name. */
const noName =
  /^(?:q|a|ans|question|answer|note|tip|hint|explanation|example|output|input|correct|option|options|title|date|time|level|difficulty|topic|tags?|source|author|step|warning|pros|cons|definition|syntax|result|formula|reason|rationale|http)\b/iu

/**
 * Returns the conversation that a page is: at least two speakers, three turns each, whose names open most of its lines.
 *
 * @param lines The lines of the page.
 */
export function dialogueOf(lines: readonly Line[]): Dialogue | undefined {
  const turns = new Map<number, Turn>()
  const counts = new Map<string, { turns: number; asking: number }>()
  let texts = 0
  for (const { index, kind, text } of lines) {
    if (kind !== 'text' || text.trim() === '') continue
    texts++
    const match = name.exec(text.slice(0, 120))
    const speaker = match?.[1] ?? ''
    if (!match || noName.test(speaker)) continue
    const said = text.slice(match[0].length)
    const likeness = Math.max(questionLikeness(said), /[?？]/u.test(said) ? 0.75 : 0, lastSentence(said))
    turns.set(index, { speaker, mark: match[0].length, likeness })
    const count = counts.get(speaker) ?? { turns: 0, asking: 0 }
    counts.set(speaker, { turns: count.turns + 1, asking: count.asking + (likeness >= 0.5 ? 1 : 0) })
  }
  const speakers = [...counts].filter(([, count]) => count.turns >= 3)
  const spoken = speakers.reduce((sum, [, count]) => sum + count.turns, 0)
  if (speakers.length < 2 || speakers.length > 6 || spoken * 2 < texts) return undefined
  for (const [index, { speaker }] of turns) if ((counts.get(speaker)?.turns ?? 0) < 3) turns.delete(index)
  const askers = speakers.filter(([, count]) => count.asking * 5 >= count.turns * 3)
  const answer = speakers.filter(([, count]) => count.asking * 10 <= count.turns * 3)
  const [asker] = askers.length === 1 && answer.length === speakers.length - 1 ? askers : []
  return { turns, asker: asker?.[0] }
}

/** "Thanks. Tell me about yourself." asks at its end. */
function lastSentence(said: string): number {
  return questionLikeness(
    said
      .slice(-300)
      .split(/[.!]\s/u)
      .at(-1) ?? '',
  )
}

/**
 * Returns the marks of the answers in a conversation, by line.
 *
 * @param dialogue The conversation.
 */
export function answersOf({ turns, asker }: Dialogue): Map<number, AnswerMark> {
  const found = new Map<number, AnswerMark>()
  if (asker === undefined) return found
  for (const [line, { speaker, mark }] of turns)
    if (speaker !== asker) found.set(line, { role: 'answer', word: speaker, length: mark, firm: true })
  return found
}
