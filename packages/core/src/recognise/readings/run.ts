/** One place where a number stands that may count questions. */
export interface Numbered {
  /** Index of its line. */
  readonly line: number
  readonly value: number
  /** The parts before the last of a multi-part number. */
  readonly prefix?: string | undefined
  /** It asks outright. */
  readonly asks: boolean
  /** What else speaks for a question here, about −1 … 1. */
  readonly quality: number
  /** A heading or a section line stands between it and the entry before: numbering may begin anew. */
  readonly afterSection: boolean
  /** It stands in a heading of the level at which most of its kind stand: lists inside answers do not. */
  readonly isHeading: boolean
}

/** The numbers that count questions, and how well they run. */
export interface Run {
  /** Indices into the entries. */
  readonly chosen: readonly number[]
  /** Steps that are +1, or a fresh start after a section. */
  readonly regular: number
  /** Steps that skip, repeat or go back. */
  readonly irregular: number
}

/** What a step from one number to the next is worth. A question's quality adds to it. */
const worth = {
  next: 1,
  skip: 0.35,
  repeat: -0.35,
  restart: 0.5,
  wildRestart: -2.2,
  askedRestart: -1.3,
  back: -1.5,
  backAmongHeadings: -0.2,
  first: 0.3,
  later: -0.4,
}

/**
 * Returns the run of numbers that best explains a document: the chain of entries with the highest sum of steps and
 * qualities. Numbered lists inside answers fall out, since entering and leaving them costs more than they bring.
 *
 * @param entries The numbers in document order.
 */
export function bestRun(entries: readonly Numbered[]): Run {
  if (allOnes(entries)) return { chosen: entries.map((_, index) => index), regular: entries.length - 1, irregular: 0 }
  const total = new Float64Array(entries.length)
  const previous = new Int32Array(entries.length).fill(-1)
  /** Best chain that ends with a number, by prefix and number. */
  const byNumber = new Map<string, number>()
  let best = -1
  /** Best chain before the latest section line. */
  let bestBeforeSection = -1
  for (const [index, entry] of entries.entries()) {
    if (entry.afterSection) bestBeforeSection = best
    total[index] = entry.quality + (entry.value <= 1 ? worth.first : entry.isHeading ? 0 : worth.later)
    const consider = (from: number | undefined, step: number): void => {
      if (from === undefined || from < 0) return
      const sum = (total[from] as number) + entry.quality + step
      if (sum > (total[index] as number)) {
        total[index] = sum
        previous[index] = from
      }
    }
    const at = (value: number): number | undefined => byNumber.get(`${entry.prefix ?? ''}/${value}`)
    consider(at(entry.value - 1), worth.next)
    for (let gap = 2; gap <= 6; gap++) consider(at(entry.value - gap), worth.skip - 0.1 * gap)
    consider(at(entry.value), worth.repeat)
    if (best >= 0) {
      const last = entries[best] as Numbered
      if (entry.prefix !== last.prefix) consider(best, entry.prefix === undefined ? worth.back : worth.restart)
      else if (entry.value > last.value) consider(best, Math.max(worth.skip - 0.1 * (entry.value - last.value), -1))
      else if (entry.isHeading && last.isHeading) consider(best, worth.backAmongHeadings)
      else consider(best, entry.value !== 1 ? worth.back : entry.asks ? worth.askedRestart : worth.wildRestart)
    }
    if (entry.value <= 1) consider(bestBeforeSection, worth.restart)
    const key = `${entry.prefix ?? ''}/${entry.value}`
    const same = byNumber.get(key)
    if (same === undefined || (total[index] as number) >= (total[same] as number)) byNumber.set(key, index)
    if (best < 0 || (total[index] as number) >= (total[best] as number)) best = index
  }
  const chosen: number[] = []
  for (let at = best; at >= 0; at = previous[at] as number) chosen.push(at)
  chosen.reverse()
  return { chosen, ...regularity(chosen.map((index) => entries[index] as Numbered)) }
}

/** Every number is 1, as lists are written whose numbers the reader fills in. */
function allOnes(entries: readonly Numbered[]): boolean {
  return entries.length > 2 && entries.filter((entry) => entry.value === 1).length >= entries.length * 0.9
}

function regularity(entries: readonly Numbered[]): Pick<Run, 'regular' | 'irregular'> {
  let regular = 0
  let irregular = 0
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1]
    if (!before) continue
    const steps = entry.prefix === before.prefix && entry.value === before.value + 1
    const restarts = entry.value <= 1 && (entry.afterSection || entry.prefix !== before.prefix)
    if (steps || restarts) regular++
    else irregular++
  }
  return { regular, irregular }
}
