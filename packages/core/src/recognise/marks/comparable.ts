/**
 * Returns a text by which texts are compared: letters, digits and signs of arithmetic, in lower case, NFKC.
 *
 * @param text The text.
 * @param most How many UTF-16 units of it are looked at. Default: all.
 */
export function comparable(text: string, most?: number): string {
  return text
    .slice(0, most)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}+\-<>=]/gu, '')
}

/**
 * Returns the {@link comparable} form of a text's first 300 units: enough to tell options from one another.
 *
 * @param text The text.
 */
export function comparableStart(text: string): string {
  return comparable(text, 300)
}
