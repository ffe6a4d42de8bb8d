import type { ContentNode, Question } from '@cardpress/core'

/** Ends of the addresses of pictures, in small letters. */
export const pictureEndings = ['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg'] as const

/**
 * Tells whether what a question lost are pictures of its answer alone: a picture that did not come along is a link to where
 * it is. Whoever sees the front then misses nothing.
 */
export function lostOnBack(question: Question): boolean {
  const options = 'options' in question ? question.options : []
  const answer = question.kind === 'open' ? question.answer : (question.explanation ?? [])
  const front = [question.group?.stem ?? [], question.prompt, ...options.map(({ content }) => content)]
  const back = [answer, ...options.map(({ feedback }) => feedback ?? [])]
  return back.some(linksToPicture) && !front.some(linksToPicture)
}

function linksToPicture(nodes: readonly ContentNode[]): boolean {
  return nodes.some(
    (node) =>
      (node.type === 'link' && pictureEndings.some((ending) => node.url.toLowerCase().endsWith(`.${ending}`))) ||
      ('children' in node && linksToPicture(node.children)),
  )
}
