import { locales, type z } from 'zod'
import { say, texts } from '../messages/say.ts'
import { asSentence, joined, type Sentence } from '../messages/sentence.ts'
import { expectations } from '../messages/texts/fields.ts'

/** One field of a file that is not what it should be. */
export interface Problem {
  /** Where, as one would write it in JavaScript: `questions[3].answer[0]`; empty for the whole file. */
  readonly path: string
  /** What was expected there. */
  readonly expected: Sentence
  /** What stands there instead, shortened. */
  readonly found: Sentence
}

/** Returns in a person's words what zod has to say of a value. */
export function toProblem(issue: z.core.$ZodIssue, value: unknown): Problem {
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? ''
    const found = valueAt(value, [...issue.path, key])
    return { path: toPath([...issue.path, key]), expected: say('field.none'), found: show(found) }
  }
  return { path: toPath(issue.path), expected: expectation(issue), found: show(valueAt(value, issue.path)) }
}

function expectation(issue: z.core.$ZodIssue): Sentence {
  switch (issue.code) {
    case 'invalid_type':
      return typeName(issue.expected)
    case 'invalid_value':
      return oneOf(issue.values)
    case 'too_small':
      return say('field.least', { amount: amount(Number(issue.minimum), issue.origin) })
    case 'too_big':
      return say('field.most', { amount: amount(Number(issue.maximum), issue.origin) })
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? oneOf(issue.options) : inWords(issue)
    default:
      return inWords(issue)
  }
}

const zhCn = locales.zhCN()

/** What a schema says of itself: in every language where the words are ours, else as zod says it in each. */
function inWords(issue: z.core.$ZodIssue): Sentence {
  const ours = issue.code === 'custom' ? (issue.params?.sentence as Sentence | undefined) : undefined
  const known = ours ?? Object.values(expectations).find(({ en }) => en === issue.message)
  if (known !== undefined) return known
  // Words that are neither ours nor zod's are somebody's own schema.
  if (issue.code === 'custom' || !issue.message.startsWith('Invalid ')) return asSentence(issue.message)
  const chinese = zhCn.localeError(issue as z.core.$ZodRawIssue)
  return { en: issue.message, zh: typeof chinese === 'string' ? chinese : (chinese?.message ?? issue.message) }
}

function typeName(type: string): Sentence {
  if (type === 'int') return say('field.whole')
  const name = Object.hasOwn(texts, `type.${type}`) ? say(`type.${type}` as 'type.string') : type
  return say(/^[aeiou]/.test(type) ? 'field.an' : 'field.a', { type: name })
}

function oneOf(values: readonly unknown[]): Sentence {
  return joined(
    ...values.flatMap((one, at) => [...(at === 0 ? [] : [say('field.or')]), asSentence(JSON.stringify(one))]),
  )
}

const units = { string: 'field.characters', array: 'field.items' } as const

function amount(count: number, origin: string): Sentence {
  return origin === 'string' || origin === 'array' ? say(units[origin], { count }) : asSentence(String(count))
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
export function show(value: unknown): Sentence {
  if (value === undefined) return say('field.nothing')
  const text = JSON.stringify(value)
  return asSentence(text.length <= 60 ? text : `${text.slice(0, 59)}…`)
}
