import { padEnd, truncate } from './width.ts'

/** A line at the bottom of the terminal that tells how far a long work is. */
export interface Progress {
  /** Shows `done` of `total` units of the stage named `label`. Cheap to call often. */
  update(done: number, total: number, label: string): void
  /** Takes the line away. */
  clear(): void
}

/** Nothing is shown before this many milliseconds: short work needs no bar. */
const patience = 500
/** Milliseconds between two repaints. */
const interval = 80
const barWidth = 24

/**
 * Returns a progress bar for a terminal, or one that does nothing where nobody watches.
 *
 * @param stream - stderr
 * @param shown - false when the stream is no terminal, in CI, or with `--quiet`
 * @param now - the clock, in milliseconds; a test gives its own
 */
export function createProgress(
  stream: { write(text: string): unknown; readonly columns?: number },
  shown: boolean,
  now: () => number = () => performance.now(),
): Progress {
  if (!shown) return { update() {}, clear() {} }
  const start = now()
  let painted = Number.NEGATIVE_INFINITY
  let visible = false
  return {
    update(done, total, label) {
      const time = now()
      if (time - start < patience || time - painted < interval) return
      painted = time
      visible = true
      const filled = total > 0 ? Math.min(barWidth, Math.floor((done / total) * barWidth)) : 0
      const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`
      const line = `${padEnd(label, 14)} ${bar} ${done}/${total}`
      stream.write(`\r${truncate(line, (stream.columns || 80) - 1)}\u001b[K`)
    },
    clear() {
      if (!visible) return
      visible = false
      stream.write('\r\u001b[K')
    },
  }
}
