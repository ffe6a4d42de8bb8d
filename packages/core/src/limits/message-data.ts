import type { VFileMessage } from 'vfile-message'
import { sentenceOf, toMessage } from '../messages/message.ts'
import type { Sentence } from '../messages/sentence.ts'

/** A message as plain data: what passes between threads. */
export interface MessageData {
  readonly sentence: Sentence
  readonly ruleId: string
  readonly place: VFileMessage['place']
  readonly fatal: boolean | 'info'
  readonly file: string | undefined
  readonly note: string | undefined
  readonly actual: string | undefined
}

/** Returns a message as data. */
export function toMessageData(message: VFileMessage): MessageData {
  const { ruleId = '', place, fatal, file, note, actual } = message
  return {
    sentence: sentenceOf(message),
    ruleId,
    place: place === undefined ? undefined : structuredClone(place),
    fatal: fatal ?? 'info',
    file,
    note,
    actual: actual ?? undefined,
  }
}

/** Returns the message that some data describe. */
export function fromMessageData({ sentence, note, actual, ...facts }: MessageData): VFileMessage {
  const message = toMessage(sentence, facts)
  if (note !== undefined) message.note = note
  if (actual !== undefined) message.actual = actual
  return message
}
