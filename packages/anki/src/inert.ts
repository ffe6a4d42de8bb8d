/**
 * Returns escaped plain text in which nothing speaks to Anki but what Cardpress put there: no sound or speech tag, no LaTeX tag, no
 * field separator, no NUL, no lone surrogate. What a person sees stays the same.
 *
 * Anki looks for these marks in the text of a rendered card, before any HTML is parsed; a character reference hides them
 * from it and is undone by the browser.
 */
export function inert(html: string): string {
  return html.toWellFormed().replaceAll(forbidden, '').replaceAll(marks, '&#91;')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** `[sound:…]`, `[anki:play:…]`, `[anki:tts …]`, `[latex]`, `[$]`, `[$$]` and their closing tags. */
const marks = /\[(?=sound:|anki:|\/?(?:latex|\$\$?)\])/gi
