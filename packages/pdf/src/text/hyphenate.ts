import { createRequire } from 'node:module'

/** Returns the offsets at which a word may be divided. */
export type Hyphenate = (word: string) => readonly number[]

const softHyphen = '\u00ad'
/** Shorter words are left whole, and so are names such as `useEffect` or `BERT4Rec`. */
const plainWord = /^\p{Ll}{6,}$|^\p{Lu}\p{Ll}{5,}$/u

/**
 * Returns a divider of English words (Liang's patterns by the `hyphen` library, loaded when first asked).
 * Words of other scripts and identifiers are never divided.
 */
export function englishHyphenation(): Hyphenate {
  let divide: ((word: string) => string) | undefined
  const known = new Map<string, readonly number[]>()
  return (word) => {
    let offsets = known.get(word)
    if (offsets) return offsets
    divide ??= load()
    const core = word.match(/^[("'“‘]*(\p{L}+)[.,;:!?)"'”’]*$/u)?.[1]
    offsets = core && plainWord.test(core) ? offsetsOf(divide(core), word.indexOf(core)) : []
    known.set(word, offsets)
    return offsets
  }
}

function load(): (word: string) => string {
  const { hyphenateSync } = createRequire(import.meta.url)('hyphen/en-us') as {
    hyphenateSync: (text: string, options: { hyphenChar: string; minWordLength: number }) => string
  }
  return (word) => hyphenateSync(word, { hyphenChar: softHyphen, minWordLength: 6 })
}

function offsetsOf(divided: string, start: number): number[] {
  const offsets: number[] = []
  let at = start
  for (const character of divided) {
    if (character === softHyphen) offsets.push(at)
    else at += character.length
  }
  return offsets
}
