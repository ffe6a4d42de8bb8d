import type { ReadInput } from '../read-input.ts'
import type { ReadWith } from './place.ts'

/**
 * Returns a reader that remembers its last readings: what is shown before an answer is what is read after it, and
 * reading a page of thousands of questions takes a second.
 *
 * @param readWith - reads the article
 * @param most - how many readings are kept
 */
export function rememberReads(readWith: ReadWith, most = 6): ReadWith {
  const known = new Map<string, Promise<ReadInput>>()
  return (settings) => {
    const read = known.get(settings) ?? readWith(settings)
    known.delete(settings)
    known.set(settings, read)
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    return read
  }
}
