import { reasonIn } from '@cardpress/core/messages'
import type { VFileMessage } from 'vfile-message'
import type { Environment } from './environment.ts'
import { type MoreEntry, shortenMessages } from './shorten-messages.ts'
import { displayWidth, printable } from './terminal/width.ts'

/** The messages of one article, and the text that they point into. */
export interface Reported {
  readonly shown: string
  /** The decoded article; undefined where it could not be read. */
  readonly source: string | undefined
  /** The settings file beside it, where there is one. */
  readonly settingsFile?: { readonly path: string; readonly text: string } | undefined
  readonly messages: readonly VFileMessage[]
}

/**
 * Returns the messages of one article for a terminal: the file, then each message with its place, its line of the article
 * and a caret under the column. Of many warnings of one rule the further ones are named by their lines, unless the
 * environment is verbose.
 *
 * @param reported - the article and its messages
 * @param environment - the language and colours
 * @returns lines; none when there are no messages
 */
export function toReport({ shown, source, settingsFile, messages }: Reported, environment: Environment): string[] {
  const isBeside = (message: VFileMessage) => message.file !== '' && message.file === settingsFile?.path
  return [
    ...reportOne(
      shown,
      source,
      messages.filter((message) => !isBeside(message)),
      environment,
    ),
    ...reportOne(settingsFile?.path ?? '', settingsFile?.text, messages.filter(isBeside), environment),
  ]
}

function reportOne(
  shown: string,
  source: string | undefined,
  messages: readonly VFileMessage[],
  environment: Environment,
): string[] {
  if (messages.length === 0) return []
  const lines = source?.split(/\r\n|\n|\r/)
  const sorted = [...messages].sort(byPlace)
  const entries = environment.verbose
    ? sorted.map((message) => ({ type: 'message', message }) as const)
    : shortenMessages(sorted)
  return [
    environment.style.strong(shown),
    ...entries.flatMap((entry) =>
      entry.type === 'more' ? reportMore(entry, environment) : reportMessage(entry.message, lines, environment),
    ),
  ]
}

function reportMessage(
  message: VFileMessage,
  lines: readonly string[] | undefined,
  environment: Environment,
): string[] {
  const { style, say, language } = environment
  const fatal = message.fatal === true
  const severity = fatal ? style.error(say('severityError')) : style.warning(say('severityWarning'))
  const place = message.line === undefined ? '' : `${message.line}:${message.column ?? 1}  `
  const rule = message.ruleId === undefined ? '' : `  ${style.quiet(message.ruleId)}`
  const out = [`  ${place}${severity}  ${printable(reasonIn(message, language))}${rule}`]
  const text = message.line === undefined ? undefined : lines?.[message.line - 1]
  if (text !== undefined) out.push(...frame(text, message.line ?? 1, message.column ?? 1, environment))
  const { note } = message
  // The field that was meant is in the sentence already.
  if (note && !message.reason.includes(note))
    for (const line of note.split('\n')) out.push(`      ${style.quiet(printable(line))}`)
  return out
}

/** Lines that are named of the further warnings of a rule; the rest is counted. */
const namedLines = 20

function reportMore({ rule, lines, count }: MoreEntry, { style, say }: Environment): string[] {
  const named = [...new Set(lines)].slice(0, namedLines).join(', ') + (lines.length > namedLines ? ', …' : '')
  return [
    `  ${style.quiet(lines.length === 0 ? say('moreAlike', { count, rule }) : say('moreAlikeInLines', { count, rule, lines: named }))}`,
  ]
}

/** Longest part of a line that a frame shows, in UTF-16 units. */
const frameWidth = 72

/** The line of the article, and a caret under the column; of a long line only the part around it. */
function frame(text: string, line: number, column: number, { style }: Environment): string[] {
  const start = column > frameWidth / 2 ? column - 1 - frameWidth / 4 : 0
  const before = printable(text.slice(start, column - 1))
  const after = printable(text.slice(column - 1, start + frameWidth))
  const number = String(line)
  return [
    `    ${style.quiet(`${number} |`)} ${before}${after}`,
    `    ${style.quiet(`${' '.repeat(number.length)} |`)} ${' '.repeat(displayWidth(before))}${style.error('^')}`,
  ]
}

function byPlace(one: VFileMessage, other: VFileMessage): number {
  return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0)
}
