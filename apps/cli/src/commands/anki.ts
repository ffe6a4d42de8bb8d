import { dirname, resolve } from 'node:path'
import { DiskError, folderAssets, portableName, readBankFile, writeFiles } from '@cardpress/core/disk'
import type { VFileMessage } from 'vfile-message'
import { chooseQuestions } from '../choose-questions.ts'
import type { Environment } from '../environment.ts'
import { toReport } from '../report.ts'
import { UsageError } from '../usage-error.ts'
import { readCondition } from './build.ts'

/** The options of `cardpress anki`. */
export interface AnkiVerbOptions {
  readonly deck?: string
  readonly out?: string
  readonly where?: string
}

/**
 * Makes one Anki package of several banks, each a sub-deck of one deck.
 *
 * @param files - paths of banks, in the order in which their cards are to be learned
 * @param options - of the command line
 * @param environment - streams, language and folder
 * @returns the exit status: 1 when a bank cannot become a deck
 */
export async function anki(
  files: readonly string[],
  options: AnkiVerbOptions,
  environment: Environment,
): Promise<number> {
  const { cwd, say, stderr } = environment
  const { deck } = options
  if (deck === undefined)
    throw new UsageError(
      `${say('missingOption', { given: '--deck <name>' })}\n${say('runHelp', { command: 'cardpress anki' })}`,
    )
  const { emitAnkiPackage } = await import('@cardpress/anki')
  const meets = readCondition(options.where, environment)
  const banks = await Promise.all(
    files.map(async (file) => {
      const path = resolve(cwd, file)
      const bank = await readBankFile(path).catch((error: unknown) => {
        throw error instanceof DiskError ? new DiskError(file, error.what, error.hint, { cause: error }) : error
      })
      return { bank: { ...bank, questions: chooseQuestions(bank, meets) }, assets: folderAssets(dirname(path)) }
    }),
  )
  const messages: VFileMessage[] = []
  const out = resolve(cwd, options.out ?? 'dist')
  const name = portableName(deck.replaceAll('::', '-'))
  const package_ = emitAnkiPackage(banks, {
    deck,
    name,
    onMessage: (message) => void messages.push(message),
  })
  // A refusal ends the files before the first one: then there is nothing to write.
  const written = await writeFiles(out, package_)
  for (const line of toReport({ shown: files.join(', '), source: undefined, messages }, environment))
    stderr.write(`${line}\n`)
  for (const { path } of written) environment.note(say('made', { path: `${options.out ?? 'dist'}/${path}` }))
  return messages.some((message) => message.fatal === true) ? 1 : 0
}
