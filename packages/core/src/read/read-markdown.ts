import type { Root } from 'mdast'
import { indexLines } from './line-index.ts'
import { resolveHtml } from './markdown/html/resolve-html.ts'
import { parseMarkdown } from './markdown/parse-markdown.ts'
import type { ReadResult } from './read-article.ts'
import { readMarks } from './read-marks.ts'
import { resolveLinks } from './resolve-links.ts'
import { tidy } from './tidy.ts'

/**
 * Returns Markdown as a tree without HTML nodes and without references.
 *
 * @param source The decoded text.
 */
export function readMarkdown(source: string): ReadResult {
  const lines = indexLines(source)
  const tree: Root = parseMarkdown(source)
  resolveHtml(tree, { source, lines, parse: parseMarkdown })
  readMarks(tree, source, lines, new Set(['highlight', 'cloze']))
  resolveLinks(tree, source, lines)
  tidy(tree, source)
  return { tree }
}
