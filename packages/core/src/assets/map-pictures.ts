import type { QuestionDraft } from '../recognise/recognition.ts'
import type { Inline } from '../schema/content.ts'

/** A picture in a question's content. */
export type Picture = Extract<Inline, { type: 'image' }>

/** Returns the addresses of a question's pictures, each once, in the order of the article. */
export function pictureUrls(question: QuestionDraft): readonly string[] {
  const urls = new Set<string>()
  mapPictures(question, (picture) => {
    urls.add(picture.url)
    return picture
  })
  return [...urls]
}

/**
 * Returns a question with another node in the place of each picture.
 *
 * @param question stays as it is.
 * @param map gets the picture, and whether it lies within a link.
 */
export function mapPictures(
  question: QuestionDraft,
  map: (picture: Picture, inLink: boolean) => Inline,
): QuestionDraft {
  const walk = (part: unknown, inLink: boolean): unknown => {
    if (Array.isArray(part)) return part.map((one) => walk(one, inLink))
    if (typeof part !== 'object' || part === null) return part
    if ('type' in part && part.type === 'image') return map(part as Picture, inLink)
    const within = inLink || ('type' in part && part.type === 'link')
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, walk(value, within)]))
  }
  return walk(question, false) as QuestionDraft
}
