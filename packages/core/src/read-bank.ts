import { z } from 'zod'
import { say } from './messages/say.ts'
import { ToldError } from './messages/told-error.ts'
import {
  bankFieldsSchema,
  checkQuestions,
  type QuestionBank,
  questionBankSchema,
  questionSchema,
  schemaVersion,
} from './schema/bank.ts'
import { type Problem, show, toProblem, valueAt } from './validate/problem.ts'

/** A bank that cannot be used. `problems` names the wrong fields; `message` tells the first of them. */
export class BankError extends ToldError {
  override readonly name = 'BankError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly [Problem, ...Problem[]]) {
    const [first, ...rest] = problems
    const { path, expected, found } = first
    const place = path === '' ? '' : say('bank.place', { path })
    const more = rest.length === 0 ? '' : say('bank.more', { count: rest.length })
    super(say('bank.invalid', { place, expected, found, more }))
    this.problems = problems
  }
}

/**
 * Returns a bank that was read from elsewhere, checked in every field. Any schema 1.x is accepted: fields that a later
 * 1.x added are dropped.
 *
 * @param json the text of a `bank.json`, or the value parsed from it.
 * @throws {BankError} naming the path of each wrong field, what was expected there and what was found.
 */
export function readBank(json: unknown): QuestionBank {
  const value = typeof json === 'string' ? parseJson(json) : json
  checkVersion(value)
  if (typeof json === 'string' && readInTurn(value)) return value
  let result = questionBankSchema.safeParse(value)
  // A later 1.x may add fields at any depth; each round drops those that the round before could see.
  for (let round = 0; !result.success && isNewer(value) && round < 100; round++) {
    const extra = result.error.issues.filter((issue) => issue.code === 'unrecognized_keys')
    if (extra.length === 0) break
    result = questionBankSchema.safeParse(withoutFields(value, extra))
  }
  if (result.success) return result.data
  const problems = result.error.issues.map((issue) => toProblem(issue, value))
  throw new BankError(problems as [Problem, ...Problem[]])
}

const headSchema = bankFieldsSchema.extend({ questions: z.array(z.unknown()) })

/**
 * Checks a bank that belongs to nobody else question by question, so that it is never in memory twice: zod copies what it
 * checks. Says whether it is valid; what is wrong, and where, is found by reading it as a whole.
 */
function readInTurn(bank: unknown): bank is QuestionBank {
  const head = headSchema.safeParse(bank)
  if (!head.success) return false
  if (!head.data.questions.every((question) => questionSchema.safeParse(question).success)) return false
  let isSound = true
  checkQuestions((bank as QuestionBank).questions, () => {
    isSound = false
  })
  return isSound
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
  } catch (error) {
    const found = text.trim() === '' ? say('bank.empty') : say('bank.no-json', { detail: (error as Error).message })
    throw new BankError([{ path: '', expected: say('bank.json'), found }])
  }
}

function checkVersion(value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BankError([{ path: '', expected: say('bank.object'), found: show(value) }])
  const version = (value as { schemaVersion?: unknown }).schemaVersion
  if (typeof version === 'string' && /^1\.\d+$/.test(version)) return
  const advice = typeof version === 'string' && /^\d+\.\d+$/.test(version) ? say('bank.version.advice') : ''
  throw new BankError([
    { path: 'schemaVersion', expected: say('bank.version', { own: schemaVersion, advice }), found: show(version) },
  ])
}

function isNewer(value: unknown): boolean {
  const minor = (version: string) => Number(version.split('.')[1])
  return minor((value as { schemaVersion: string }).schemaVersion) > minor(schemaVersion)
}

function withoutFields(
  value: unknown,
  issues: readonly Extract<z.core.$ZodIssue, { code: 'unrecognized_keys' }>[],
): unknown {
  const copy = structuredClone(value)
  for (const issue of issues) {
    const parent = valueAt(copy, issue.path)
    for (const key of issue.keys) delete (parent as Record<string, unknown>)[key]
  }
  return copy
}
