import type { Root } from 'mdast'
import { parseMarkdown } from './markdown/parse-markdown.ts'
import type { ReadResult } from './read-article.ts'

/**
 * Returns Markdown as a tree without HTML nodes and without references.
 *
 * @param source The decoded text.
 */
export function readMarkdown(source: string): ReadResult {
  const tree: Root = parseMarkdown(source)
  return { tree }
}
