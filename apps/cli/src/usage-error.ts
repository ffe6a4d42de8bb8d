/** The command line asks for something that cannot be: told without a stack trace, exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
