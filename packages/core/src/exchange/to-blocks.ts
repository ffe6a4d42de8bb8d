import type { Root } from 'mdast'
import { readHtml } from '../read/read-html.ts'
import { readMarkdown } from '../read/read-markdown.ts'
import { readText } from '../read/read-text.ts'
import { piece, toContent } from '../recognise/content/to-content.ts'
import { toLines } from '../recognise/lines/to-lines.ts'
import type { Block } from '../schema/content.ts'
import type { Rich } from './quiz-item.ts'

const readers: Readonly<Record<Rich['format'], (text: string) => Root>> = {
  text: (text) => readText(text).tree,
  markdown: (text) => readMarkdown(text).tree,
  html: (text) => readHtml(text, 'fragment').tree,
}

/**
 * Returns a text of an exchange file as content of a bank.
 *
 * @param rich The text.
 * @param asText Headings become paragraphs, as in a question's stem. Default false.
 */
export function toBlocks({ text, format }: Rich, asText = false): Block[] {
  if (text.trim() === '') return []
  return toContent(
    toLines(readers[format](text), text, false).map((line) => piece(line)),
    undefined,
    asText,
  )
}
