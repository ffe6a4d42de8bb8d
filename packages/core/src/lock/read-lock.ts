import { toProblem } from '../validate/problem.ts'
import { type Lock, lockSchema, lockVersion } from './lock.ts'

/** A lock file that cannot be used. */
export class LockError extends Error {
  override readonly name = 'LockError'
  /** What is wrong, and where in the file. */
  readonly what: string
  /** What the person can do. */
  readonly hint: string

  constructor(what: string, hint: string) {
    super(`${what}; ${hint}`)
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
  if (/^(?:<{7}|={7}|>{7})/m.test(text))
    throw new LockError(
      'the lock holds the marks of a merge conflict',
      'keep the questions of both sides (each id once), then run "cardpress lock"',
    )
  const value = parse(text)
  const version =
    typeof value === 'object' && value !== null ? (value as { lockVersion?: unknown }).lockVersion : undefined
  if (typeof version === 'number' && version > lockVersion)
    throw new LockError(
      `the lock has version ${version} and this build reads ${lockVersion}`,
      'install a newer cardpress',
    )
  const result = lockSchema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  if (issue === undefined) throw result.error
  const { path, expected, found } = toProblem(issue, value)
  throw new LockError(`not a valid lock: ${path}: expected ${expected}, found ${found}`, restore)
}

const restore = 'restore it from version control, or from a deck with "cardpress lock --adopt old.apkg"'

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new LockError(`the lock is not JSON (${(error as Error).message})`, restore)
  }
}
