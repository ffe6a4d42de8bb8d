/**
 * Returns text with MathJax's private characters for the arrows and bonds of chemistry (`\ce{A <=> B}`) as the public
 * ones that look alike. Only its own font has the private ones.
 */
export function toPublicArrows(text: string): string {
  return text.replace(/[\uE408-\uE42E]/g, (character) => arrows[character] ?? character)
}

const arrows: Readonly<Record<string, string>> = {
  '\uE408': '⇌',
  '\uE409': '⇌',
  '\uE40A': '⇋',
  '\uE410': '┄',
  '\uE411': '┄',
  '\uE412': '┄',
  '\uE413': '┄',
  '\uE428': '←',
  '\uE429': '→',
  '\uE42A': '↔',
  '\uE42B': '⇄',
  '\uE42C': '←',
  '\uE42D': '→',
  '\uE42E': '↔',
}
