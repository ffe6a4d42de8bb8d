import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { reporterJson } from 'vfile-reporter-json'
import type { Environment } from '../environment.ts'
import { explain } from '../explain.ts'
import { explainReading } from '../explain-reading.ts'
import { findInputs } from '../inputs.ts'
import { type ArticleOptions, readInput } from '../read-input.ts'
import { toReport } from '../report.ts'
import { createStopwatch } from '../stopwatch.ts'

/** The options of `cardpress check`. */
export interface CheckOptions extends ArticleOptions {
  readonly explain?: true
  readonly json?: true
}

/**
 * Reads articles and reports every mistake in them; writes nothing, not even a lock.
 *
 * @param named - articles, folders or globs
 * @param options - of the command line
 * @param environment - streams, language and colours
 * @returns the exit status: 1 when an article has an error or its reading is unsure
 */
export async function check(
  named: readonly string[],
  options: CheckOptions,
  environment: Environment,
): Promise<number> {
  const { say, stdout, style } = environment
  const inputs = await findInputs(named, environment)
  const files: VFile[] = []
  const counts = { count: inputs.length, questions: 0, errors: 0, warnings: 0 }
  let status = 0
  for (const input of inputs) {
    try {
      const read = await readInput(input, { ...options, strict: true }, environment, createStopwatch())
      const file = new VFile({ path: input.shown, cwd: environment.cwd })
      const messages = [...read.messages, ...(await formulas(read))]
      file.messages.push(...messages)
      files.push(file)
      counts.questions += read.bank?.questions.length ?? 0
      for (const message of messages) counts[message.fatal === true ? 'errors' : 'warnings']++
      if (read.isUnsure || messages.some((message) => message.fatal === true)) status = Math.max(status, 1)
      if (options.json === true) continue
      for (const line of toReport({ ...read, shown: input.shown, messages }, environment))
        environment.stderr.write(`${line}\n`)
      if (options.explain === true) for (const line of explainReading(read, environment)) environment.note(line)
    } catch (error) {
      status = Math.max(status, explain(error, environment))
    }
  }
  if (options.json === true) stdout.write(`${reporterJson(files, { pretty: 2 })}\n`)
  else environment.note((status === 0 ? style.good : style.error)(say('checked', counts)))
  return status
}

/** What is wrong with the formulas: outputs print their source, so it is an error here and nowhere else. */
async function formulas({ bank, source }: Awaited<ReturnType<typeof readInput>>): Promise<readonly VFileMessage[]> {
  if (bank === undefined || source === undefined) return []
  const { checkMath } = await import('@cardpress/math')
  return checkMath(bank, source, { fatal: true })
}
