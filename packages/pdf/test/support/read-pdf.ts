import { inflateSync } from 'node:zlib'
import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A stretch of text on a page: points from its lower left corner. */
export interface TextBox {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Running heads and repeated table headers: not part of the text. */
  readonly isArtifact: boolean
}

export interface ReadPage {
  readonly width: number
  readonly height: number
  readonly boxes: readonly TextBox[]
  readonly links: readonly { readonly url?: string | undefined; readonly dest?: unknown }[]
  readonly structure: StructureNode | null
  /** The colours that are set for filling, in order. */
  readonly fills: readonly string[]
  /** How many curves are drawn outside letters of fonts. */
  readonly curves: number
  /** How many forms (formulas, and letters in them) are drawn. */
  readonly forms: number
  /** Marked-content sequences that are opened and closed, and how deep they nest at most; depth < 0 never happens in a sound page. */
  readonly marks: { readonly opened: number; readonly closed: number; readonly lowest: number }
}

export interface StructureNode {
  readonly role: string
  readonly alt?: string
  readonly children: readonly (StructureNode | { readonly type: string; readonly id: string })[]
}

export interface ReadPdf {
  readonly pages: readonly ReadPage[]
  readonly outline: readonly { readonly title: string; readonly dest: unknown; readonly items: readonly unknown[] }[]
  readonly destinations: ReadonlyMap<string, number>
  readonly info: Readonly<Record<string, unknown>>
  readonly xmp: string
  readonly language: string | null
  readonly isTagged: boolean
  /** The text without running heads and white space. */
  readonly text: string
  /** Every object of the file's object streams as text. */
  readonly objects: string
}

/** Reads a PDF file back with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  const document = await task.promise
  const pages: ReadPage[] = []
  for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(document, number))
  const meta = await document.getMetadata()
  const mark = await document.getMarkInfo()
  const outline = (await document.getOutline()) ?? []
  const destinations = new Map<string, number>()
  for (const [name, place] of Object.entries((await document.getDestinations()) ?? {}))
    destinations.set(name, (await document.getPageIndex((place as [never])[0])) + 1)
  const text = pages
    .map((page) =>
      page.boxes
        .filter((box) => !box.isArtifact)
        .map((box) => box.text)
        .join(''),
    )
    .join('')
  const info = meta.info as Record<string, unknown>
  const result: ReadPdf = {
    pages,
    outline,
    destinations,
    info,
    xmp: String(meta.metadata?.getRaw?.() ?? ''),
    language: typeof info.Language === 'string' ? info.Language : null,
    isTagged: mark?.Marked === true,
    text: withoutSpace(text),
    objects: objectsOf(bytes),
  }
  await task.destroy()
  return result
}

/** Returns text without white space, soft hyphens and emoji selectors. */
export function withoutSpace(text: string): string {
  return text.replace(/\s|\p{Cc}|\p{Cf}|\p{Variation_Selector}/gu, '')
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await document.getPage(number)
  const { width, height } = page.getViewport({ scale: 1 })
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
  const boxes: TextBox[] = []
  const open: string[] = []
  for (const item of content.items) {
    if ('str' in item) {
      const [, , , , x = 0, y = 0] = item.transform as number[]
      if (item.str)
        boxes.push({
          text: item.str,
          x,
          y,
          width: item.width,
          height: item.height,
          isArtifact: open.includes('Artifact'),
        })
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push((item as { tag?: string }).tag ?? '')
  }
  const annotations = (await page.getAnnotations()) as { subtype: string; url?: string; dest?: unknown }[]
  const operators = await page.getOperatorList()
  let depth = 0
  const marks = { opened: 0, closed: 0, lowest: 0 }
  for (const operator of operators.fnArray) {
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) {
      depth++
      marks.opened++
    } else if (operator === OPS.endMarkedContent) {
      depth--
      marks.closed++
      marks.lowest = Math.min(marks.lowest, depth)
    }
  }
  const fills = operators.argsArray.filter((_, index) => operators.fnArray[index] === OPS.setFillRGBColor)
  return {
    width,
    height,
    fills: fills.map((args) => String((args as unknown[])[0])),
    curves: operators.argsArray.reduce(
      (sum, args, index) => (operators.fnArray[index] === OPS.constructPath ? sum + curvesOf(args) : sum),
      0,
    ),
    forms: operators.fnArray.filter((operator) => operator === OPS.paintFormXObjectBegin).length,
    boxes,
    links: annotations.filter(({ subtype }) => subtype === 'Link').map(({ url, dest }) => ({ url, dest })),
    structure: (await page.getStructTree()) as unknown as StructureNode | null,
    marks,
  }
}

/** Counts the curves of a path: pdf.js gives it as numbers, an operator in front of its coordinates. */
function curvesOf(args: unknown): number {
  const [, parts] = args as [unknown, readonly (ArrayLike<number> | null)[]]
  const coordinates = [2, 2, 6, 4, 0]
  const curve = 2
  let count = 0
  for (const path of parts ?? [])
    for (let at = 0; path && at < path.length; at += 1 + (coordinates[path[at] ?? 0] ?? 0))
      if (path[at] === curve) count++
  return count
}

function objectsOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes)
  let text = ''
  for (let at = buffer.indexOf('/Type /ObjStm'); at >= 0; at = buffer.indexOf('/Type /ObjStm', at + 1)) {
    const start = buffer.indexOf('stream\n', at) + 7
    text += inflateSync(buffer.subarray(start, buffer.indexOf('\nendstream', start))).toString('latin1')
  }
  return text
}
