/**
 * Returns the offset in the source of each unit of a text, or `undefined` where the source holds the text as it is.
 *
 * Markdown and HTML texts differ from their source by backslashes, character references, indentation, quote marks and
 * collapsed white space. The two are walked side by side; what the source has beyond the text is syntax.
 *
 * @param text The text of a node.
 * @param source The whole source.
 * @param start Where the node begins in it.
 * @param end Where the node ends.
 */
export function align(text: string, source: string, start: number, end: number): Uint32Array | undefined {
  if (end - start === text.length && source.startsWith(text, start)) return undefined
  const map = new Uint32Array(text.length)
  let at = start
  for (let index = 0; index < text.length; index++) {
    const unit = text[index] as string
    at = seek(unit, text, index, source, at, end)
    map[index] = Math.min(at, end)
    at = after(unit, text, index, source, at, end)
  }
  return map
}

const space = /\s/u

/** The offset at which `unit` stands, looking from `at` past what is only syntax. */
function seek(unit: string, text: string, index: number, source: string, at: number, end: number): number {
  while (at < end) {
    const here = source[at] as string
    if (here === unit || here === '&') return at
    if (space.test(unit)) return at
    if (here === '\\' || space.test(here) || here === '>') at++
    else if (here === '<') {
      const close = source.indexOf('>', at)
      at = close === -1 || close >= end ? at + 1 : close + 1
    } else if (index > 0 && isLowSurrogate(text, index)) return at
    else at++
  }
  return end
}

/** The offset after `unit`, which stands at `at`. */
function after(unit: string, text: string, index: number, source: string, at: number, end: number): number {
  if (at >= end) return end
  const here = source[at] as string
  if (here === '&') {
    const close = source.indexOf(';', at)
    const isReference = close !== -1 && close < end && close - at <= 32 && reference.test(source.slice(at, close + 1))
    // A reference that stands for two units is left at the second.
    if (isReference && !(unit === '&' && text.startsWith(source.slice(at + 1, close + 1), index + 1)))
      return isHighSurrogate(text, index) ? at : close + 1
  }
  if (here === unit) return at + 1
  return space.test(unit) && space.test(here) ? at + 1 : at
}

const reference = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{0,30});$/

function isHighSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 0xd800 && unit <= 0xdbff && index + 1 < text.length
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff
}
