import stringWidth from 'string-width'

/** Columns that a text takes in a terminal: two for a Chinese character, none for a colour. */
export function displayWidth(text: string): number {
  return stringWidth(text)
}

/**
 * Pads a text with spaces at its end.
 *
 * @param text - may hold wide characters and colours
 * @param columns - the width to reach; a longer text stays as it is
 */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)))
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Cuts a text to a width, at whole characters, with "…" in the last column where something was cut.
 *
 * @param text - plain text, without colours
 * @param columns - at least 1
 */
export function truncate(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text
  let kept = ''
  let width = 0
  for (const { segment } of graphemes.segment(text)) {
    width += displayWidth(segment)
    if (width > columns - 1) break
    kept += segment
  }
  return `${kept}…`
}

/**
 * Breaks a text at its spaces into lines of a width; a word that is wider is cut.
 *
 * @param text - plain text, without colours
 * @param columns - at least 1
 */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`
    if (lines.length > 0 && displayWidth(longer) <= columns) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines.map((line) => truncate(line, columns))
}

/**
 * Makes one printable line of any text: control and bidirectional characters shown as `\u{…}`, so that an article
 * cannot steer the terminal.
 */
export function printable(text: string): string {
  return text
    .replace(/[\n\t\r]+/g, ' ')
    .replace(
      /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]/gu,
      (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
    )
}
