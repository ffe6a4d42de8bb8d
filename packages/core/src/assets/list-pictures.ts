import type { QuestionDraft } from '../recognise/recognition.ts'
import type { Span } from '../schema/bank.ts'
import { pictureUrls } from './map-pictures.ts'

/** A picture that an article shows. */
export interface ListedPicture {
  /** As the article gives it. */
  readonly url: string
  /** Whether it is on another machine; see {@link remoteUrl}. */
  readonly isRemote: boolean
  /** Where it stands first: the address, or the question's first part where the address is written differently there. */
  readonly span: Span | undefined
}

/**
 * Returns the pictures of an article's questions, each address once, in the order of the article.
 *
 * @param questions the questions that were recognised.
 * @param source the decoded article.
 */
export function listPictures(questions: readonly QuestionDraft[], source: string): readonly ListedPicture[] {
  const listed = new Map<string, ListedPicture>()
  for (const question of questions)
    for (const url of pictureUrls(question))
      if (!listed.has(url))
        listed.set(url, { url, isRemote: remoteUrl(url) !== undefined, span: spanOfPicture(url, question, source) })
  return [...listed.values()]
}

/**
 * Returns where an address stands in a question's part of the source; the question's first part where it is written
 * differently there.
 *
 * @param url the address.
 * @param question the question that shows it.
 * @param source the decoded article.
 */
export function spanOfPicture(url: string, question: QuestionDraft, source: string): Span | undefined {
  for (const { start, end } of question.spans) {
    const at = source.slice(start, end).indexOf(url)
    if (at !== -1) return { start: start + at, end: start + at + url.length }
  }
  return question.spans[0]
}

/**
 * Returns the full address of a picture on another machine (`//host/x` is taken for https), or undefined where an address
 * names none.
 *
 * @param url as the article gives it.
 */
export function remoteUrl(url: string): string | undefined {
  if (url.startsWith('//')) return `https:${url}`
  return /^https?:\/\//i.test(url) ? url : undefined
}
