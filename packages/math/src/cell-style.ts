import type { MmlNode } from '@mathjax/src/js/core/MmlTree/MmlNode.js'

/**
 * Returns the CSS of a table cell, for browsers that follow MathML Core (Chromium): there `columnalign` and `columnspacing`
 * do nothing, every column is centred and has 0.4em on both sides, so that the lines of `aligned` do not meet at their
 * equals signs. The content of a cell is a box there, which plain `text-align: right` does not move. Undefined where the
 * cell needs none.
 *
 * @param cell MathJax's `mtd` node
 */
export function cellStyle(cell: MmlNode): string | undefined {
  const table = cell.parent?.parent
  if (!table?.isKind('mtable')) return undefined
  const column = cell.parent.childNodes.indexOf(cell)
  const align = atColumn(listOf(table, 'columnalign'), column)
  const spacing = listOf(table, 'columnspacing')
  const style = [
    ...(align === 'left' || align === 'right' ? [`text-align:-webkit-${align}`] : []),
    ...(column > 0 && isZero(atColumn(spacing, column - 1)) ? ['padding-left:0'] : []),
    ...(column < cell.parent.childNodes.length - 1 && isZero(atColumn(spacing, column)) ? ['padding-right:0'] : []),
  ]
  return style.length === 0 ? undefined : style.join(';')
}

/** The values of an attribute, one for each column. */
function listOf(table: MmlNode, name: string): readonly string[] {
  return String(table.attributes.get(name) ?? '')
    .trim()
    .split(/\s+/)
}

/** The last value holds for all further columns. */
function atColumn(values: readonly string[], column: number): string | undefined {
  return values[Math.min(column, values.length - 1)]
}

function isZero(length: string | undefined): boolean {
  return length !== undefined && /^0(?:\.0*)?(?:[a-z]+|%)?$/.test(length)
}
