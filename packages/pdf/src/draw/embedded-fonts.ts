import type { Face, Shape } from '../fonts/face.ts'
import type { PdfEmbeddedFont, PdfFontSubset, PdfKit } from './compact-document.ts'

/** The faces of one document as subsets that grow with what is drawn. */
export interface EmbeddedFonts {
  /** Returns the resource of a face. */
  resource(face: Face): PdfEmbeddedFont
  /** Returns a shape as the inside of a TJ array's string: hexadecimal codes, kerning as `>n<`. */
  encode(shape: Shape): string
  /** Returns the code of one glyph that stands for `unit`, in hexadecimal. */
  encodeGlyph(face: Face, glyph: number, unit: string): string
}

/** Opens the fonts of one document. */
export function embeddedFonts(document: PdfKit): EmbeddedFonts {
  const fonts = new Map<Face, PdfEmbeddedFont>()
  const codes = new Map<Face, Map<number, { readonly unit: string; readonly code: number }[]>>()
  const encoded = new Map<Shape, string>()

  function resource(face: Face): PdfEmbeddedFont {
    let font = fonts.get(face)
    if (!font) {
      document.font(face.font)
      font = document._font
      font.subset._addGlyph = addKnownGlyph(face, font.subset)
      fonts.set(face, font)
      codes.set(face, new Map())
    }
    return font
  }

  /** The code of a glyph that stands for `unit`: one glyph may stand for several characters, each gets its own code. */
  function codeOf(face: Face, glyph: number, unit: string): number {
    const font = resource(face)
    const known = codes.get(face)
    let list = known?.get(glyph)
    if (!list) {
      list = []
      known?.set(glyph, list)
    }
    const found = list.find((one) => one.unit === unit)
    if (found) return found.code
    let code: number
    if (list.length === 0) code = font.subset.includeGlyph(glyph)
    else {
      font.subset.glyphs.push(glyph)
      code = font.subset.glyphs.length - 1
    }
    font.widths[code] = advanceOf(face, glyph)
    font.unicode[code] = Array.from(unit, (character) => character.codePointAt(0) ?? 0xfffd)
    list.push({ unit, code })
    return code
  }

  const encodeGlyph = (face: Face, glyph: number, unit: string) =>
    codeOf(face, glyph, unit).toString(16).padStart(4, '0')

  return {
    resource,
    encodeGlyph,
    encode(shape) {
      const cached = encoded.get(shape)
      if (cached !== undefined) return cached
      let text = ''
      shape.glyphs.forEach((glyph, index) => {
        text += encodeGlyph(shape.face, glyph, shape.units[index] ?? '')
        const kerning = Math.round(advanceOf(shape.face, glyph) - (shape.advances[index] ?? 0))
        if (kerning !== 0) text += `>${kerning}<`
      })
      encoded.set(shape, text)
      return text
    },
  }
}

/**
 * Makes a document embed its fonts without a list of their glyphs (CIDSet): pdfkit's leaves out the parts that letters
 * are composed of, and PDF/UA asks for none.
 */
export function withoutGlyphLists(document: PdfKit): void {
  for (const font of Object.values(document._fontFamilies)) {
    const embed = font.embed
    font.embed = () => {
      const { subset } = document
      document.subset = undefined
      embed.call(font)
      document.subset = subset
    }
  }
}

/** What fontkit has read of a glyph. */
interface KnownGlyph {
  readonly bytes: Uint8Array
  readonly metrics: { readonly advance: number; readonly bearing: number }
}

const knownGlyphs = new WeakMap<Face, Map<number, KnownGlyph>>()

/**
 * Returns a subset's `_addGlyph` that reads each glyph of a face once in a process: five papers have mostly the same.
 * Letters that are composed of others name them by their place in this subset, so those are read anew.
 */
function addKnownGlyph(face: Face, subset: PdfFontSubset): (glyph: number) => number {
  const known = knownGlyphs.get(face) ?? new Map<number, KnownGlyph>()
  knownGlyphs.set(face, known)
  const read = subset._addGlyph.bind(subset)
  return (glyph) => {
    const found = known.get(glyph)
    if (found === undefined) {
      const index = read(glyph)
      const bytes = subset.glyf[index]
      const metrics = subset.hmtx.metrics[index]
      // A negative number of contours: it is composed of others.
      if (bytes !== undefined && metrics !== undefined && (bytes[0] ?? 0) < 128) known.set(glyph, { bytes, metrics })
      return index
    }
    subset.glyf.push(found.bytes)
    subset.loca.offsets.push(subset.offset)
    subset.hmtx.metrics.push(found.metrics)
    subset.offset += found.bytes.length
    return subset.glyf.length - 1
  }
}

function advanceOf(face: Face, glyph: number): number {
  return (face.font.getGlyph(glyph).advanceWidth * 1000) / face.font.unitsPerEm
}
