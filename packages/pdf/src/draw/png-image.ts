import { deflateSync, inflateSync } from 'node:zlib'
import type { CompactDocument, PdfReference } from './compact-document.ts'

/** What a PNG file's head and chunks say. */
interface Png {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly colorType: number
  readonly isInterlaced: boolean
  readonly palette: Uint8Array | undefined
  readonly transparency: Uint8Array | undefined
  readonly data: Buffer
}

/**
 * Returns whether a PNG has transparency or is interlaced. pdfkit unpacks such pictures in the background, in an order
 * that differs from run to run, so they are taken apart here.
 */
export function isIntricatePng(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x89) return false
  const png = readPng(bytes)
  return png.colorType >= 4 || png.isInterlaced || png.transparency !== undefined
}

/** Returns a PNG as an image of eight bits a colour, with its transparency as a soft mask. */
export function pngImage(bytes: Uint8Array, document: CompactDocument): PdfReference {
  const png = readPng(bytes)
  const { colors, alpha } = separate(png)
  const isGrey = png.colorType === 0 || png.colorType === 4
  const common = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: png.width,
    Height: png.height,
    BitsPerComponent: 8,
    Filter: 'FlateDecode',
  }
  let mask: PdfReference | undefined
  if (alpha) {
    mask = document.ref({ ...common, ColorSpace: 'DeviceGray' })
    mask.end(deflateSync(alpha))
  }
  const image = document.ref({
    ...common,
    ColorSpace: isGrey ? 'DeviceGray' : 'DeviceRGB',
    ...(mask ? { SMask: mask } : {}),
  })
  image.end(deflateSync(colors))
  return image
}

function readPng(bytes: Uint8Array): Png {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = []
  let palette: Uint8Array | undefined
  let transparency: Uint8Array | undefined
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const chunk = bytes.subarray(at + 8, at + 8 + length)
    if (type === 'IDAT') parts.push(chunk)
    else if (type === 'PLTE') palette = chunk
    else if (type === 'tRNS') transparency = chunk
    else if (type === 'IEND') break
    at += 12 + length
  }
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    depth: view.getUint8(24),
    colorType: view.getUint8(25),
    isInterlaced: view.getUint8(28) === 1,
    palette,
    transparency,
    data: Buffer.concat(parts),
  }
}

/** Samples of a pixel by colour type (PNG, 11.2.2). */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Origin and step of each pass of an interlaced picture (PNG, 8.2). */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Unpacks all samples and takes transparency from colour. */
function separate(png: Png): { colors: Uint8Array; alpha: Uint8Array | undefined } {
  const { width, height, colorType, palette, transparency } = png
  const channels = channelsOf[colorType] ?? 1
  const raw = inflateSync(png.data)
  const out = colorType === 0 || colorType === 4 ? 1 : 3
  const colors = new Uint8Array(width * height * out)
  const alpha = colorType >= 4 || transparency ? new Uint8Array(width * height).fill(255) : undefined
  const put = (x: number, y: number, sample: (channel: number) => number): void => {
    const pixel = y * width + x
    if (colorType === 3) {
      const index = sample(0)
      for (let channel = 0; channel < 3; channel++) colors[pixel * 3 + channel] = palette?.[index * 3 + channel] ?? 0
      if (alpha) alpha[pixel] = transparency?.[index] ?? 255
      return
    }
    const scale = (value: number) => (png.depth === 16 ? value >> 8 : Math.round((value * 255) / (2 ** png.depth - 1)))
    for (let channel = 0; channel < out; channel++) colors[pixel * out + channel] = scale(sample(channel))
    if (!alpha) return
    if (colorType >= 4) alpha[pixel] = scale(sample(channels - 1))
    else if (transparency) {
      const isClear = Array.from({ length: out }, (_, channel) => channel).every(
        (channel) => sample(channel) === (transparency[channel * 2] ?? 0) * 256 + (transparency[channel * 2 + 1] ?? 0),
      )
      if (isClear) alpha[pixel] = 0
    }
  }
  let at = 0
  for (const [x0, y0, dx, dy] of png.isInterlaced ? passes : ([[0, 0, 1, 1]] as const)) {
    const columns = Math.ceil((width - x0) / dx)
    const rows = Math.ceil((height - y0) / dy)
    if (columns <= 0 || rows <= 0) continue
    const bits = channels * png.depth
    const rowBytes = Math.ceil((columns * bits) / 8)
    let above = new Uint8Array(rowBytes)
    for (let row = 0; row < rows; row++) {
      const line = unfiltered(raw.subarray(at + 1, at + 1 + rowBytes), raw[at] ?? 0, above, Math.max(1, bits >> 3))
      at += rowBytes + 1
      for (let column = 0; column < columns; column++)
        put(x0 + column * dx, y0 + row * dy, (channel) => sampleOf(line, column * channels + channel, png.depth))
      above = line
    }
  }
  return { colors, alpha }
}

function sampleOf(line: Uint8Array, index: number, depth: number): number {
  if (depth === 8) return line[index] ?? 0
  if (depth === 16) return (line[index * 2] ?? 0) * 256 + (line[index * 2 + 1] ?? 0)
  const bit = index * depth
  return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & (2 ** depth - 1)
}

/** Undoes the filter of one row (PNG, 9.2). */
function unfiltered(row: Uint8Array, filter: number, above: Uint8Array, step: number): Uint8Array<ArrayBuffer> {
  const line = new Uint8Array(above.length)
  for (let index = 0; index < line.length; index++) {
    const left = index >= step ? (line[index - step] ?? 0) : 0
    const up = above[index] ?? 0
    const corner = index >= step ? (above[index - step] ?? 0) : 0
    const guess =
      filter === 1
        ? left
        : filter === 2
          ? up
          : filter === 3
            ? (left + up) >> 1
            : filter === 4
              ? paeth(left, up, corner)
              : 0
    line[index] = ((row[index] ?? 0) + guess) & 255
  }
  return line
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
