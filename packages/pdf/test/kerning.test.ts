import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import { describe, expect, it } from 'vitest'
import { readKerning } from '../src/fonts/kerning.ts'

const require = createRequire(new URL('../package.json', import.meta.url))
const read = (file: string) => readFileSync(require.resolve(`@expo-google-fonts/${file}`))

describe('kerning', () => {
  it.each(['inter/400Regular/Inter_400Regular.ttf', 'inter/600SemiBold/Inter_600SemiBold.ttf'])(
    'is what a whole shaper says of every pair of Latin letters, digits and signs in %s',
    (file) => {
      const bytes = read(file)
      const font = fontkit.create(bytes) as fontkit.Font
      const kerning = readKerning(bytes)
      const signs = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).filter(
        (_, at) => at % 2 === 0,
      )
      const glyphs = signs.map((sign) => font.glyphForCodePoint(sign.charCodeAt(0)))
      const features = { liga: false, calt: false, clig: false, dlig: false } as unknown as string[]
      let kerned = 0
      signs.forEach((left, i) => {
        signs.forEach((right, j) => {
          const run = font.layout(left + right, features)
          const shaper = (run.positions[0]?.xAdvance ?? 0) - (run.glyphs[0]?.advanceWidth ?? 0)
          const ours = kerning(glyphs[i]?.id ?? 0, glyphs[j]?.id ?? 0)
          if (ours !== 0) kerned++
          // fontkit applies a lookup twice that a feature lists twice.
          expect([left + right, ours]).toEqual([left + right, shaper === 2 * ours ? ours : shaper])
        })
      })
      expect(kerned).toBeGreaterThan(200)
    },
  )

  it('is nothing in a font without it', () => {
    const kerning = readKerning(read('jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf'))
    expect(kerning(40, 60)).toBe(0)
  })
})
