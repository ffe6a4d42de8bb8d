import type { Source } from '../environment.ts'

/** Ctrl-C: in raw mode it is a key like others. */
export class Interrupted extends Error {}

/** Keys as they are pressed. */
export interface Keys {
  /** One character; undefined at the end of the input. Throws {@link Interrupted}. */
  next(): Promise<string | undefined>
  /** A line, up to Enter; undefined where it was given up with Escape. `echo` shows what is typed so far. */
  line(echo: (text: string) => void): Promise<string | undefined>
  /** Does a work, and throws {@link Interrupted} at once when Ctrl-C is pressed meanwhile, also where no key is awaited. */
  whileWatching<Result>(work: Promise<Result>): Promise<Result>
  /** Gives the terminal back. */
  close(): void
}

/**
 * Takes the keys of a terminal.
 *
 * @param stdin - the terminal; it is in raw mode until `close`
 */
export function openKeys(stdin: Source): Keys {
  stdin.setRawMode?.(true)
  const chunks = stdin[Symbol.asyncIterator]()
  const decoder = new TextDecoder()
  const waiting: string[] = []
  let isAtEnd = false
  let wake = (): void => undefined
  let interrupt = (_: Interrupted): void => undefined
  const interrupted = new Promise<never>((_, reject) => {
    interrupt = reject
  })
  // Nobody may be watching.
  interrupted.catch(() => undefined)
  // Heard at once, also while an article is read again and nobody waits for a key.
  void (async () => {
    for (;;) {
      // A terminal that is given back ends in the middle.
      const { value, done } = await chunks.next().catch(() => ({ value: undefined, done: true as const }))
      if (done === true) break
      const text = typeof value === 'string' ? value : decoder.decode(value, { stream: true })
      // Arrows and the like come as one sequence, which begins with Escape; none of them means anything here.
      if (!text.startsWith('\u001b[')) waiting.push(...text)
      if (text.includes('\u0003')) interrupt(new Interrupted())
      wake()
    }
    isAtEnd = true
    wake()
  })()
  const next = async (): Promise<string | undefined> => {
    while (waiting.length === 0 && !isAtEnd) await new Promise<void>((resolve) => (wake = resolve))
    const key = waiting.shift()
    if (key === '\u0003') throw new Interrupted()
    return key === '\u0004' ? undefined : key
  }
  return {
    next,
    async line(echo) {
      let text = ''
      for (;;) {
        echo(text)
        const key = await next()
        if (key === undefined || key === '\u001b') return undefined
        if (key === '\r' || key === '\n') return text.trim()
        if (key === '\u007f' || key === '\b') text = [...text].slice(0, -1).join('')
        else if (key >= ' ') text += key
      }
    },
    whileWatching: (work) => Promise.race([work, interrupted]),
    close() {
      stdin.setRawMode?.(false)
      stdin.destroy?.()
    },
  }
}
