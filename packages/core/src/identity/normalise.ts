/**
 * Returns text as two people would call it the same question: without regard to width, case, white space, and the
 * punctuation that ends or joins sentences. Signs that carry meaning (`+`, `-`, `%`, `/`, `<`, …) stay.
 */
export function normalisePrompt(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}.,:;?!'"`“”‘’„«»。、，：；？！「」『』《》〈〉【】…·*_\\]+/gu, ' ')
    .trim()
}

/** Returns the length of a text in letters, digits and signs, by which evidence is weighed. */
export function significantLength(normalised: string): number {
  return normalised.replaceAll(' ', '').length
}
