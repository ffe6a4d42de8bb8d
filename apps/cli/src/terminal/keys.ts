import type { Source } from '../environment.ts'

/** Ctrl-C: in raw mode it is a key like others. */
export class Interrupted extends Error {}

/** Keys as they are pressed. */
export interface Keys {
  /** One character; undefined at the end of the input. Throws {@link Interrupted}. */
  next(): Promise<string | undefined>
  /** A line, up to Enter; undefined where it was given up with Escape. */
  line(echo: (text: string) => void): Promise<string | undefined>
  /** Gives the terminal back. */
  close(): Promise<void>
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
  let waiting: string[] = []
  const next = async (): Promise<string | undefined> => {
    while (waiting.length === 0) {
      const { value, done } = await chunks.next()
      if (done === true) return undefined
      const text = typeof value === 'string' ? value : decoder.decode(value, { stream: true })
      // Arrows and the like come as one sequence, which begins with Escape; none of them means anything here.
      waiting = text.startsWith('\u001b[') ? [] : [...text]
    }
    const key = waiting.shift()
    if (key === '\u0003') throw new Interrupted()
    return key === '\u0004' ? undefined : key
  }
  return {
    next,
    async line(echo) {
      let text = ''
      for (;;) {
        const key = await next()
        if (key === undefined || key === '\u001b') return undefined
        if (key === '\r' || key === '\n') return text.trim()
        if (key === '\u007f' || key === '\b') text = [...text].slice(0, -1).join('')
        else if (key >= ' ') text += key
        echo(text)
      }
    },
    async close() {
      stdin.setRawMode?.(false)
      await chunks.return?.()
    },
  }
}
