import { type Face, type FaceName, loadFace } from './face.ts'

/** How a stretch of text is meant to look; the book finds the faces for it. */
export type Voice = 'regular' | 'bold' | 'italic' | 'bold-italic' | 'mono' | 'mono-bold'

/** The fonts of one run: loaded when first needed, shared by every paper. */
export interface FontBook {
  /** Returns the face that draws a character in a voice, or undefined where no font has it. */
  faceFor(codePoint: number, voice: Voice, han: boolean): Face | undefined
  /** Returns a face by name. */
  face(name: FaceName): Face
}

const chains = {
  regular: ['sans', 'han', 'symbols', 'emoji'],
  bold: ['sans-bold', 'han-bold', 'symbols', 'emoji'],
  italic: ['sans-italic', 'han', 'symbols', 'emoji'],
  'bold-italic': ['sans-bold-italic', 'han-bold', 'symbols', 'emoji'],
  mono: ['mono', 'han', 'symbols', 'emoji', 'sans'],
  'mono-bold': ['mono-bold', 'han-bold', 'symbols', 'emoji', 'sans'],
} satisfies Record<Voice, readonly FaceName[]>

/**
 * Returns whether a font is worth opening for a character: the fallback fonts have no letters, and the emoji font nothing
 * but pictures, so that a rare hanzi opens neither.
 */
export function mayDraw(name: FaceName, codePoint: number): boolean {
  const character = String.fromCodePoint(codePoint)
  if (name === 'symbols') return !/\p{L}/u.test(character)
  if (name === 'emoji') return /[\p{Extended_Pictographic}\p{Emoji_Component}]/u.test(character)
  return true
}

/**
 * Opens an empty font book.
 * @returns a book that loads a font file the first time a character asks for it
 */
export function openFontBook(): FontBook {
  const faces = new Map<FaceName, Face>()
  const found = new Map<string, Map<number, Face | null>>()

  function face(name: FaceName): Face {
    let loaded = faces.get(name)
    if (!loaded) {
      loaded = loadFace(name)
      faces.set(name, loaded)
    }
    return loaded
  }

  function search(codePoint: number, voice: Voice, han: boolean): Face | null {
    const chain: readonly FaceName[] = chains[voice]
    const first: FaceName = voice === 'bold' || voice === 'bold-italic' || voice === 'mono-bold' ? 'han-bold' : 'han'
    if (han && face(first).has(codePoint)) return face(first)
    for (const name of chain) if (mayDraw(name, codePoint) && face(name).has(codePoint)) return face(name)
    return null
  }

  return {
    face,
    faceFor(codePoint, voice, han) {
      const key = han ? `${voice}+` : voice
      let known = found.get(key)
      if (!known) {
        known = new Map()
        found.set(key, known)
      }
      let result = known.get(codePoint)
      if (result === undefined) {
        result = search(codePoint, voice, han)
        known.set(codePoint, result)
      }
      return result ?? undefined
    },
  }
}
