import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import { type Kerning, readKerning } from './kerning.ts'

/** A shaped stretch of text in one face: what is needed to measure, justify and draw it. */
export interface Shape {
  readonly face: Face
  /** Glyph ids of the whole font (not of a subset). */
  readonly glyphs: readonly number[]
  /** How far each glyph moves the pen, in thousandths of the font size, kerning included. */
  readonly advances: readonly number[]
  /** The characters that each glyph stands for, so that text can be copied out of the page. */
  readonly units: readonly string[]
  /** Sum of the advances, in thousandths of the font size. */
  readonly width: number
}

/** One font file: character to glyph and advance, kept in maps so that long texts never pass through a shaper. */
export interface Face {
  readonly name: string
  readonly font: fontkit.Font
  /** Returns whether the face draws this code point. */
  has(codePoint: number): boolean
  /** Returns the shape of one character, without kerning. */
  character(codePoint: number): Shape
  /** Returns the shape of a word, kerned. Ligatures are off: a glyph stands for its own characters. */
  word(text: string): Shape
}

/** Every file that a paper may use. All are static TrueType: variable fonts and WOFF make pdfkit fail. */
const files = {
  sans: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  'sans-bold': '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  'sans-italic': '@expo-google-fonts/inter/400Regular_Italic/Inter_400Regular_Italic.ttf',
  'sans-bold-italic': '@expo-google-fonts/inter/600SemiBold_Italic/Inter_600SemiBold_Italic.ttf',
  mono: '@expo-google-fonts/jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf',
  'mono-bold': '@expo-google-fonts/jetbrains-mono/700Bold/JetBrainsMono_700Bold.ttf',
  han: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'han-bold': '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  symbols: '@expo-google-fonts/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf',
  emoji: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
} as const

/** The names of the font files that papers are set in. */
export type FaceName = keyof typeof files

/**
 * Loads one of the bundled fonts.
 * @param name which one
 * @returns the face; reading and parsing takes a few milliseconds, so load only what a paper needs
 */
export function loadFace(name: FaceName): Face {
  let face = loaded.get(name)
  if (!face) {
    face = readFace(name)
    loaded.set(name, face)
  }
  return face
}

/** The files never change while a process runs, and parsing them costs more than a small paper. */
const loaded = new Map<FaceName, Face>()

function readFace(name: FaceName): Face {
  const path = createRequire(import.meta.url).resolve(files[name])
  const file = readFileSync(path)
  return new LoadedFace(name, fontkit.create(file) as fontkit.Font, file)
}

// `calt` and `liga` would turn "->" into an arrow (and crash fontkit on JetBrains Mono).
const features = { liga: false, calt: false, clig: false, dlig: false } as unknown as string[]

/** How many shaped words a face remembers: the vocabulary of a large bank, a few megabytes. */
const mostWords = 20_000

class LoadedFace implements Face {
  readonly name: string
  readonly font: fontkit.Font
  readonly #scale: number
  readonly #characters = new Map<number, Shape>()
  readonly #words = new Map<string, Shape>()
  readonly #has = new Map<number, boolean>()
  #kerning: Kerning | undefined
  readonly #file: Uint8Array
  readonly #isMono: boolean

  constructor(name: string, font: fontkit.Font, file: Uint8Array) {
    this.name = name
    this.#file = file
    this.font = font
    this.#isMono = name.startsWith('mono')
    this.#scale = 1000 / font.unitsPerEm
  }

  has(codePoint: number): boolean {
    let has = this.#has.get(codePoint)
    if (has === undefined) {
      has = this.font.hasGlyphForCodePoint(codePoint)
      this.#has.set(codePoint, has)
    }
    return has
  }

  character(codePoint: number): Shape {
    let shape = this.#characters.get(codePoint)
    if (!shape) {
      const glyph = this.font.glyphForCodePoint(codePoint)
      const advance = glyph.advanceWidth * this.#scale
      shape = {
        face: this,
        glyphs: [glyph.id],
        advances: [advance],
        units: [String.fromCodePoint(codePoint)],
        width: advance,
      }
      this.#characters.set(codePoint, shape)
    }
    return shape
  }

  word(text: string): Shape {
    let shape = this.#words.get(text)
    if (!shape) {
      shape = this.#shape(text)
      if (this.#words.size >= mostWords) this.#words.clear()
      this.#words.set(text, shape)
    }
    return shape
  }

  #shape(text: string): Shape {
    if (this.#isMono ? !/\p{M}/u.test(text) : simple.test(text)) return this.#shapeSimply(text)
    const run = this.font.layout(text, features)
    const glyphs: number[] = []
    const advances: number[] = []
    const units: string[] = []
    let width = 0
    run.glyphs.forEach((glyph, index) => {
      const advance = (run.positions[index]?.xAdvance ?? glyph.advanceWidth) * this.#scale
      glyphs.push(glyph.id)
      advances.push(advance)
      units.push(String.fromCodePoint(...glyph.codePoints))
      width += advance
    })
    return { face: this, glyphs, advances, units: whole(units, text), width }
  }

  /** Characters side by side, pairs kerned: the same as the shaper's result, at a hundredth of its cost. */
  #shapeSimply(text: string): Shape {
    const glyphs: number[] = []
    const advances: number[] = []
    const units: string[] = []
    let width = 0
    if (!this.#isMono) this.#kerning ??= readKerning(this.#file)
    let before: number | undefined
    for (const unit of text) {
      const shape = this.character(unit.codePointAt(0) ?? 0)
      const glyph = shape.glyphs[0] ?? 0
      if (before !== undefined && this.#kerning) {
        const kerning = this.#kerning(before, glyph) * this.#scale
        advances[advances.length - 1] = (advances.at(-1) ?? 0) + kerning
        width += kerning
      }
      glyphs.push(glyph)
      advances.push(shape.width)
      units.push(unit)
      width += shape.width
      before = glyph
    }
    return { face: this, glyphs, advances, units, width }
  }
}

/**
 * Returns what glyphs stand for with what the shaper has left out: of `🎅🏼` fontkit keeps no skin tone where the font has
 * no picture for it. Characters that are no glyph's own go to the one before them.
 */
function whole(units: readonly string[], text: string): string[] {
  if (units.join('') === text) return [...units]
  const out: string[] = []
  let at = 0
  for (const unit of units) {
    const found = text.indexOf(unit, at)
    // A script whose glyphs stand in another order than its letters.
    if (found < 0) return [...units]
    const left = text.slice(at, found)
    if (out.length > 0) out[out.length - 1] += left
    out.push(out.length > 0 ? unit : left + unit)
    at = found + unit.length
  }
  if (out.length > 0) out[out.length - 1] += text.slice(at)
  return out
}

/** Scripts in which a character is a glyph and only pairs are adjusted: Latin, Greek, Cyrillic, punctuation. */
const simple = /^[\u0020-\u007e\u00a0-\u024f\u0370-\u03ff\u0400-\u045f\u2010-\u2027\u2030-\u205e\u20a0-\u22ff]+$/
