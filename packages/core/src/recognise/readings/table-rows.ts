import type { Document } from '../document.ts'
import type { Features } from '../lines/features.ts'
import { numberInCell } from '../lines/key-table.ts'
import type { Line } from '../lines/line.ts'
import type { NumberMark } from '../marks/number-mark.ts'
import type { Candidate, Start } from './reading.ts'
import { plainStart } from './starts.ts'

/**
 * Returns the reading in which each row of a table asks and answers. A row without a number of its own has that of the cell
 * before it.
 *
 * @param document What is known of the document.
 */
export function tableRows({ lines, features }: Document): Candidate[] {
  const starts = lines
    .filter((line) => line.kind === 'row')
    .map((line): Start => {
      const start = plainStart(features[line.index] as Features, line.index)
      return start.number ? start : { ...start, number: numberBefore(lines[line.index - 1]) }
    })
  return [{ style: 'table-row', detail: '', starts, depth: 0, regular: 0, irregular: 0 }]
}

function numberBefore(cell: Line | undefined): NumberMark | undefined {
  if (cell?.kind !== 'head' || cell.node.type !== ('tableCell' as string)) return undefined
  const value = numberInCell(cell.text)
  return value === undefined ? undefined : { style: 'dot', printed: String(value), value, length: 0, explicit: false }
}
