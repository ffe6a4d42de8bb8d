import type { Face, Shape } from '../fonts/face.ts'
import type { PdfEmbeddedFont, PdfKit } from './compact-document.ts'

/** The faces of one document as subsets that grow with what is drawn. */
export interface EmbeddedFonts {
  /** Returns the resource of a face. */
  resource(face: Face): PdfEmbeddedFont
  /** Returns a shape as the inside of a TJ array's string: hexadecimal codes, kerning as `>n<`. */
  encode(shape: Shape): string
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

  return {
    resource,
    encode(shape) {
      const cached = encoded.get(shape)
      if (cached !== undefined) return cached
      let text = ''
      shape.glyphs.forEach((glyph, index) => {
        text += codeOf(shape.face, glyph, shape.units[index] ?? '')
          .toString(16)
          .padStart(4, '0')
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

function advanceOf(face: Face, glyph: number): number {
  return (face.font.getGlyph(glyph).advanceWidth * 1000) / face.font.unitsPerEm
}
