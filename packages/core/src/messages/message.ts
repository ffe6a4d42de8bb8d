import { VFileMessage } from 'vfile-message'
import { asSentence, type Language, type Sentence } from './sentence.ts'

/** A message that says its reason in every language. `reason` itself is English, for programs and their tests. */
interface ToldMessage extends VFileMessage {
  sentence?: Sentence
}

/** What {@link toMessage} makes a message of. */
export interface MessageFacts {
  /** Stable kebab-case name of the mistake. */
  readonly ruleId: string
  /** Default: the whole file. */
  readonly place?: VFileMessage['place']
  /** Whether it is an error, or only to be known (`info`). Default: a warning. */
  readonly fatal?: boolean | 'info' | undefined
  /** The file, as messages name it. */
  readonly file?: string | undefined
}

/**
 * Returns a message: the one place in which they are made, so that each of them can be read in every language.
 *
 * @param sentence what is wrong, and what to do.
 * @param facts its rule, place and weight.
 */
export function toMessage(sentence: Sentence, { ruleId, place, fatal = false, file }: MessageFacts): VFileMessage {
  const message: ToldMessage = new VFileMessage(sentence.en, { ruleId, source: 'cardpress', place })
  message.fatal = fatal === 'info' ? undefined : fatal
  if (file !== undefined) message.file = file
  message.sentence = sentence
  return message
}

/**
 * Returns what a message says.
 *
 * @param message a message of Cardpress, or of any other tool: that says the same in every language.
 * @param language the language of the person.
 */
export function reasonIn(message: VFileMessage, language: Language): string {
  return sentenceOf(message)[language]
}

/** Returns what a message says, in every language. */
export function sentenceOf(message: VFileMessage): Sentence {
  const { sentence, reason } = message as ToldMessage
  return sentence ?? asSentence(reason)
}
