import { dirname, relative } from 'node:path'
import { parseArgs } from 'node:util'
import type { VFileMessage } from 'vfile-message'
import type { Emit, EmittedFile } from '../emit.ts'
import { findLanguage } from '../messages/find-language.ts'
import { reasonIn } from '../messages/message.ts'
import { say } from '../messages/say.ts'
import { joined, type Language, type Sentence } from '../messages/sentence.ts'
import { ToldError } from '../messages/told-error.ts'
import type { Question, QuestionBank } from '../schema/bank.ts'
import { toCondition } from '../to-condition.ts'
import { folderAssets } from './folder-assets.ts'
import { toSlashes } from './platform.ts'
import { readBankFile } from './read-bank-file.ts'
import { explainError, UsageError, usageError } from './usage-error.ts'
import { writeFiles } from './write-files.ts'
import { discardUnfinished } from './write-temporary.ts'

/** One option of an emitter's program. */
export interface EmitterOption {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  /** What stands for the value in the help: `--columns N`. */
  readonly value?: string
  /** What it does, in each language. */
  readonly help: Sentence
}

/** The values that were given on the command line, by the options' names. */
export type EmitterValues = Readonly<Record<string, string | boolean | undefined>>

/** A program that reads a bank and writes the files of one family. */
export interface EmitterProgram<Options extends object> {
  /** The name of the bin: `cardpress-anki`. */
  readonly name: string
  readonly emit: Emit<Options>
  /** Options besides `--out` and `--help`, by name in kebab-case. */
  readonly options?: Readonly<Record<string, EmitterOption>>
  /**
   * Makes the emitter's options of the values; throws {@link UsageError} for a value that is wrong.
   * Needed only where there are options.
   */
  readonly toOptions?: (values: EmitterValues) => Options
}

/**
 * Runs an emitter as a program: `NAME BANK [--out DIR] [options]`, the pictures beside the bank. Messages go to stderr.
 * Sets `process.exitCode`: 0 fine, 1 the emitter reported an error (nothing is written), 2 usage or environment.
 *
 * @param program - the emitter, its name and options
 * @param args - the command line; default: that of the process
 */
export async function runEmitter<Options extends object>(
  program: EmitterProgram<Options>,
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  exitOnSignals()
  const language = findLanguage(process.env)
  try {
    const { values, positionals } = parse(program, args)
    if (values.help === true) {
      process.stdout.write(usage(program, language))
      return
    }
    const [bankFile] = positionals
    if (bankFile === undefined || positionals.length !== 1) throw new UsageError(say('one-bank'))
    const out = typeof values.out === 'string' ? values.out : dirname(bankFile)
    const options = program.toOptions?.(values) ?? ({} as Options)
    const where = typeof values.where === 'string' && program.options?.where === undefined ? values.where : undefined
    const bank = select(await readBankFile(bankFile), where)
    const messages: VFileMessage[] = []
    const files = program.emit(bank, folderAssets(dirname(bankFile)), {
      ...options,
      onMessage: (message) => void messages.push(message),
    })
    const written = await writeFiles(out, refuseFatal(files, messages)).finally(() =>
      report(messages, bank.source.path, language),
    )
    for (const { file, bytes } of written)
      process.stderr.write(`${say('file-written', { path: shown(file), bytes })[language]}\n`)
  } catch (error) {
    process.exitCode = explain(program.name, error, language)
  }
}

/** Keeps the questions that meet the conditions of `--where`. */
function select(bank: QuestionBank, where: string | undefined): QuestionBank {
  if (where === undefined) return bank
  let condition: (question: Question) => boolean
  try {
    condition = toCondition(where)
  } catch (error) {
    throw error instanceof ToldError ? new UsageError(joined('--where: ', error.sentence)) : error
  }
  return { ...bank, questions: bank.questions.filter(condition) }
}

/** Ends the stream with an error when the emitter reported one, before anything is renamed. */
async function* refuseFatal(
  files: AsyncIterable<EmittedFile>,
  messages: readonly VFileMessage[],
): AsyncGenerator<EmittedFile> {
  yield* files
  if (messages.some((message) => message.fatal === true)) throw new RefusedError()
}

/** The emitter reported errors; they have been printed. */
class RefusedError extends Error {}

/**
 * Removes temporary files when the program is interrupted, and exits with 128 plus the signal's number (130 for Ctrl-C).
 */
export function exitOnSignals(): void {
  if (watchesSignals) return
  watchesSignals = true
  const numbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const
  for (const [signal, number] of Object.entries(numbers)) {
    process.once(signal, () => {
      discardUnfinished()
      process.exit(128 + number)
    })
  }
}

let watchesSignals = false

function parse(program: Pick<EmitterProgram<object>, 'name' | 'options'>, args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(allOptions(program)).map(([name, { type, short }]) => [
      name,
      short === undefined ? { type } : { type, short },
    ]),
  )
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw usageError(error)
  }
}

function allOptions(
  program: Pick<EmitterProgram<object>, 'name' | 'options'>,
): Readonly<Record<string, EmitterOption>> {
  return {
    out: {
      type: 'string',
      short: 'o',
      value: 'DIR',
      help: { en: 'output folder (default: the folder of the bank)', zh: '输出文件夹（默认题库所在的文件夹）' },
    },
    where: {
      type: 'string',
      value: 'LIST',
      help: { en: 'only questions that are so: tag=cnn,kind!=open', zh: '只要符合条件的题：tag=cnn,kind!=open' },
    },
    // An emitter whose conditions are for a part of its files says so under the same name.
    ...program.options,
    help: { type: 'boolean', short: 'h', help: say('show-help') },
  }
}

function usage(program: Pick<EmitterProgram<object>, 'name' | 'options'>, language: Language): string {
  const rows = Object.entries(allOptions(program)).map(([name, { short, value, help }]) => [
    `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`,
    help[language],
  ])
  const width = Math.max(...rows.map(([left]) => left?.length ?? 0))
  const lines = rows.map(([left, help]) => `  ${left?.padEnd(width)}  ${help}`)
  return `${say('usage-bank', { name: program.name })[language]}\n\n${lines.join('\n')}\n`
}

function report(messages: readonly VFileMessage[], path: string, language: Language): void {
  for (const message of messages) {
    const place = message.line === undefined ? path : `${path}:${message.line}:${message.column ?? 1}`
    const rule = message.ruleId === undefined ? '' : `  [${message.ruleId}]`
    const severity = say(message.fatal === true ? 'error' : 'warning')[language]
    process.stderr.write(`${place}: ${severity}: ${reasonIn(message, language)}${rule}\n`)
  }
}

/** Prints an error that a person can act on, without a stack trace; a bug keeps its stack. Returns the exit status. */
function explain(name: string, error: unknown, language: Language): 1 | 2 {
  if (error instanceof RefusedError) return 1
  process.stderr.write(`${explainError(name, error, language)}\n`)
  return 2
}

function shown(file: string): string {
  return toSlashes(relative(process.cwd(), file))
}
