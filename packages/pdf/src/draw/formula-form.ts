import type { OutlinePath } from '@cardpress/math'
import type { FontBook } from '../fonts/font-book.ts'
import type { Formula } from '../layout/formula.ts'
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
): PdfReference {
  const { outline } = formula
  const used: Record<string, PdfReference> = {}
  let content = ''
  for (const path of outline.paths) content += pathContent(path)
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
    Resources: { Font: used },
  })
  form.end(content || ' ')
  return form
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
