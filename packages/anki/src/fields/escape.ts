import { inert } from '../inert.ts'

/** Returns plain text as HTML, for text and attributes, with nothing in it that speaks to Anki. */
export function escapeHtml(text: string): string {
  return inert(text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character))
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
