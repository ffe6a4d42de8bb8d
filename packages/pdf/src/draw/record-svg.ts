import { createRequire } from 'node:module'
import type { Face, FaceName } from '../fonts/face.ts'
import type { Picture } from '../layout/picture.ts'
import { isHan } from '../text/characters.ts'
import { CompactDocument, type PdfKit } from './compact-document.ts'

type SvgToPdf = (document: unknown, svg: string, x: number, y: number, options: object) => void

/** A stretch of a drawing: operators as they stand, or what bears another name in each document. */
export type DrawingPart =
  | { readonly kind: 'operators'; readonly text: string }
  | { readonly kind: 'font'; readonly size: string }
  | { readonly kind: 'glyph'; readonly glyph: number; readonly unit: string }
  | { readonly kind: 'opacity'; readonly fill: number | null; readonly stroke: number | null }

/** An SVG picture as PDF operators that every document can repeat: its upper left corner is the origin, y points down. */
export interface Drawing {
  readonly face: FaceName
  readonly parts: readonly DrawingPart[]
}

/** The face that an SVG's text is set in: Noto where it has Chinese characters. */
export function faceOf(svg: string): FaceName {
  return Array.from(svg).some((character) => isHan(character.codePointAt(0) ?? 0)) ? 'han' : 'sans'
}

/**
 * Draws an SVG picture in its natural size into a document of its own and takes down the operators.
 *
 * @param svg - its source
 * @param size - its natural size in points
 * @param face - of its text
 * @returns the drawing, or undefined where it needs objects of the document: gradients, masks, groups, pictures in it
 */
export function recordSvg(svg: string, size: Pick<Picture, 'width' | 'height'>, face: Face): Drawing | undefined {
  const document = new CompactDocument({ autoFirstPage: false, font: null, fontLayoutCache: false })
  const kit = document as unknown as PdfKit
  kit.addPage({ size: [size.width, size.height], margin: 0 })
  const content = collectContent(kit, () => runSvgToPdf(kit, svg, [0, 0, size.width, size.height], face))
  const { page } = kit
  if ([page.xobjects, page.patterns, page.annotations].some((used) => Object.keys(used).length > 0)) return undefined
  const font = Object.values(kit._fontFamilies)[0]
  const parts: DrawingPart[] = []
  let at = 0
  for (const found of content.matchAll(/^(?:\/F\d+ (\S+) Tf|<([0-9a-f]{4})> Tj|\/(Gs\d+) gs)$/gm)) {
    const [whole, size, code, state] = found
    parts.push({ kind: 'operators', text: content.slice(at, found.index) })
    at = found.index + whole.length
    if (size !== undefined) parts.push({ kind: 'font', size })
    else if (code !== undefined) {
      const index = Number.parseInt(code, 16)
      const unit = String.fromCodePoint(...(font?.unicode[index] ?? []))
      parts.push({ kind: 'glyph', glyph: font?.subset.glyphs[index] ?? 0, unit })
    } else if (state !== undefined) {
      const { ca = null, CA = null } = page.ext_gstates[state]?.data ?? {}
      parts.push({ kind: 'opacity', fill: ca as number | null, stroke: CA as number | null })
    }
  }
  parts.push({ kind: 'operators', text: content.slice(at) })
  return { face: face.name as FaceName, parts }
}

/** Returns what is written to the page meanwhile, without writing it there: the order is the canvas's. */
export function collectContent(kit: PdfKit, draw: () => void): string {
  const { page } = kit
  const kept = page.content
  let content = ''
  const collector = {
    write(chunk: string | Uint8Array) {
      content += `${chunk}\n`
    },
  }
  page.content = collector as unknown as typeof kept
  try {
    draw()
  } finally {
    page.content = kept
  }
  return content
}

/**
 * Runs `svg-to-pdfkit` with the paper's own fonts. Pictures inside the SVG are drawn only from `data:` addresses; files
 * and servers are never read.
 */
export function runSvgToPdf(
  kit: PdfKit,
  svg: string,
  [x, y, width, height]: readonly [number, number, number, number],
  face: Face,
): void {
  const svgToPdf = createRequire(import.meta.url)('svg-to-pdfkit') as SvgToPdf
  let font: PdfKit['_font'] | undefined
  svgToPdf(kit, svg, x, y, {
    width,
    height,
    preserveAspectRatio: 'xMidYMid meet',
    assumePt: false,
    fontCallback: () => {
      // Opening a font for every word costs more than drawing it.
      if (font === undefined) {
        kit.font(face.font)
        font = kit._font
      }
    },
    imageCallback: (link: string) => (link.startsWith('data:') ? link : ''),
    warningCallback: () => {},
  })
}
