import type { ToldError } from '@cardpress/core'
import { CommanderError } from 'commander'
import type { Environment } from './environment.ts'
import { isTextKey, type TextKey } from './texts/index.ts'
import { UsageError } from './usage-error.ts'

/**
 * Tells a person why a command ended: one readable message, no stack trace save for a bug.
 *
 * @param error - what was thrown
 * @param environment - where to tell it
 * @param command - whose help is named where the command line is wrong
 * @returns the exit status
 */
export function explain(error: unknown, environment: Environment, command = 'cardpress'): 0 | 1 | 2 {
  const { stderr, style } = environment
  if (error instanceof CommanderError && error.exitCode === 0) return 0
  const told = (text: string) => stderr.write(`${style.error('cardpress:')} ${text}\n`)
  if (error instanceof CommanderError) told(usageMessage(error, environment, command))
  else if (error instanceof UsageError) told(error.message)
  else if (isTold(error)) told(error.sentence[environment.language])
  else told(`${environment.say('bug')}\n${error instanceof Error ? error.stack : String(error)}`)
  return 2
}

/** Errors that the packages put into words; told by what they hold, so that the core need not load for them. */
function isTold(error: unknown): error is ToldError {
  return error instanceof Error && 'sentence' in error
}

/** Commander's own errors, by their code, in the table's words. */
const usageTexts: Readonly<Record<string, TextKey>> = {
  'commander.unknownOption': 'unknownOption',
  'commander.unknownCommand': 'unknownCommand',
  'commander.missingArgument': 'missingArgument',
  'commander.optionMissingArgument': 'missingValue',
  'commander.missingMandatoryOptionValue': 'missingOption',
  'commander.excessArguments': 'tooManyArguments',
  'commander.invalidArgument': 'wrongValue',
}

function usageMessage(error: CommanderError, { say }: Environment, command: string): string {
  const key = usageTexts[error.code]
  const [given = '', value = ''] = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '')
  const choices = /Allowed choices are (.*)\.$/.exec(error.message)?.[1] ?? ''
  const nearest = /\(Did you mean (.*)\?\)/.exec(error.message)?.[1]
  const text =
    key !== undefined && isTextKey(key) ? say(key, { given, value, choices }) : error.message.replace(/^error: /, '')
  const hint = nearest === undefined ? say('runHelp', { command }) : say('didYouMean', { name: nearest })
  return `${text}\n${hint}`
}
