import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import { Memory } from '../memory.ts'

/**
 * The parts of pdfkit 0.20 that are used and that its types do not show. This file and `embedded-fonts.ts` are the only
 * ones that know them, so pdfkit's version is pinned.
 */
export interface PdfKit {
  ref(data?: object): PdfReference
  readonly page: PdfKitPage
  readonly _root: PdfReference
  readonly outline: PdfOutline
  addPage(options?: object): this
  switchToPage(index: number): this
  openImage(bytes: Uint8Array): PdfImage
  font(source: unknown): this
  readonly _font: PdfEmbeddedFont
  _doOpacity(fill: number | null, stroke: number | null): void
  readonly _fontFamilies: Readonly<Record<string, PdfEmbeddedFont>>
  /** 1 for PDF/UA-1 and PDF/A-1, in which pdfkit adds to each font a list of its glyphs. */
  subset: number | undefined
  save(): this
  restore(): this
  end(): void
  read(): Uint8Array | null
}
export interface PdfReference {
  readonly id: number
  readonly data: Record<string, unknown>
  buffer: readonly Uint8Array[]
  /** Whether the stream is to be compressed when it is written. */
  compress: boolean
  write(chunk: string | Uint8Array): void
  end(chunk?: string | Uint8Array): void
  finalize(): void
}
export interface PdfKitPage {
  content: PdfReference
  readonly dictionary: PdfReference
  readonly fonts: Record<string, unknown>
  readonly xobjects: Record<string, unknown>
  readonly ext_gstates: Record<string, PdfReference>
  readonly patterns: Record<string, unknown>
  readonly annotations: unknown[]
}
export interface PdfOutline {
  readonly outlineData: Record<string, unknown>
  addItem(title: string): PdfOutline
}
export interface PdfImage {
  readonly label: string
  obj: PdfReference | null
  embed(document: PdfKit): void
}
export interface PdfEmbeddedFont {
  readonly id: string
  ref(): PdfReference
  embed(): void
  readonly subset: PdfFontSubset
  readonly widths: number[]
  readonly unicode: number[][]
}

/** A font with the glyphs that a document uses (fontkit's `TTFSubset`). */
export interface PdfFontSubset {
  readonly glyphs: number[]
  includeGlyph(glyph: number): number
  _addGlyph(glyph: number): number
  readonly glyf: Uint8Array[]
  readonly loca: { readonly offsets: number[] }
  readonly hmtx: { readonly metrics: { readonly advance: number; readonly bearing: number }[] }
  offset: number
}

/** The internals of pdfkit's document that the subclass replaces. */
interface Internals {
  _write(data: string | Uint8Array): void
  _refEnd(reference: PdfReference): void
  _finalize(): void
  endMetadata(): void
  ref(data?: object): PdfReference
  push(data: null): boolean
  info: Record<string, unknown>
  readonly _offset: number
  readonly _offsets: (number | null)[]
  _waiting: number
  readonly _info: PdfReference
  readonly _id: Uint8Array
  readonly _root: PdfReference
}
const Base = PDFDocument as unknown as new (options: object) => Internals

/** Streams by the hash of their content: glyphs, formulas, pages and fonts that an edit has not changed; in bytes. */
const compressed = new Memory<Uint8Array>(16_000_000, (_, { byteLength }) => byteLength)

/** How many objects share one compressed stream. */
const objectsPerStream = 200

/** Where a compressed object lies: the stream's number and its place in it. */
type Place = readonly [stream: number, index: number]

/**
 * A pdfkit document that writes its small objects in compressed object streams with a cross-reference stream
 * (PDF 1.5, 7.5.7 and 7.5.8), which saves a third of a tagged file.
 */
export class CompactDocument extends Base {
  // No initialisers: pdfkit's constructor already writes, before a subclass's fields would be set.
  declare private captured: (string | Uint8Array)[] | undefined
  declare private places: Map<number, Place> | undefined
  declare private pending: { id: number; text: string }[] | undefined

  /** Makes an indirect object of which the number is needed before its content; `writeObject` must follow. */
  reserve(): number {
    this._offsets.push(null)
    this._waiting++
    return this._offsets.length
  }

