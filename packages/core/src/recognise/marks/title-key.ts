/**
 * Returns what two lines have in common that say the same with other numbers, marks and case.
 *
 * @param text A line of plain text.
 */
export function titleKey(text: string): string {
  return text
    .slice(0, 300)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s{0,8}(?:q\s?)?\p{Nd}{1,4}[.、:)\s]/u, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}
