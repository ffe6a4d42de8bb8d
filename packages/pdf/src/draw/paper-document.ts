import type { Shape } from '../fonts/face.ts'
import type { FontBook } from '../fonts/font-book.ts'
import type { Mark, RunMark } from '../layout/mark.ts'
import type { Picture } from '../layout/picture.ts'
import type { TagElement } from '../layout/tag-element.ts'
import { isHan } from '../text/characters.ts'
import { Canvas, type CanvasHost } from './canvas.ts'
import { CompactDocument, type PdfKit, type PdfOutline, type PdfReference } from './compact-document.ts'
import { drawSvg } from './draw-svg.ts'
import { type EmbeddedFonts, embeddedFonts, withoutGlyphLists } from './embedded-fonts.ts'
import { formulaForm } from './formula-form.ts'
import { pdfNumber, pdfText } from './pdf-syntax.ts'
import { isIntricatePng, pngImage } from './png-image.ts'
import { type TaggedPage, TagWriter } from './tag-writer.ts'

/** What a document says of itself. */
export interface DocumentInfo {
  readonly title: string
  readonly author?: string | undefined
  readonly subject?: string | undefined
  readonly keywords?: string | undefined
  /** BCP 47. */
  readonly language: string
  /** Seconds since 1970: when the content last changed. */
  readonly modified: number
}

/** A page while it is drawn. */
export interface PaperPage {
  readonly canvas: Canvas
  /** Names a place of the page (points from its upper left corner), for links. */
  anchor(name: string, x: number, y: number): void
}

/**
 * A PDF file that grows page by page: the only place where pdfkit is driven. `take` returns the bytes so far.
 * Pages are 1. opened with `addPage`, 2. drawn, 3. closed with `closePage`, 4. given their footer with `end`.
 */
export class PaperDocument {
  readonly #document: CompactDocument
  readonly #kit: PdfKit
  readonly #book: FontBook
  readonly #fonts: EmbeddedFonts
  readonly #tags: TagWriter
  readonly #forms = new Map<string, PdfReference>()
  readonly #glyphs = new Map<string, PdfReference>()
  readonly #images = new Map<string, PdfReference>()
  readonly #sources = new Map<string, readonly RunMark[]>()
  readonly #pages: { readonly height: number; readonly tagged: TaggedPage }[] = []
  readonly #destinations = new Map<string, string>()
  readonly #outline: PdfOutline[] = []
  #current: { readonly canvas: Canvas; readonly height: number; readonly tagged: TaggedPage } | undefined

