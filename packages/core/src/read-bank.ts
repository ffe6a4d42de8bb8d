import type { z } from 'zod'
import { type QuestionBank, questionBankSchema, schemaVersion } from './schema/bank.ts'

/** One field of a bank that is not what it should be. */
export interface BankProblem {
  /** Where, as one would write it in JavaScript: `questions[3].answer[0]`; empty for the whole file. */
  readonly path: string
  /** What was expected there. */
  readonly expected: string
  /** What stands there instead, shortened. */
  readonly found: string
}

/** A bank that cannot be used. `problems` names the wrong fields; `message` tells the first of them. */
export class BankError extends Error {
  override readonly name = 'BankError'
  readonly problems: readonly BankProblem[]

  constructor(problems: readonly [BankProblem, ...BankProblem[]]) {
    const [first, ...rest] = problems
    const place = first.path === '' ? '' : `${first.path}: `
    const more = rest.length === 0 ? '' : ` (and ${rest.length} more)`
    super(`not a valid bank: ${place}expected ${first.expected}, found ${first.found}${more}`)
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
  let result = questionBankSchema.safeParse(value)
  // A later 1.x may add fields at any depth; each round drops those that the round before could see.
  for (let round = 0; !result.success && isNewer(value) && round < 100; round++) {
    const extra = result.error.issues.filter((issue) => issue.code === 'unrecognized_keys')
    if (extra.length === 0) break
    result = questionBankSchema.safeParse(withoutFields(value, extra))
  }
  if (result.success) return result.data
  const problems = result.error.issues.map((issue) => toProblem(issue, value))
  throw new BankError(problems as [BankProblem, ...BankProblem[]])
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
  } catch (error) {
    const found = text.trim() === '' ? 'an empty file' : `text that is not JSON (${(error as Error).message})`
    throw new BankError([{ path: '', expected: 'a bank in JSON', found }])
  }
}

function checkVersion(value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BankError([{ path: '', expected: 'a bank, that is, a JSON object', found: show(value) }])
  const version = (value as { schemaVersion?: unknown }).schemaVersion
  if (typeof version === 'string' && /^1\.\d+$/.test(version)) return
  const advice = typeof version === 'string' && /^\d+\.\d+$/.test(version) ? '; parse the article again' : ''
  throw new BankError([
    { path: 'schemaVersion', expected: `"1.x" (this build writes ${schemaVersion}${advice})`, found: show(version) },
  ])
}

function isNewer(value: unknown): boolean {
  const minor = (version: string) => Number(version.split('.')[1])
  return minor((value as { schemaVersion: string }).schemaVersion) > minor(schemaVersion)
}

type Issue = z.core.$ZodIssue

function withoutFields(value: unknown, issues: readonly Extract<Issue, { code: 'unrecognized_keys' }>[]): unknown {
  const copy = structuredClone(value)
  for (const issue of issues) {
    const parent = at(copy, issue.path)
    for (const key of issue.keys) delete (parent as Record<string, unknown>)[key]
  }
  return copy
}

function toProblem(issue: Issue, value: unknown): BankProblem {
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? ''
    const found = at(value, [...issue.path, key])
    return { path: toPath([...issue.path, key]), expected: 'no such field', found: show(found) }
  }
  return { path: toPath(issue.path), expected: expectation(issue), found: show(at(value, issue.path)) }
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? `${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`
    case 'invalid_value':
      return issue.values.map((one) => JSON.stringify(one)).join(' or ')
    case 'too_small':
      return `at least ${amount(Number(issue.minimum), issue.origin)}`
    case 'too_big':
      return `at most ${amount(Number(issue.maximum), issue.origin)}`
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? issue.options.map((one) => JSON.stringify(one)).join(' or ')
        : issue.message
    default:
      return issue.message
  }
}

const typeNames: Readonly<Record<string, string>> = { int: 'a whole number' }
const units: Readonly<Record<string, string>> = { string: 'character', array: 'item' }

function amount(count: number, origin: string): string {
  const unit = units[origin]
  return unit === undefined ? String(count) : `${count} ${unit}${count === 1 ? '' : 's'}`
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined
    current = (current as Record<PropertyKey, unknown>)[key]
  }
  return current
}

function toPath(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? String(key) : `.${String(key)}`))
    .join('')
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`
}
