import { say } from '../messages/say.ts'
import { joined, type Sentence } from '../messages/sentence.ts'
import { ToldError } from '../messages/told-error.ts'
import { toProblem } from '../validate/problem.ts'
import { type Lock, lockSchema, lockVersion } from './lock.ts'

/** A lock file that cannot be used. */
export class LockError extends ToldError {
  override readonly name = 'LockError'
  /** What is wrong, and where in the file. */
  readonly what: Sentence
  /** What the person can do. */
  readonly hint: Sentence

  constructor(what: Sentence, hint: Sentence) {
    super(joined(what, { en: '; ', zh: '；' }, hint))
    this.what = what
    this.hint = hint
  }
}

/**
 * Returns the lock that a `cardpress.lock.json` holds.
 *
 * @param text the file's text.
 * @throws {LockError} when it is not JSON (a merge left its marks, for instance), of another version, or wrong in a field.
 */
export function readLock(text: string): Lock {
  if (/^(?:<{7}|={7}|>{7})/m.test(text)) throw new LockError(say('lock.merge'), say('lock.merge.hint'))
  const value = parse(text)
  const version =
    typeof value === 'object' && value !== null ? (value as { lockVersion?: unknown }).lockVersion : undefined
  if (typeof version === 'number' && version > lockVersion)
    throw new LockError(say('lock.version', { version, own: lockVersion }), say('lock.version.hint'))
  const result = lockSchema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  if (issue === undefined) throw result.error
  const { path, expected, found } = toProblem(issue, value)
  throw new LockError(say('lock.invalid', { path, expected, found }), say('lock.restore'))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new LockError(say('lock.json', { detail: (error as Error).message }), say('lock.restore'))
  }
}
