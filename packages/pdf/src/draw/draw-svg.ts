import type { FontBook } from '../fonts/font-book.ts'
import type { Mark } from '../layout/mark.ts'
import { Memory } from '../memory.ts'
import type { CompactDocument, PdfKit } from './compact-document.ts'
import type { EmbeddedFonts } from './embedded-fonts.ts'
import { pdfNumber } from './pdf-syntax.ts'
import { collectContent, type Drawing, faceOf, recordSvg, runSvgToPdf } from './record-svg.ts'

/** Drawings by source and size, a few megabytes; null for those that cannot be repeated. */
const drawings = new Memory<Drawing | null>(8_000_000, (svg, drawing) => svg.length + 40 * (drawing?.parts.length ?? 0))

/**
 * Returns an SVG picture as PDF operators (by `svg-to-pdfkit`): vectors, with text in the paper's own fonts.
 * Pictures inside it are drawn only from `data:` addresses; files and servers are never read.
 */
export function drawSvg(
  mark: Extract<Mark, { kind: 'picture' }>,
  x: number,
  y: number,
  document: CompactDocument,
  fonts: EmbeddedFonts,
  book: FontBook,
): string {
  const { picture } = mark
  const svg = new TextDecoder().decode(picture.bytes)
  const drawing = drawings.get(
    `${picture.width} ${picture.height} ${svg}`,
    () => recordSvg(svg, picture, book.face(faceOf(svg))) ?? null,
  )
  const kit = document as unknown as PdfKit
  if (drawing !== null) return repeat(drawing, mark, x, y, kit, fonts, book)
  const height = (kit.page.dictionary.data.MediaBox as number[])[3] ?? 0
  const content = collectContent(kit, () =>
    runSvgToPdf(kit, svg, [x, height - y - mark.height, mark.width, mark.height], book.face(faceOf(svg))),
  )
  return `q 1 0 0 -1 0 ${pdfNumber(height)} cm\n${content}Q\n`
}

/** Writes a drawing with the names that this document has for its font, glyphs and opacities. */
function repeat(
  { face, parts }: Drawing,
  { picture, width, height }: Extract<Mark, { kind: 'picture' }>,
  x: number,
  y: number,
  kit: PdfKit,
  fonts: EmbeddedFonts,
  book: FontBook,
): string {
  const loaded = book.face(face)
  let content = ''
  for (const part of parts)
    switch (part.kind) {
      case 'operators':
        content += part.text
        break
      case 'font': {
        const font = fonts.resource(loaded)
        kit.page.fonts[font.id] ??= font.ref()
        content += `/${font.id} ${part.size} Tf`
        break
      }
      case 'glyph':
        content += `<${fonts.encodeGlyph(loaded, part.glyph, part.unit)}> Tj`
        break
      case 'opacity':
        content += collectContent(kit, () => kit._doOpacity(part.fill, part.stroke)).trimEnd()
        break
    }
  const [right, down] = [width / picture.width, height / picture.height].map((scale) => Number(scale.toFixed(5)))
  return `q ${right} 0 0 -${down} ${pdfNumber(x)} ${pdfNumber(y + height)} cm\n${content}Q\n`
}
