import type { Paragraph, Root } from 'mdast'
import { indexLines } from './line-index.ts'
import { linesOf } from './lines.ts'
import type { ReadResult } from './read-article.ts'
import { readFormulas } from './read-formulas.ts'
import { readMarks } from './read-marks.ts'

/**
 * Returns plain text as a tree: one paragraph for each line that is not blank, with its characters as they are (`*`,
 * `_`, `<`, `#`, a number and indentation mean nothing here; only `{{c1::…}}` and TeX
 * between its delimiters do, which nobody writes by chance). The paragraph's text keeps the line's own indentation and
 * leaves out white space at its end; its position is that of its text.
 *
 * @param source The decoded text.
 */
export function readText(source: string): ReadResult {
  const children: Paragraph[] = []
  let last = { line: 1, column: 1, offset: 0 }
  for (const { line, start, end } of linesOf(source)) {
    last = { line, column: end - start + 1, offset: end }
    const value = source.slice(start, end).trimEnd()
    if (value.trimStart() === '') continue
    const position = {
      start: { line, column: 1, offset: start },
      end: { line, column: value.length + 1, offset: start + value.length },
    }
    children.push({ type: 'paragraph', children: [{ type: 'text', value, position }], position })
  }
  const tree: Root = { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end: last } }
  const lines = indexLines(source)
  readMarks(tree, source, lines, new Set(['cloze']))
  readFormulas(tree, source, lines, 'tex')
  return { tree }
}
