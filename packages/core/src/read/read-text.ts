import type { Paragraph, Root } from 'mdast'
import { indexLines } from './line-index.ts'
import { linesOf } from './lines.ts'
import type { ReadResult } from './read-article.ts'
import { readFormulas } from './read-formulas.ts'
import { readMarks } from './read-marks.ts'
import { readSheet } from './read-sheet.ts'

/**
 * Returns plain text as a tree: one paragraph for each line that is not blank, with its characters as they are (`*`,
 * `_`, `<`, `#`, a number and indentation mean nothing here; only `{{c1::…}}` and TeX
 * between its delimiters do, which nobody writes by chance). The paragraph's text keeps the line's own indentation and
 * leaves out white space at its end; its position is that of its text. A sheet of questions (`question,answer`) is a table.
 *
 * @param source The decoded text.
 */
export function readText(source: string): ReadResult {
  const sheet = readSheet(source)
  const tree = sheet === undefined ? readLines(source) : rootOf(source, [sheet])
  const lines = indexLines(source)
  readMarks(tree, source, lines, new Set(['cloze']))
  readFormulas(tree, source, lines, 'tex')
  return { tree }
}

function readLines(source: string): Root {
  const children: Paragraph[] = []
  for (const { line, start, end } of linesOf(source)) {
    const value = source.slice(start, end).trimEnd()
    if (value.trimStart() === '') continue
    const position = {
      start: { line, column: 1, offset: start },
      end: { line, column: value.length + 1, offset: start + value.length },
    }
    children.push({ type: 'paragraph', children: [{ type: 'text', value, position }], position })
  }
  return rootOf(source, children)
}

function rootOf(source: string, children: Root['children']): Root {
  return { type: 'root', children, position: indexLines(source).position(0, source.length) }
}
