import type { Element, Properties } from 'hast'
import { elementsIn } from './elements.ts'

/** Where lazily loaded pictures (WeChat, most blogs) have their address, while `src` has a placeholder. */
const lazy = ['dataSrc', 'dataOriginal', 'dataLazySrc', 'dataActualsrc', 'dataOriginalSrc', 'dataUrl'] as const
const lazySets = ['dataSrcset', 'dataLazySrcset'] as const

/**
 * Returns the address of a picture: the one that is loaded lazily, else `src`, else the largest of `srcset`; `''` where
 * there is none.
 *
 * @param picture An `img`, or a `picture` around one and its sources.
 */
export function addressOf(picture: Element): string {
  const parts = picture.tagName === 'picture' ? [...elementsIn(picture)] : [picture]
  const images = parts.filter(({ tagName }) => tagName === 'img')
  const sources = parts.filter(({ tagName }) => tagName === 'source')
  const own = images.map(addressOfImage).find((url) => url !== '' && !isPlaceholder(url))
  if (own) return own
  // What every reader of pictures knows comes before what only browsers do.
  const known = sources.toSorted((a, b) => rank(a.properties) - rank(b.properties))
  return known.map(({ properties }) => largest(properties)).find(Boolean) ?? images.map(addressOfImage)[0] ?? ''
}

function addressOfImage({ properties }: Element): string {
  for (const name of lazy) {
    const url = properties[name]
    if (typeof url === 'string' && url.trim() !== '' && !isPlaceholder(url)) return url.trim()
  }
  const src = typeof properties.src === 'string' ? properties.src.trim() : ''
  return src === '' || isPlaceholder(src) ? largest(properties) || src : src
}

/** Placeholders are written into the page itself; so is many a real picture of a saved page, but none so short. */
function isPlaceholder(url: string): boolean {
  return /^data:/i.test(url) && url.length < 400
}

function rank({ type }: Properties): number {
  return /avif|webp|jxl/i.test(String(type ?? '')) ? 1 : 0
}

/** The largest picture of a `srcset` (HTML § 4.8.4.2): `a.jpg 400w, b.jpg 2x`. */
function largest(properties: Properties): string {
  const sets = [properties.srcSet, ...lazySets.map((name) => properties[name])]
  const set = sets.map((value) => (Array.isArray(value) ? value.join(', ') : String(value ?? ''))).find(Boolean) ?? ''
  let best = { url: '', size: -1 }
  for (const [, url = '', size = '1'] of set.matchAll(
    /([^\s,]\S{0,2000}?)(?:\s{1,20}(\d{1,6}(?:\.\d{1,3})?)[wx])?\s{0,20}(?:,\s|,$|$)/g,
  ))
    if (Number(size) > best.size) best = { url, size: Number(size) }
  return best.url
}
