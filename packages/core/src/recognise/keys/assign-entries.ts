import type { Span } from '../../schema/bank.ts'
import { sourceSpan } from '../block/source-span.ts'
import type { LineRole } from '../document.ts'
import type { Line } from '../lines/line.ts'
import type { KindHint } from '../marks/type-mark.ts'
import type { PlannedBlock } from '../readings/plan.ts'
import type { KeyEntry } from './key-entries.ts'
import type { KeySection } from './key-section.ts'

/** An entry of an answer key, with the source that it owns. */
export interface OwnedEntry {
  readonly entry: KeyEntry
  readonly span: Span
  /** Its number alone says which question it belongs to, and several have that number. */
  readonly guessed: boolean
}

/** The questions and entries of a document that belong together. */
export interface Assignment {
  /** Entries by index of their question. */
  readonly owned: ReadonlyMap<number, OwnedEntry>
  /** Some keys found no question. */
  readonly unclaimed: boolean
}

/** Questions whose numbers run on, or entries that do. */
interface Numbered<Value> {
  readonly hint: KindHint | undefined
  readonly byNumber: Map<number, Value>
}

/**
 * Returns which entry of the answer keys belongs to which question. Where numbers begin anew from part to part in the
 * questions as in the key, part stands beside part; where the key leaves parts out, their names say which. Elsewhere the
 * n-th question with a number has the n-th entry with it. A question that gives its own key waits for none where another
 * of its number has none.
 *
 * @param blocks The questions.
 * @param keys The answer keys.
 * @param lines The lines of the page.
 * @param roles Their roles.
 * @param hintAt What the titles above a line say about the kind of its questions.
 */
export function assignEntries(
  blocks: readonly PlannedBlock[],
  keys: readonly KeySection[],
  lines: readonly Line[],
  roles: readonly LineRole[],
  hintAt: (line: number) => KindHint | undefined,
): Assignment {
  const owned = new Map<number, OwnedEntry>()
  let unclaimed = false
  let question = 0
  for (const [at, section] of keys.entries()) {
    const from = keys[at - 1]?.to ?? 0
    const asked: number[] = []
    for (; question < blocks.length; question++) {
      const { start } = blocks[question] as PlannedBlock
      if (start.line >= section.from) break
      if (start.line >= from && start.number) asked.push(question)
    }
    const own = (entry: KeyEntry, index: number, owner: number, guessed: boolean): void => {
      owned.set(owner, {
        entry,
        span: spanOf(entry, section.entries[index - 1], section.entries[index + 1], lines),
        guessed,
      })
    }
    const numberOf = (one: number): number => (blocks[one] as PlannedBlock).start.number?.value ?? 0
    const parts = inParts(asked, numberOf, (one) => hintAt((blocks[one] as PlannedBlock).start.line))
    const keyParts = inParts(
      section.entries.map((_, index) => index),
      (index) => section.entries[index]?.number ?? 0,
      (index) => section.entries[index]?.hint,
    )
    const pairs = parts.length > 1 ? beside(parts, keyParts) : undefined
    if (pairs) {
      for (const [part, keyPart] of pairs)
        for (const [number, index] of keyPart.byNumber) {
          const owner = part.byNumber.get(number)
          if (owner === undefined) unclaimed = true
          else own(section.entries[index] as KeyEntry, index, owner, false)
        }
      continue
    }
    const waiting = new Map<number, number[]>()
    for (const one of asked) {
      const same = waiting.get(numberOf(one))
      if (same === undefined) waiting.set(numberOf(one), [one])
      else same.push(one)
    }
    const ambiguous = new Set([...waiting].filter(([, same]) => same.length > 1).map(([number]) => number))
    for (const [number, same] of waiting) {
      const keyless = same.filter((one) => !hasKey(blocks[one] as PlannedBlock, roles))
      if (keyless.length > 0) waiting.set(number, keyless)
      if (keyless.length === 1) ambiguous.delete(number)
    }
    for (const [index, entry] of section.entries.entries()) {
      const owner = waiting.get(entry.number)?.shift()
      if (owner !== undefined) own(entry, index, owner, ambiguous.has(entry.number))
      else if (entry.labels.length > 0 || entry.truth !== undefined) unclaimed = true
    }
  }
  return { owned, unclaimed }
}

/** A new part begins where the numbers begin anew. */
function inParts(
  all: readonly number[],
  numberOf: (one: number) => number,
  hintOf: (one: number) => KindHint | undefined,
): Array<Numbered<number>> {
  const parts: Array<Numbered<number>> = []
  for (const one of all) {
    const number = numberOf(one)
    let part = parts.at(-1)
    if (!part || (number === 1 && part.byNumber.has(1))) {
      part = { hint: hintOf(one), byNumber: new Map() }
      parts.push(part)
    }
    if (!part.byNumber.has(number)) part.byNumber.set(number, one)
  }
  return parts
}

/** Parts that stand beside each other: as many here as there, or the ones that the key names. */
function beside<Part extends Numbered<unknown>>(
  parts: readonly Part[],
  keyParts: readonly Part[],
): Array<[Part, Part]> | undefined {
  const unlike = (part: Part, keyPart: Part): boolean =>
    part.hint !== undefined && keyPart.hint !== undefined && part.hint !== keyPart.hint
  if (parts.length === keyParts.length) {
    const pairs = parts.map((part, at): [Part, Part] => [part, keyParts[at] as Part])
    return pairs.some(([part, keyPart]) => unlike(part, keyPart)) ? undefined : pairs
  }
  const pairs = keyParts.map((keyPart): [Part, Part] | undefined => {
    const fitting = parts.filter((part) => part.hint !== undefined && part.hint === keyPart.hint)
    return fitting.length === 1 ? [fitting[0] as Part, keyPart] : undefined
  })
  return pairs.every((pair) => pair !== undefined) ? pairs : undefined
}

function hasKey({ start, end }: PlannedBlock, roles: readonly LineRole[]): boolean {
  return roles.slice(start.line, end).includes('key')
}

function spanOf(
  entry: KeyEntry,
  before: KeyEntry | undefined,
  after: KeyEntry | undefined,
  lines: readonly Line[],
): Span {
  const line = lines[entry.line] as Line
  const isBehind = before?.line === entry.line || line.text.slice(0, entry.from).trim() !== ''
  const start = isBehind ? sourceSpan(line, entry.from, entry.to).start : line.start
  if (after?.line === entry.line) return { start, end: sourceSpan(line, after.from, after.to).start }
  return { start, end: (lines[entry.until - 1] as Line).end }
}
