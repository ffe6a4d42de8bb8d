import { parseArgs } from 'node:util'
import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { reporter } from 'vfile-reporter'
import { exitOnSignals } from '../disk/run-emitter.ts'
import { explainError, UsageError, usageError } from '../disk/usage-error.ts'
import { findLanguage } from '../messages/find-language.ts'
import { reasonIn } from '../messages/message.ts'
import { say } from '../messages/say.ts'
import type { Language, Sentence } from '../messages/sentence.ts'

/** Where a program writes, and what it knows of the world: a process, or a test's own. */
export interface Host {
  readonly env: NodeJS.ProcessEnv
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
}

/** A program for a task of the monorepo: `NAME [FOLDER] [options]`. */
export interface Program<Name extends string> {
  readonly name: string
  /** One sentence for the help. */
  readonly about: Sentence
  /** Switches, with their help. */
  readonly switches: Readonly<Record<Name, Sentence>>
  /** Does the work in a collection's folder and returns the exit status. */
  readonly run: (folder: string, isOn: (name: Name) => boolean, host: Host) => Promise<0 | 1>
}

/**
 * Runs a program: reads its command line, tells what goes wrong in one message.
 *
 * @returns the exit status: 0 fine, 1 the article has errors, 2 usage or environment.
 */
export async function runProgram<Name extends string>(
  program: Program<Name>,
  args: readonly string[],
  host: Host = process,
): Promise<0 | 1 | 2> {
  exitOnSignals()
  try {
    const { values, positionals } = readArgs(program, args)
    if (values.help === true) {
      host.stdout.write(usage(program, languageOf(host)))
      return 0
    }
    if (positionals.length > 1) throw new UsageError(say('one-folder'))
    return await program.run(positionals[0] ?? '.', (name) => values[name] === true, host)
  } catch (error) {
    host.stderr.write(`${explainError(program.name, error, languageOf(host))}\n`)
    return 2
  }
}

/** Prints messages as vfile-reporter does, file by file; nothing where there are none. */
export function printMessages(messages: readonly VFileMessage[], host: Host): void {
  if (messages.length === 0) return
  const files = new Map<string, VFile>()
  for (const message of messages) {
    const path = message.file ?? ''
    const file = files.get(path) ?? new VFile({ path })
    file.messages.push(translated(message, languageOf(host)))
    files.set(path, file)
  }
  host.stderr.write(`${reporter([...files.values()], { color: false })}\n`)
}

/** The message as its reader prints it. */
function translated(message: VFileMessage, language: Language): VFileMessage {
  const copy: VFileMessage = Object.assign(Object.create(Object.getPrototypeOf(message)), message)
  copy.reason = reasonIn(message, language)
  copy.message = copy.reason
  return copy
}

/** The language of the person at a program. */
export function languageOf({ env }: Host): Language {
  return findLanguage(env)
}

/** Whether nobody watches, so that a stale lock is an error: `CI` is set and is not `false` or `0`. */
export function isCi({ CI }: NodeJS.ProcessEnv): boolean {
  return CI !== undefined && !['', '0', 'false'].includes(CI)
}

function readArgs({ switches }: Program<string>, args: readonly string[]) {
  const names = ['help', ...Object.keys(switches)]
  const options = Object.fromEntries(
    names.map((name) => [name, { type: 'boolean' as const, ...(name === 'help' ? { short: 'h' } : {}) }]),
  )
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw usageError(error)
  }
}

function usage({ name, about, switches }: Program<string>, language: Language): string {
  const rows = [...Object.entries(switches), ['help', say('show-help')] as const]
  const width = Math.max(...rows.map(([option]) => option.length))
  const lines = rows.map(([option, help]) => `  --${option.padEnd(width)}  ${help[language]}`)
  return `${say('usage-folder', { name })[language]}\n\n${about[language]}\n\n${lines.join('\n')}\n`
}
