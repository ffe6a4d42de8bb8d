import type { VFileMessage } from 'vfile-message'
import { toMessage } from '../messages/message.ts'
import type { Sentence } from '../messages/sentence.ts'

/**
 * Returns a fatal message about a whole article, to be thrown: it cannot be read at all.
 *
 * @param reason What is wrong and what to do, one sentence or two, without the path.
 * @param ruleId Stable kebab-case name of the mistake.
 * @param path The article's path, as messages name it.
 */
export function articleError(reason: Sentence, ruleId: string, path: string): VFileMessage {
  const message = toMessage(reason, { ruleId, fatal: true, file: path })
  message.name = path
  return message
}
