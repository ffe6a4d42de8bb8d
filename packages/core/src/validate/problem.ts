import type { z } from 'zod'

/** One field of a file that is not what it should be. */
export interface Problem {
  /** Where, as one would write it in JavaScript: `questions[3].answer[0]`; empty for the whole file. */
  readonly path: string
  /** What was expected there. */
  readonly expected: string
  /** What stands there instead, shortened. */
  readonly found: string
}

/** Returns in a person's words what zod has to say of a value. */
export function toProblem(issue: z.core.$ZodIssue, value: unknown): Problem {
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? ''
    const found = valueAt(value, [...issue.path, key])
    return { path: toPath([...issue.path, key]), expected: 'no such field', found: show(found) }
  }
  return { path: toPath(issue.path), expected: expectation(issue), found: show(valueAt(value, issue.path)) }
}

function expectation(issue: z.core.$ZodIssue): string {
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

/** Returns what stands at a path of a value, or undefined. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
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

/** Returns a value as JSON, shortened. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`
}
