import { createRequire } from 'node:module'
import type { FontBook } from '../fonts/font-book.ts'
import type { Mark } from '../layout/mark.ts'
import { isHan } from '../text/characters.ts'
import type { CompactDocument, PdfKit } from './compact-document.ts'
import { pdfNumber } from './pdf-syntax.ts'

type SvgToPdf = (document: unknown, svg: string, x: number, y: number, options: object) => void

/**
 * Returns an SVG picture as PDF operators (by `svg-to-pdfkit`): vectors, with text in the paper's own fonts.
 * Pictures inside it are drawn only from `data:` addresses; files and servers are never read.
 */
export function drawSvg(
  mark: Extract<Mark, { kind: 'picture' }>,
  x: number,
  y: number,
  document: CompactDocument,
  book: FontBook,
): string {
  const svgToPdf = createRequire(import.meta.url)('svg-to-pdfkit') as SvgToPdf
  const kit = document as unknown as PdfKit
  const svg = new TextDecoder().decode(mark.picture.bytes)
  const face = book.face(Array.from(svg).some((character) => isHan(character.codePointAt(0) ?? 0)) ? 'han' : 'sans')
  const { page } = kit
  const height = (page.dictionary.data.MediaBox as number[])[3] ?? 0
  const kept = page.content
  let content = ''
  // The library writes through pdfkit into the page; here into a string, to keep the order of the canvas.
  const collector = {
    write(chunk: string | Uint8Array) {
      content += `${chunk}\n`
    },
  }
  page.content = collector as unknown as typeof kept
  try {
    svgToPdf(kit, svg, x, height - y - mark.height, {
      width: mark.width,
      height: mark.height,
      preserveAspectRatio: 'xMidYMid meet',
      assumePt: false,
      fontCallback: () => {
        kit.font(face.font)
        return kit._font
      },
      imageCallback: (link: string) => (link.startsWith('data:') ? link : ''),
      warningCallback: () => {},
    })
  } finally {
    page.content = kept
  }
  return `q 1 0 0 -1 0 ${pdfNumber(height)} cm\n${content}Q\n`
}
