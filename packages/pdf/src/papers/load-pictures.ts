import { inflateSync } from 'node:zlib'
import type { Assets } from '@cardpress/core'
import { asSentence, type Sentence, ToldError } from '@cardpress/core/messages'
import type { Picture } from '../layout/picture.ts'
import { say } from '../texts.ts'

/** A picture that cannot be printed, and why. */
export interface BadPicture {
  readonly url: string
  readonly reason: Sentence
}

/** Pixels of a screen in points. */
const pixel = 72 / 96

/**
 * Reads and measures pictures.
 * @param urls their addresses in the bank
 * @returns those that can be printed by their `url`, and those that cannot
 */
export async function loadPictures(
  urls: Iterable<string>,
  assets: Assets,
): Promise<{ pictures: ReadonlyMap<string, Picture>; bad: readonly BadPicture[] }> {
  const pictures = new Map<string, Picture>()
  const bad: BadPicture[] = []
  for (const url of urls) {
    try {
      pictures.set(url, measure(url, await assets.read(url)))
    } catch (error) {
      bad.push({ url, reason: error instanceof ToldError ? error.sentence : asSentence((error as Error).message) })
    }
  }
  return { pictures, bad }
}

function measure(url: string, bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47) return raster(url, bytes, measurePng(bytes, view))
  if (bytes.length > 4 && view.getUint16(0) === 0xffd8) {
    const [width, height] = measureJpeg(view)
    const turn = turnOf(view)
    return { ...raster(url, bytes, turn % 180 === 0 ? [width, height] : [height, width]), turn }
  }
  const start = new TextDecoder().decode(bytes.subarray(0, 2000))
  if (/<svg[\s>]/i.test(start)) return measureSvg(url, bytes)
  throw new ToldError(say('picture.format'))
}

function raster(url: string, bytes: Uint8Array, [width, height]: readonly [number, number]): Picture {
  if (!(width > 0 && height > 0)) throw new ToldError(say('picture.size'))
  return { url, kind: 'raster', bytes, width: width * pixel, height: height * pixel }
}

/** Reads the size, and unpacks the pixels once: a broken picture must fail here, not in the middle of a page. */
function measurePng(bytes: Uint8Array, view: DataView): [number, number] {
  const width = view.getUint32(16)
  const height = view.getUint32(20)
  const depth = (view.getUint8(24) * ({ 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[view.getUint8(25)] ?? 0)) / 8
  const parts: Uint8Array[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (at + 12 + length > bytes.length) throw new ToldError(say('picture.cut'))
    if (type === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
    if (type === 'IEND') break
  }
  const expected = Math.ceil(width * depth) * height
  if (width * height > 1e8) throw new ToldError(say('picture.large', { width, height }))
  let unpacked = 0
  try {
    unpacked = inflateSync(Buffer.concat(parts), { maxOutputLength: expected * 2 + 1e6 }).length
  } catch {
    throw new ToldError(say('picture.packed'))
  }
  if (unpacked < expected) throw new ToldError(say('picture.missing'))
  return [width, height]
}

function measureJpeg(view: DataView): [number, number] {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) throw new ToldError(say('picture.damaged'))
    const marker = view.getUint8(at + 1)
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return [view.getUint16(at + 7), view.getUint16(at + 5)]
    at += 2 + (marker === 0xff || (marker >= 0xd0 && marker <= 0xd9) ? 0 : view.getUint16(at + 2))
  }
  throw new ToldError(say('picture.size'))
}

/** Reads from EXIF how a camera was held (tag 0x0112 of the first directory); mirrored pictures are left as they are. */
function turnOf(view: DataView): 0 | 90 | 180 | 270 {
  for (let at = 2; at + 18 < view.byteLength && view.getUint16(at) !== 0xffda; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint16(at) !== 0xffe1 || view.getUint32(at + 4) !== 0x45786966) continue
    const tiff = at + 10
    const isLittle = view.getUint16(tiff) === 0x4949
    const directory = tiff + view.getUint32(tiff + 4, isLittle)
    if (directory + 2 > view.byteLength) return 0
    const count = view.getUint16(directory, isLittle)
    for (let entry = directory + 2; entry < directory + 2 + count * 12 && entry + 10 <= view.byteLength; entry += 12)
      if (view.getUint16(entry, isLittle) === 0x0112)
        return ({ 3: 180, 6: 90, 8: 270 } as const)[view.getUint16(entry + 8, isLittle)] ?? 0
  }
  return 0
}

function measureSvg(url: string, bytes: Uint8Array): Picture {
  const text = new TextDecoder().decode(bytes)
  const tag = text.match(/<svg[^>]*>/i)?.[0] ?? ''
  if (!/<\/svg>\s*$|\/>\s*$/i.test(text.trimEnd())) throw new ToldError(say('picture.cut'))
  const length = (name: string) => {
    const match = tag.match(new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)\\s*(px|pt|mm|cm|in|em)?\\s*["']`, 'i'))
    const unit: Readonly<Record<string, number>> = { pt: 1, mm: 72 / 25.4, cm: 72 / 2.54, in: 72, em: 12 }
    return match ? Number(match[1]) * (unit[match[2]?.toLowerCase() ?? ''] ?? pixel) : undefined
  }
  const box = tag
    .match(/viewBox\s*=\s*["']([^"']+)["']/i)?.[1]
    ?.trim()
    .split(/[\s,]+/)
    .map(Number)
  const ratio = box && (box[2] ?? 0) > 0 ? (box[3] ?? 0) / (box[2] ?? 1) : undefined
  const width = length('width') ?? (box?.[2] ?? 300) * pixel
  const height = length('height') ?? width * (ratio ?? 0.6)
  if (!(width > 0 && height > 0)) throw new ToldError(say('picture.size'))
  return { url, kind: 'svg', bytes, width, height }
}
