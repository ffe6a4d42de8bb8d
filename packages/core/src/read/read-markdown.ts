import type { Root } from 'mdast'
import { indexLines } from './line-index.ts'
import { resolveHtml } from './markdown/html/resolve-html.ts'
import { parseInWindows } from './markdown/parse-in-windows.ts'
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
  const tree: Root = parseInWindows(source)
  resolveHtml(tree, { source, lines, parse: (markdown) => parseMarkdown(markdown, false) })
  readMarks(tree, source, lines, new Set(['highlight', 'cloze']))
  resolveLinks(tree, source, lines)
  tidy(tree, source)
  return { tree }
}
