import { say } from '../messages/say.ts'
import { joined, type Language, type Sentence } from '../messages/sentence.ts'
import { ToldError } from '../messages/told-error.ts'

/** The command line is wrong: programs say so and exit with status 2. */
export class UsageError extends ToldError {
  override readonly name = 'UsageError'
}

/**
 * Returns what `parseArgs` of node:util found wrong with a command line, in every language.
 *
 * @param error what it threw.
 */
export function usageError(error: unknown): UsageError {
  const { code, message } = error as NodeJS.ErrnoException
  const option = /'([^']+)'/.exec(message)?.[1]
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && option !== undefined)
    return new UsageError({ en: message, zh: say('unknown-option', { option }).zh })
  return new UsageError(message)
}

/**
 * Returns why a program ended, for its person: one readable message; only a bug keeps its stack.
 *
 * @param name the program.
 * @param error what was thrown.
 * @param language the language of the person.
 */
export function explainError(name: string, error: unknown, language: Language): string {
  const told = (sentence: string | Sentence) => joined(`${name}: `, sentence)[language]
  if (error instanceof UsageError) return `${told(error.sentence)}\n${say('run-help', { name })[language]}`
  if (error instanceof ToldError) return told(error.sentence)
  return `${told(say('bug', { name }))}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}