  constructor(info: DocumentInfo, book: FontBook) {
    const date = new Date(info.modified * 1000)
    this.#document = new CompactDocument({
      pdfVersion: '1.7',
      autoFirstPage: false,
      bufferPages: true,
      font: null,
      lang: info.language,
      displayTitle: true,
      subset: 'PDF/UA',
      fontLayoutCache: false,
      info: {
        Title: info.title,
        ...(info.author ? { Author: info.author } : {}),
        ...(info.subject ? { Subject: info.subject } : {}),
        ...(info.keywords ? { Keywords: info.keywords } : {}),
        Creator: 'Cardpress',
        Producer: 'Cardpress (PDFKit)',
        CreationDate: date,
        ModDate: date,
      },
    })
    this.#kit = this.#document as unknown as PdfKit
    this.#book = book
    this.#fonts = embeddedFonts(this.#kit)
    this.#tags = new TagWriter(this.#document)
  }

  get pageCount(): number {
    return this.#pages.length
  }

  /** Opens a page of the given size in points. */
  addPage(width: number, height: number): PaperPage {
    this.#kit.addPage({ size: [width, height], margin: 0 })
    const tagged = this.#tags.openPage(this.#kit.page.dictionary)
    const canvas = new Canvas(this.#host(), tagged, height)
    this.#current = { canvas, height, tagged }
    this.#pages.push({ height, tagged })
    return {
      canvas,
      anchor: (name, x, y) => {
        if (!this.#destinations.has(name))
          this.#destinations.set(name, `[${tagged.reference} /XYZ ${pdfNumber(x)} ${pdfNumber(height - y)} null]`)
      },
    }
  }

  /** Writes the page's content; only a footer can be added to it now. */
  closePage(): void {
    const current = this.#current
    if (!current) return
    this.#current = undefined
    const { page } = this.#kit
    // pdfkit would turn a string into bytes one by one.
    page.content.write(
      Buffer.from(`q 1 0 0 -1 0 ${pdfNumber(current.height)} cm\n${current.canvas.finish()}Q`, 'latin1'),
    )
    page.content.end()
    this.#tags.closePage(current.tagged)
    const footer = this.#document.ref()
    page.dictionary.data.Contents = [page.content, footer]
    page.content = footer
  }

  /** Adds a bookmark to a named place; `depth` counts from 0. */
  bookmark(title: string, depth: number, name: string): void {
    const level = Math.min(depth, this.#outline.length)
    const parent = level === 0 ? this.#kit.outline : (this.#outline[level - 1] ?? this.#kit.outline)
    const item = parent.addItem(title)
    item.outlineData.Dest = new RawText(pdfText(name))
    this.#outline.length = level
    this.#outline.push(item)
  }

  /** Writes an element to which nothing will be added any more. */
  finish(element: TagElement): void {
    this.#tags.finish(element)
  }

  /**
   * Draws the footers and ends the file.
   * @param root the structure tree's document element
   * @param footer returns the decoration of a page: marks from its upper left corner
   */
  end(root: TagElement, footer: (index: number, count: number) => readonly Mark[]): void {
    const count = this.#pages.length
    this.#pages.forEach(({ height, tagged }, index) => {
      this.#kit.switchToPage(index)
      const canvas = new Canvas(this.#host(), tagged, height)
      canvas.draw(footer(index, count).map(asDecoration), 0, 0)
      this.#kit.page.content.write(`q 1 0 0 -1 0 ${pdfNumber(height)} cm\n${canvas.finish()}Q`)
    })
    this.#tags.end(root)
    this.#writeDestinations()
    withoutGlyphLists(this.#kit)
    this.#kit.end()
  }

  /** Returns the bytes that are ready and forgets them. */
  *take(): Generator<Uint8Array> {
    for (let chunk = this.#kit.read(); chunk; chunk = this.#kit.read()) yield chunk
  }

  #writeDestinations(): void {
    const names = [...this.#destinations].map(([name, place]) => [pdfText(name), place] as const)
    // Name trees are sorted by bytes (PDF 1.7, 7.9.6); pdfkit sorts by locale.
    names.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    const tree = this.#document.reserve()
    this.#document.writeObject(tree, `<< /Names [${names.map(([name, place]) => `${name} ${place}`).join('\n')}] >>`)
    const catalog = this.#document._root.data.Names as PdfReference
    catalog.data.Dests = new RawText(`${tree} 0 R`)
  }

  #host(): CanvasHost {
    const { page } = this.#kit
    return {
      fonts: this.#fonts,
      tags: this.#tags,
      font: ({ face }) => {
        const font = this.#fonts.resource(face)
        page.fonts[font.id] ??= font.ref()
        return font.id
      },
      formula: ({ formula }) => {
        let form = this.#forms.get(formula.key)
        if (!form) {
          form = formulaForm(formula, this.#document, this.#fonts, this.#book, this.#glyphs)
          this.#forms.set(formula.key, form)
        }
        const name = `M${form.id}`
        page.xobjects[name] ??= form
        return name
      },
      source: (mark) => this.#sourceOf(mark),
      picture: (mark, x, y) => {
        if (mark.picture.kind === 'svg') return drawSvg(mark, x, y, this.#document, this.#fonts, this.#book)
        const image = this.#image(mark.picture)
        const label = `I${image.id}`
        page.xobjects[label] ??= image
        const size = matrixOf(mark, x, y).map(pdfNumber).join(' ')
        return `q ${size} cm /${label} Do Q\n`
      },
      link: (mark, x, y) => {
        const area = [x, y, x + mark.width, y + mark.height].map((value) => Math.round(value * 100) / 100)
        const action = actionOf(mark.url)
        const annotation = this.#document.ref({
          Type: 'Annot',
          Subtype: 'Link',
          Rect: area,
          Border: [0, 0, 0],
          F: 4,
          Contents: new RawText(pdfText(mark.text)),
          ...action,
        })
        page.annotations.push(annotation)
        return annotation
      },
    }
  }

  #image(picture: Picture): PdfReference {
    let image = this.#images.get(picture.url)
    if (!image) {
      image = isIntricatePng(picture.bytes) ? pngImage(picture.bytes, this.#document) : this.#plainImage(picture)
      this.#images.set(picture.url, image)
    }
    return image
  }

  #plainImage(picture: Picture): PdfReference {
    const image = this.#kit.openImage(picture.bytes)
    image.embed(this.#kit)
    if (!image.obj) throw new Error(`pdfkit has not embedded ${picture.url}`)
    return image.obj
  }

  /** The formula's TeX as runs of one face each. */
  #sourceOf(mark: Extract<Mark, { kind: 'formula' }>): readonly RunMark[] {
    const { size, element, color } = mark
    const key = `${size} ${mark.formula.key}`
    const known = this.#sources.get(key)
    if (known) return known
    const runs: (Omit<RunMark, 'parts' | 'width'> & { parts: Shape[]; width: number })[] = []
    this.#sources.set(key, runs)
    for (const character of mark.formula.tex.trim().replace(/\s+/g, ' ')) {
      const codePoint = character.codePointAt(0) ?? 0
      const shape = this.#book.faceFor(codePoint, 'mono', isHan(codePoint))?.character(codePoint)
      if (!shape) continue
      let run = runs.at(-1)
      if (run?.face !== shape.face) {
        run = { kind: 'run', x: 0, y: 0, face: shape.face, size, color, parts: [], extras: [], width: 0, element }
        runs.push(run)
      }
      run.parts.push(shape)
      run.width += (shape.width * size) / 1000
    }
    return runs
  }
}

/** Maps the unit square of an image onto its rectangle, turned as its camera was. */
function matrixOf({ picture, width, height }: Extract<Mark, { kind: 'picture' }>, x: number, y: number): number[] {
  switch (picture.turn ?? 0) {
    case 0:
      return [width, 0, 0, height, x, y]
    case 90:
      return [0, -height, width, 0, x, y + height]
    case 180:
      return [-width, 0, 0, -height, x + width, y + height]
    case 270:
      return [0, height, -width, 0, x + width, y]
  }
}

function asDecoration(mark: Mark): Mark {
  return 'element' in mark ? { ...mark, element: undefined } : mark
}

/** Where a link leads: `#name` in this document, `file.pdf#name` in one beside it, or an address. */
function actionOf(url: string): Record<string, unknown> {
  if (url.startsWith('#')) return { Dest: new RawText(pdfText(url.slice(1))) }
  const beside = url.match(/^([\w.-]+\.pdf)#(.+)$/)
  if (beside) {
    const [, file = '', name = ''] = beside
    return { A: { S: 'GoToR', F: new RawText(pdfText(file)), D: new RawText(pdfText(name)) } }
  }
  return { A: { S: 'URI', URI: new RawText(pdfText(encodeURI(decodeSafely(url)))) } }
}

function decodeSafely(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url.replaceAll('%', '%25')
  }
}

/** PDF syntax as it stands, where pdfkit would turn a string into a name. */
class RawText {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  get [Symbol.toStringTag](): string {
    return 'RawText'
  }
  toString(): string {
    return this.#text
  }
}