  /** Writes an object without a stream, whose text must be ASCII. */
  writeObject(id: number, text: string): void {
    this._waiting--
    this.pack(id, text)
  }

  override ref(data?: object): PdfReference {
    const reference = super.ref(data)
    const finalize = reference.finalize
    reference.finalize = () => {
      if (reference.buffer.length > 0) this.finalizeStream(reference, finalize)
      else this.finalizeCompact(reference, finalize)
    }
    return reference
  }

  override _write(data: string | Uint8Array): void {
    if (this.captured) this.captured.push(data)
    else super._write(data)
  }

  override _refEnd(reference: PdfReference): void {
    if (!this.captured) super._refEnd(reference)
  }

  override endMetadata(): void {
    // pdfkit puts the title into XML as it is.
    const { info } = this
    this.info = Object.fromEntries(
      Object.entries(info).map(([name, value]) => [name, typeof value === 'string' ? escapeXml(value) : value]),
    )
    super.endMetadata()
    this.info = info
  }

  override _finalize(): void {
    this.flushPending()
    const places = this.places ?? new Map<number, Place>()
    const id = this._offsets.length + 1
    const start = this._offset
    const rows = Buffer.alloc((id + 1) * 7)
    rows.writeUInt16BE(65535, 5)
    for (let number = 1; number <= id; number++) {
      const place = places.get(number)
      rows.writeUInt8(place ? 2 : 1, number * 7)
      rows.writeUInt32BE(place ? place[0] : number === id ? start : (this._offsets[number - 1] ?? 0), number * 7 + 1)
      rows.writeUInt16BE(place ? place[1] : 0, number * 7 + 5)
    }
    const data = deflateSync(rows)
    const hex = Buffer.from(this._id).toString('hex')
    const entries = [
      '/Type /XRef /W [1 4 2]',
      `/Size ${id + 1} /Root ${this._root} /Info ${this._info} /ID [<${hex}> <${hex}>]`,
      `/Filter /FlateDecode /Length ${data.length}`,
    ]
    this.writeStream(id, entries.join(' '), data)
    super._write(`startxref\n${start}\n%%EOF`)
    this.push(null)
  }

  /** Compresses a stream as pdfkit does, and each content once in a process. */
  private finalizeStream(reference: PdfReference, finalize: () => void): void {
    if (reference.compress) {
      const bytes = Buffer.concat(reference.buffer)
      const key = createHash('sha256').update(bytes).digest('base64')
      reference.buffer = [compressed.get(key, () => deflateSync(bytes))]
      reference.compress = false
    }
    finalize.call(reference)
  }

  private finalizeCompact(reference: PdfReference, finalize: () => void): void {
    this.captured = []
    finalize.call(reference)
    const body = this.captured[1]
    this.captured = undefined
    this.pack(reference.id, String(body))
    super._refEnd(reference)
  }

  private pack(id: number, text: string): void {
    this.pending ??= []
    this.pending.push({ id, text })
    if (this.pending.length >= objectsPerStream) this.flushPending()
  }

  private flushPending(): void {
    const objects = this.pending ?? []
    if (objects.length === 0) return
    this.pending = []
    this.places ??= new Map()
    this._offsets.push(null)
    const stream = this._offsets.length
    let offset = 0
    let head = ''
    let body = ''
    objects.forEach(({ id, text }, index) => {
      this.places?.set(id, [stream, index])
      head += `${id} ${offset} `
      body += `${text}\n`
      offset += text.length + 1
    })
    const data = deflateSync(Buffer.from(head + body, 'latin1'))
    this._offsets[stream - 1] = this._offset
    const entries = `/Type /ObjStm /N ${objects.length} /First ${head.length} /Filter /FlateDecode /Length ${data.length}`
    this.writeStream(stream, entries, data)
  }

  private writeStream(id: number, entries: string, data: Uint8Array): void {
    super._write(`${id} 0 obj\n<< ${entries} >>\nstream`)
    super._write(data)
    super._write('\nendstream\nendobj')
  }
}

function escapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids them
  const clean = text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, '')
  return clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
