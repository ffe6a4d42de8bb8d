/** A bench: measures ours and a peer (or a floor) side by side, in one run. `scripts/bench/<name>.ts` exports one as default. */
export interface Bench {
  /** Heading of its table: "Decks of 50,000 notes". */
  readonly title: string
  /** Measures and returns rows. With `quick`, smaller sizes: all benches together take two minutes then. */
  run(options: BenchOptions): Promise<readonly BenchRow[]>
}

export interface BenchOptions {
  readonly quick: boolean
}

/** One comparison. */
export interface BenchRow {
  /** What was done: "1 MB of Markdown read". */
  readonly what: string
  /** Ours, with its unit: "1.24 s", "380 MB". */
  readonly ours: string
  /** The peer's or the floor's, with its unit. */
  readonly peer: string
  /** Who the peer is: "remark-parse, whole file". */
  readonly peerName: string
  /** Ours divided by the peer's: below 1 is less time, memory or size than theirs. */
  readonly ratio: number
  /** The largest ratio that we accept; the run says which rows miss theirs. */
  readonly atMost?: number
}

/**
 * Measures how long some works take, in turns, so that a busy moment of the machine hurts them alike.
 *
 * @param works - by name
 * @param rounds - how often each is done; default 5
 * @returns the median of each, in milliseconds
 */
export async function medians<Name extends string>(
  works: Readonly<Record<Name, () => unknown>>,
  rounds = 5,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round < rounds; round++)
    for (const name of names) {
      const start = performance.now()
      await works[name]()
      times[name].push(performance.now() - start)
    }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>
}

/** Returns the middle of some numbers; NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

/** Writes milliseconds for a table: "84 ms", "1.24 s". */
export function inTime(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds.toPrecision(3)} ms` : `${(milliseconds / 1000).toFixed(2)} s`
}

/** Writes bytes for a table: "21.4 MB". */
export function inBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} kB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
