import { VFileMessage } from 'vfile-message'

/** A message as plain data: what passes between threads. */
export interface MessageData {
  readonly reason: string
  readonly ruleId: string | undefined
  readonly source: string | undefined
  readonly place: VFileMessage['place']
  readonly fatal: boolean | undefined
  readonly file: string | undefined
  readonly note: string | undefined
}

/** Returns a message as data. */
export function toMessageData({ reason, ruleId, source, place, fatal, file, note }: VFileMessage): MessageData {
  return {
    reason,
    ruleId,
    source,
    place: place === undefined ? undefined : structuredClone(place),
    fatal: fatal ?? undefined,
    file,
    note,
  }
}

/** Returns the message that some data describe. */
export function fromMessageData({ reason, ruleId, source, place, fatal, file, note }: MessageData): VFileMessage {
  const message = new VFileMessage(reason, { ruleId, source, place })
  message.fatal = fatal
  if (file !== undefined) message.file = file
  if (note !== undefined) message.note = note
  return message
}
