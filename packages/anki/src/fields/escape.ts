/**
 * Returns one line of plain text as HTML, for text and attributes, in which nothing speaks to Anki: no sound or speech
 * tag, no LaTeX tag, no deletion, no field separator, no NUL, no lone surrogate. What a person sees stays the same.
 *
 * Anki looks for these marks in the text of a field or card, before any HTML is parsed; a character reference hides them
 * from it and is undone by the browser. (Rich text is made inert by `toHtml`.)
 */
export function escapeHtml(text: string): string {
  if (!special.test(text)) return text
  return text
    .toWellFormed()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(forbidden, '')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character)
    .replaceAll(marks, (character) => (character === '[' ? '&#91;' : '&#123;'))
}

/** What a text must hold for anything to be done; most hold nothing of it, and this is many times faster. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for.
const special = /[&<>"[{\u0000-\u001f\u007f\ud800-\udfff]|[^\S ]| {2}/

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** `[sound:…]`, `[anki:play:…]`, `[anki:tts …]`, `[latex]`, `[$]`, `[$$]` and their closing tags; `{{`. */
const marks = /\[(?=sound:|\/?anki:|\/?(?:latex|\$\$?)\])|\{(?=\{)/gi
