import type { Mark, Reading } from '../schema/bank.ts'
import type { Block, BlockParts } from './block/block.ts'

/** How options look that no mark stands before; a platform's verdicts stand above some of them. */
const plainExamples: Readonly<Record<string, string>> = {
  bullet: '-',
  judged: '',
  'lone-letter': 'A',
  cell: 'A | B | C',
}

/** Counts by which marks options, keys and explanations were found, for the receipt. */
export class MarkCounter {
  private readonly seen = {
    option: new Map<string, Mark>(),
    key: new Map<string, Mark>(),
    explanation: new Map<string, Mark>(),
  }

  /** Takes one question into account. */
  add({ group, document }: Block, parts: BlockParts): void {
    if (group) {
      const [first] = group.options
      const line = first && document.lines[first.line]
      const example = line ? line.text.slice(first.start, first.end).trim() : ''
      this.count('option', group.style, example || (plainExamples[group.style] ?? '- [ ]'))
    }
    if (parts.key) this.count('key', parts.key.by === 'mark' ? 'prefix' : parts.key.by, parts.keyMark ?? '')
    else if (parts.keyMark) this.count('key', 'prefix', parts.keyMark)
    if (parts.explanationMark) this.count('explanation', 'prefix', parts.explanationMark)
    else if (parts.explanation.length > 0) this.count('explanation', 'after-key', '')
  }

  private count(what: 'option' | 'key' | 'explanation', style: string, example: string): void {
    const key = `${style} ${example}`
    const before = this.seen[what].get(key)
    this.seen[what].set(key, { style, example, count: (before?.count ?? 0) + 1 })
  }

  /** Returns the most frequent mark of each sort, with the count of all of them. */
  toReading(): Pick<Reading, 'option' | 'key' | 'explanation'> {
    const usual = (marks: ReadonlyMap<string, Mark>): Mark | undefined => {
      const [most] = [...marks.values()].toSorted((a, b) => b.count - a.count)
      return most && { ...most, count: [...marks.values()].reduce((sum, mark) => sum + mark.count, 0) }
    }
    const option = usual(this.seen.option)
    const key = usual(this.seen.key)
    const explanation = usual(this.seen.explanation)
    return { ...(option ? { option } : {}), ...(key ? { key } : {}), ...(explanation ? { explanation } : {}) }
  }
}
