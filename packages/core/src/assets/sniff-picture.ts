import { imageSize } from 'image-size'
import { say } from '../messages/say.ts'
import type { Sentence } from '../messages/sentence.ts'

/** Largest picture in bytes (100 MB: what Anki takes at most). */
export const largestPicture = 100 * 1_048_576
/** Largest picture in pixels: a page of A0 at 300 dpi has 140 million. */
export const mostPixels = 140_000_000

/** What a picture is, from its own bytes. */
export interface PictureType {
  readonly extension: 'png' | 'jpg' | 'gif' | 'webp' | 'svg'
  /** In pixels, as the file says. */
  readonly width: number
  readonly height: number
}

const extensions: Readonly<Record<string, PictureType['extension']>> = {
  png: 'png',
  jpg: 'jpg',
  gif: 'gif',
  webp: 'webp',
  svg: 'svg',
}

/**
 * Returns what kind of picture some bytes are: never by the name, which may lie.
 *
 * @param bytes the file.
 * @returns the type, or the reason (the end of a sentence) why it is no picture that every output can show.
 */
export function sniffPicture(bytes: Uint8Array): PictureType | { readonly refused: Sentence } {
  if (bytes.length === 0) return { refused: say('picture.empty') }
  if (bytes.length > largestPicture) return { refused: tooLarge(bytes.length) }
  const found = measure(bytes)
  const extension = extensions[found?.type ?? '']
  if (found === undefined || extension === undefined) return { refused: say('picture.type') }
  const { width, height } = found
  if (!(width > 0 && height > 0)) return { refused: say('picture.size') }
  if (extension !== 'svg' && width * height > mostPixels)
    return { refused: say('picture.pixels', { width, height, most: mostPixels / 1e6 }) }
  return { extension, width, height }
}

/** Says that a picture has too many bytes, as the end of a sentence. */
export function tooLarge(bytes: number): Sentence {
  return say('picture.large', { size: Math.ceil(bytes / 1_048_576), most: largestPicture / 1_048_576 })
}

function measure(bytes: Uint8Array): ReturnType<typeof imageSize> | undefined {
  try {
    return imageSize(bytes)
  } catch {
    // The library throws for what it does not know and for what is cut off.
    return undefined
  }
}
