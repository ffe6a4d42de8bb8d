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
