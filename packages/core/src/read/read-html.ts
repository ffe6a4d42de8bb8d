import type { ReadResult } from './read-article.ts'
import { readText } from './read-text.ts'

/** Placeholder until the HTML front door stands: the page's source, line by line. */
export function readHtml(source: string): ReadResult {
  return readText(source)
}
