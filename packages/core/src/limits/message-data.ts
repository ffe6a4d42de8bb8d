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
  readonly actual: string | undefined
}

/** Returns a message as data. */
export function toMessageData({ reason, ruleId, source, place, fatal, file, note, actual }: VFileMessage): MessageData {
  return {
    reason,
    ruleId,
    source,
    place: place === undefined ? undefined : structuredClone(place),
    fatal: fatal ?? undefined,
    file,
    note,
    actual: actual ?? undefined,
  }
}

/** Returns the message that some data describe. */
export function fromMessageData({
  reason,
  ruleId,
  source,
  place,
  fatal,
  file,
  note,
  actual,
}: MessageData): VFileMessage {
  const message = new VFileMessage(reason, { ruleId, source, place })
  message.fatal = fatal
  if (file !== undefined) message.file = file
  if (note !== undefined) message.note = note
  if (actual !== undefined) message.actual = actual
  return message
}
