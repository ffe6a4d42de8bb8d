import type { OutlinePath } from '@cardpress/math'
import type { FontBook } from '../fonts/font-book.ts'
import type { Formula } from '../layout/formula.ts'
import { Memory } from '../memory.ts'
import type { CompactDocument, PdfKit, PdfReference } from './compact-document.ts'
import type { EmbeddedFonts } from './embedded-fonts.ts'
import { pathOperators } from './path-operators.ts'
import { pdfColor, pdfNumber } from './pdf-syntax.ts'

/** A formula as a Form XObject: 1000 units are one em, the origin is the left end of its baseline. */
export function formulaForm(
  formula: Formula,
  document: CompactDocument,
  fonts: EmbeddedFonts,
  book: FontBook,
  glyphs: Map<string, PdfReference>,
): PdfReference {
  const { outline } = formula
  const used: Record<string, PdfReference> = {}
  const shared: Record<string, PdfReference> = {}
  let content = ''
  for (const path of outline.paths) {
    if (!isGlyph(path)) {
      content += pathContent(path)
      continue
    }
    const glyph = glyphForm(path.d, document, glyphs)
    const name = `G${glyph.id}`
    shared[name] = glyph
    const [a, b, c, d, e, f] = path.transform
    // The glyph's own units are thousandths of an em and y as MathJax draws it; the matrix turns y.
    const matrix = [a * 1000, -b * 1000, c * 1000, -d * 1000, e * 1000, -f * 1000].map(pdfReal).join(' ')
    content += `q ${colorOf(path.fill)}${matrix} cm /${name} Do Q\n`
  }
  for (const text of outline.texts) {
    content += `q ${colorOf(text.fill)}BT ${pdfNumber(text.x * 1000)} ${pdfNumber(-text.y * 1000)} Td `
    for (const character of text.text) {
      const face = book.faceFor(character.codePointAt(0) ?? 0, text.bold ? 'bold' : 'regular', true)
      if (!face) continue
      const font = fonts.resource(face)
      used[font.id] = font.ref()
      content += `/${font.id} ${pdfNumber(text.size * 1000)} Tf <${fonts.encode(face.character(character.codePointAt(0) ?? 0))}> Tj `
    }
    content += 'ET Q\n'
  }
  const margin = 100
  const box = [-margin, -outline.descent * 1000 - margin, outline.width * 1000 + margin, outline.ascent * 1000 + margin]
  const form = (document as unknown as PdfKit).ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: box.map((value) => Math.round(value)),
    Resources: { Font: used, XObject: shared },
  })
  form.end(content || ' ')
  return form
}

/** Shorter paths cost less than a reference to them. */
const shortest = 120

function isGlyph(path: OutlinePath): boolean {
  return path.d.length >= shortest && !path.stroke && !path.clip && path.fill !== 'none'
}

/** One outline as a form that every formula of the document shares, in the path's own units. */
function glyphForm(d: string, document: CompactDocument, glyphs: Map<string, PdfReference>): PdfReference {
  let form = glyphs.get(d)
  if (!form) {
    const { operators, reach } = outlines.get(d, () => glyphOutline(d))
    form = (document as unknown as PdfKit).ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [-reach, -reach, reach, reach],
    })
    form.end(`${operators}f`)
    glyphs.set(d, form)
  }
  return form
}

/** Outlines of glyphs by their path data: MathJax has some thousands. */
const outlines = new Memory<ReturnType<typeof glyphOutline>>(4000)

/** A glyph's operators, and how far they reach from its origin. */
function glyphOutline(d: string): { readonly operators: string; readonly reach: number } {
  const operators = pathOperators(d, ownUnits)
  let reach = 1
  for (const [number] of operators.matchAll(/-?\d+/g)) reach = Math.max(reach, Math.abs(Number(number)))
  return { operators, reach }
}

/** `pathOperators` multiplies by 1000 and turns y; this undoes both. */
const ownUnits = [0.001, 0, 0, -0.001, 0, 0] as const

/** Scales need more digits than lengths. */
function pdfReal(value: number): string {
  return String(Number(value.toFixed(4)))
}

function pathContent(path: OutlinePath): string {
  const [a, b, c, d] = path.transform
  const filled = path.fill !== 'none'
  const operators = pathOperators(path.d, path.transform)
  if (!operators) return ''
  let before = ''
  if (path.clip) {
    const [x, y, width, height] = path.clip
    before += `${[x * 1000, -(y + height) * 1000, width * 1000, height * 1000].map(pdfNumber).join(' ')} re W n\n`
  }
  if (path.fill && filled) before += `${colorOf(path.fill)}`
  let paint = 'f'
  if (path.stroke) {
    const scale = Math.sqrt(Math.abs(a * d - b * c)) * 1000
    before += `${pdfNumber(path.stroke.width * scale)} w `
    if (path.stroke.color) before += `${strokeColorOf(path.stroke.color)}`
    if (path.stroke.dash) before += `[${path.stroke.dash.map((part) => pdfNumber(part * scale)).join(' ')}] 0 d `
    paint = filled && path.fill ? 'B' : 'S'
  }
  const body = `${operators}${paint}\n`
  return before ? `q ${before}${body}Q\n` : body
}

function colorOf(css: string | undefined): string {
  const color = cssColor(css)
  return color ? `${pdfColor(color)} rg ` : ''
}

function strokeColorOf(css: string | undefined): string {
  const color = cssColor(css)
  return color ? `${pdfColor(color)} RG ` : ''
}

const names: Readonly<Record<string, string>> = {
  red: '#c00000',
  blue: '#0000c0',
  green: '#007000',
  black: '#000000',
  white: '#ffffff',
  gray: '#808080',
  grey: '#808080',
  orange: '#c06000',
  purple: '#800080',
  teal: '#008080',
  brown: '#804000',
  magenta: '#c000c0',
  cyan: '#008b8b',
}

function cssColor(css: string | undefined): string | undefined {
  if (!css || css === 'none' || css === 'currentColor') return undefined
  if (/^#[0-9a-f]{6}$/i.test(css)) return css
  if (/^#[0-9a-f]{3}$/i.test(css)) return `#${Array.from(css.slice(1), (digit) => digit + digit).join('')}`
  const name = css.toLowerCase()
  return Object.hasOwn(names, name) ? names[name] : undefined
}
