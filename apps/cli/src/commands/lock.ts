import type { Environment } from '../environment.ts'
import { explain } from '../explain.ts'
import { findInputs } from '../inputs.ts'
import { type ArticleOptions, readInput } from '../read-input.ts'
import { toReport } from '../report.ts'
import { createStopwatch } from '../stopwatch.ts'
import { adoptLock } from './adopt-lock.ts'

/**
 * Brings the locks of articles up to date and writes nothing else.
 *
 * @param named - articles, folders or globs
 * @param options - of the command line
 * @param environment - streams, language and colours
 * @returns the exit status: 1 when an article has errors, so that its lock stays as it is
 */
export async function lock(
  named: readonly string[],
  options: ArticleOptions & { readonly adopt?: string },
  environment: Environment,
): Promise<number> {
  if (options.adopt !== undefined) return adoptLock(named, options.adopt, environment)
  const { say, stderr } = environment
  let status = 0
  for (const input of await findInputs(named, environment)) {
    try {
      const read = await readInput(input, options, environment, createStopwatch())
      const { isUnsure, messages, delta, saveLock } = read
      const fatal = messages.filter((message) => message.fatal === true)
      for (const line of toReport({ ...read, shown: input.shown, messages: fatal }, environment))
        stderr.write(`${line}\n`)
      if (isUnsure) environment.note(say('lockUnsure', { path: input.shown }))
      if (fatal.length > 0 || isUnsure) {
        status = Math.max(status, 1)
        continue
      }
      const path = await saveLock()
      environment.note(
        path === undefined || delta === undefined
          ? say('lockFresh', { path: input.shown })
          : say('lockWritten', { path, delta: say('delta', delta) }),
      )
    } catch (error) {
      status = Math.max(status, explain(error, environment))
    }
  }
  return status
}
