import type { VFileMessage } from 'vfile-message'
import { toMessage } from '../messages/message.ts'
import { say } from '../messages/say.ts'

/**
 * Returns a text without the two things that no output can carry, with a message for each: NUL and halves of surrogate
 * pairs become U+FFFD, one for one, so that positions stay.
 *
 * @param source A decoded text.
 * @param path The article's path, for messages.
 */
export function repair(source: string, path: string): { source: string; messages: VFileMessage[] } {
  const messages: VFileMessage[] = []
  const tell = (count: number, ruleId: 'nul-character' | 'lone-surrogate', at: number) => {
    const place = { ...pointAt(source, at), offset: at }
    messages.push(toMessage(say(ruleId, { count }), { ruleId, place, fatal: 'info', file: path }))
  }
  let repaired = source
  const nul = source.indexOf('\0')
  if (nul !== -1) {
    repaired = source.replaceAll('\0', '\ufffd')
    tell(source.split('\0').length - 1, 'nul-character', nul)
  }
  if (!repaired.isWellFormed()) {
    const well = repaired.toWellFormed()
    let count = 0
    let first = -1
    for (let at = 0; at < well.length; at++) {
      if (well.charCodeAt(at) === repaired.charCodeAt(at)) continue
      count++
      if (first === -1) first = at
    }
    tell(count, 'lone-surrogate', first)
    repaired = well
  }
  return { source: repaired, messages }
}

function pointAt(source: string, offset: number): { line: number; column: number } {
  let line = 1
  let start = 0
  for (let at = source.indexOf('\n'); at !== -1 && at < offset; at = source.indexOf('\n', at + 1)) {
    line++
    start = at + 1
  }
  return { line, column: offset - start + 1 }
}
