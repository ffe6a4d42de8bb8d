import { base32, hashParts } from './hash.ts'
import { normalisePrompt } from './normalise.ts'

/** What an id looks like: `a`–`z`, `0`–`9`, `.`, `_`, `-`, at most 64 characters, starting with a letter or digit. */
export const idPattern: RegExp = /^[a-z0-9][a-z0-9._-]{0,63}$/

/**
 * Returns the id that a question gets when nothing else says one: 8 letters and digits that follow from its prompt, and
 * `-2`, `-3`, … where that is taken, so that identical prompts differ by their order.
 *
 * @param promptText the prompt as plain text.
 * @param isTaken says whether an id is or was another question's.
 */
export function newQuestionId(promptText: string, isTaken: (id: string) => boolean): string {
  const base = base32(hashParts('question', normalisePrompt(promptText)).slice(0, 10))
  let id = base
  for (let ordinal = 2; isTaken(id); ordinal++) id = `${base}-${ordinal}`
  return id
}

/**
 * Returns the id of a collection that has no lock yet. It follows from what the article says about itself, not from a
 * clock or a path, so that an article whose lock is lost, or that is built without one, keeps the cards of an
 * earlier build while its title stays.
 *
 * @param about the article's title, and its author, language and address where it names them.
 */
export function newCollectionId(about: {
  readonly title: string
  readonly author?: string | undefined
  readonly language?: string | undefined
  readonly url?: string | undefined
}): string {
  const { title, author = '', language = '', url = '' } = about
  const hash = base32(hashParts('collection', normalisePrompt(title), author, language, url).slice(0, 10))
  const words =
    title
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (longer.length > 32) break
    slug = longer
  }
  // A number or two letters left of a Chinese title would only mislead.
  return (slug.match(/[a-z]/g)?.length ?? 0) < 4 ? hash : `${slug}-${hash}`
}
