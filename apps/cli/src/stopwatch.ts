/** Measures the stages of a command, for `--verbose`. */
export interface Stopwatch {
  /** Ends the stage that runs, and begins one. */
  stage(name: string): void
  /** Milliseconds by stage, in the order in which they began. */
  stages(): readonly (readonly [stage: string, milliseconds: number])[]
}

/**
 * Returns a stopwatch.
 *
 * @param now - the clock, in milliseconds; a test gives its own
 */
export function createStopwatch(now: () => number = () => performance.now()): Stopwatch {
  const times = new Map<string, number>()
  let current: { name: string; start: number } | undefined
  const stop = () => {
    if (current !== undefined) times.set(current.name, (times.get(current.name) ?? 0) + now() - current.start)
    current = undefined
  }
  return {
    stage(name) {
      stop()
      current = { name, start: now() }
    },
    stages() {
      stop()
      return [...times]
    },
  }
}
