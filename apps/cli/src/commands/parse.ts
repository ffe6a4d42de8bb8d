import { resolve } from 'node:path'
import { writeFileAtomic } from '@cardpress/core/disk'
import type { Environment } from '../environment.ts'
import { findInputs } from '../inputs.ts'
import { type ArticleOptions, readInput, toBankText } from '../read-input.ts'
import { toReceipt } from '../receipt.ts'
import { toReport } from '../report.ts'
import { findPlaces } from '../review/find-places.ts'
import { createStopwatch } from '../stopwatch.ts'
import { UsageError } from '../usage-error.ts'

/** The options of `cardpress parse`. */
export interface ParseOptions extends ArticleOptions {
  readonly out?: string
}

/**
 * Reads one article and writes its bank, also when it has errors or its reading is unsure, so that other tools can look.
 *
 * @param named - an article
 * @param options - of the command line; without `out` the bank goes to stdout
 * @param environment - streams, language and colours
 * @returns the exit status: 1 when the article has errors or its reading is unsure
 */
export async function parse(named: string, options: ParseOptions, environment: Environment): Promise<number> {
  const { say, stdout, stderr } = environment
  const inputs = await findInputs([named], environment)
  const [input] = inputs
  if (input === undefined || inputs.length !== 1)
    throw new UsageError(say('oneArticle', { command: 'parse', count: inputs.length }))
  const watch = createStopwatch()
  const read = await readInput(input, options, environment, watch)
  const { bank, source, messages, guesses } = read
  const fatal = messages.filter((message) => message.fatal === true)
  if (fatal.length > 0)
    for (const line of toReport({ ...read, shown: input.shown, messages: fatal }, environment))
      stderr.write(`${line}\n`)
  if (bank === undefined) return 1
  // An uncertain reading must not enter the lock: it would retire questions that are only misread.
  if (fatal.length === 0 && !read.isUnsure) await read.saveLock()
  if (options.out === undefined) stdout.write(toBankText(bank))
  else await writeFileAtomic(resolve(environment.cwd, options.out), toBankText(bank))
  const receipt = toReceipt(
    {
      bank,
      source: source ?? '',
      shown: input.shown,
      notes: messages.filter((message) => message.fatal !== true),
      guesses,
      written: options.out === undefined ? [] : [{ path: options.out, note: '' }],
      withheld: undefined,
      uncertain: input.file === undefined ? 0 : findPlaces(read).length,
      timing: environment.verbose ? watch.stages() : [],
    },
    environment,
  )
  for (const line of receipt) environment.note(line)
  return fatal.length > 0 || read.isUnsure ? 1 : 0
}
