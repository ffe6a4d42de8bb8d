import { location } from 'vfile-location'
import type { VFileMessage } from 'vfile-message'
import { toMessage } from '../messages/message.ts'
import type { Sentence } from '../messages/sentence.ts'
import type { Span } from '../schema/bank.ts'

/** Something that the author should know. */
export interface Diagnostic {
  /** One sentence or two: what is wrong, and what to do. */
  readonly reason: Sentence
  /** Stable kebab-case name of the mistake. */
  readonly ruleId: string
  /** Whether it is an error (the build fails), or only to be known. Default: a warning. */
  readonly fatal?: boolean | 'info' | undefined
  /** Where in the source, in UTF-16 units. Default: the whole article. */
  readonly span?: Span | undefined
}

/**
 * Returns a function that makes messages about one article, each with its place.
 *
 * @param path the article, as messages name it.
 * @param source its decoded text.
 */
export function messagesAbout(path: string, source: string): (diagnostic: Diagnostic) => VFileMessage {
  const places = location(source)
  return ({ reason, ruleId, fatal, span }) => {
    const start = span && places.toPoint(span.start)
    const end = span && places.toPoint(Math.min(span.end, source.length))
    const place = start && end ? { start, end } : undefined
    return toMessage(reason, { ruleId, place, fatal, file: path })
  }
}
