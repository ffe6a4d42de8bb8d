import { say } from './messages/say.ts'
import { ToldError } from './messages/told-error.ts'
import type { Question } from './schema/bank.ts'

/** What can be asked of a question. */
const fields = {
  tag: (question) => question.tags,
  flag: (question) => question.flags,
  section: (question) => question.section,
  kind: (question) => [question.kind],
  difficulty: (question) => [question.difficulty ?? ''],
  confidence: (question) => [question.confidence],
  id: (question) => [question.id],
  number: (question) => [question.number ?? ''],
} as const satisfies Record<string, (question: Question) => readonly string[]>

/**
 * Returns the condition that a text means: `tag=cnn,difficulty!=easy` (all must hold), `kind=open|cloze` (one of them),
 * `number=1-10` (a range).
 *
 * @param text conditions `field=value` or `field!=value`, joined by commas. Fields: tag, flag, section, kind, difficulty,
 *   confidence, id, number.
 * @throws {ToldError} naming the part that is no condition, and what one looks like.
 */
export function toCondition(text: string): (question: Question) => boolean {
  const tests = text.split(',').map(toTest)
  return (question) => tests.every((test) => test(question))
}

function toTest(part: string): (question: Question) => boolean {
  const at = part.search(/!?=/)
  const name = part.slice(0, Math.max(at, 0)).trim()
  const isNegative = part[at] === '!'
  if (at < 0 || !Object.hasOwn(fields, name))
    throw new ToldError(say('condition.none', { part: part.trim(), fields: Object.keys(fields).join(', ') }))
  const wanted = part
    .slice(at + (isNegative ? 2 : 1))
    .split('|')
    .map((value) => value.trim())
  const read = fields[name as keyof typeof fields]
  const matches = (value: string) => wanted.some((one) => one === value || (name === 'number' && inRange(value, one)))
  return (question) => read(question).some(matches) !== isNegative
}

/** Whether a number lies in a range such as `1-10`, its ends included. */
function inRange(value: string, range: string): boolean {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(range) ?? []
  return from !== undefined && /^\d+$/.test(value) && Number(from) <= Number(value) && Number(value) <= Number(to)
}
