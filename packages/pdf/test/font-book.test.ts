import { describe, expect, it } from 'vitest'
import { loadFace } from '../src/fonts/face.ts'
import { mayDraw, openFontBook } from '../src/fonts/font-book.ts'

describe('the font book', () => {
  it.each(['symbols', 'emoji'] as const)('opens the font %s for every character that only it has', (name) => {
    const face = loadFace(name)
    const first = (['sans', 'han', 'mono'] as const).map(loadFace)
    const own = face.font.characterSet.filter((code) => !first.some((other) => other.has(code)))
    expect(own.length).toBeGreaterThan(1000)
    // Controls print nothing; private ones (plane 15) mean what this font alone says.
    const missed = own.filter(
      (code) => code > 0x20 && code < 0xf0000 && (code & 0xfff0) !== 0xfe00 && !mayDraw(name, code),
    )
    expect(missed).toEqual([])
  })

  it('opens neither for hanzi and letters that no font has', () => {
    for (const code of [0x20bb7, 0x13000, 0x0e01]) {
      expect(mayDraw('symbols', code)).toBe(false)
      expect(mayDraw('emoji', code)).toBe(false)
      expect(openFontBook().faceFor(code, 'regular', false)).toBeUndefined()
    }
  })

  it('finds a face for each of its voices, and the Chinese one for a quote in Chinese', () => {
    const book = openFontBook()
    expect(book.faceFor(0x41, 'regular', false)?.name).toBe('sans')
    expect(book.faceFor(0x41, 'mono-bold', false)?.name).toBe('mono-bold')
    expect(book.faceFor(0x4e2d, 'italic', false)?.name).toBe('han')
    expect(book.faceFor(0x201c, 'bold', true)?.name).toBe('han-bold')
    expect(book.faceFor(0x1f600, 'regular', false)?.name).toBe('emoji')
    expect(book.faceFor(0x265e, 'regular', false)?.name).toBe('symbols')
  })
})
