/**
 * Returns the offset after the first line, at or beyond `from`, at which a top-level node very likely begins: one that
 * follows a blank line, is not indented, is no list item or quotation, and is in no code fence. A wrong guess costs
 * time and nothing else. Where there is none for a long way, an item of a list will do.
 *
 * @param source The whole text.
 * @param start Where the window starts, outside of any fence.
 * @param from Where to look.
 */
export function nextBoundary(source: string, start: number, from: number): number {
  let fence = ''
  let afterBlank = false
  let item = -1
  for (let at = start; at < source.length; ) {
    const end = source.indexOf('\n', at)
    const stop = end === -1 ? source.length : end + 1
    const mark = fenceMark(source, at, stop)
    if (mark !== '' && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : ''
    else if (fence === '') {
      if (at >= from) {
        if (afterBlank && beginsNode(source.charCodeAt(at), source, at)) return stop
        if (item === -1 && isItem(source, at)) item = stop
        if (item !== -1 && at > from + farAway) return item
      }
      afterBlank = isBlank(source, at, stop)
    }
    at = stop
  }
  return item === -1 ? source.length : item
}

/** Beyond this many UTF-16 units the document is a list, and an item of it will do. */
const farAway = 4000

function fenceMark(source: string, start: number, stop: number): string {
  let at = start
  while (at < stop && (source.charCodeAt(at) === 32 || source.charCodeAt(at) === 9)) at++
  const unit = source[at]
  if (unit !== '`' && unit !== '~') return ''
  let end = at
  while (source[end] === unit) end++
  return end - at >= 3 ? source.slice(at, end) : ''
}

function isBlank(source: string, start: number, stop: number): boolean {
  for (let at = start; at < stop; at++) {
    const unit = source.charCodeAt(at)
    if (unit !== 32 && unit !== 9 && unit !== 10 && unit !== 13) return false
  }
  return true
}

/** Not white space, and not the mark of a list item or of a quotation. */
function beginsNode(unit: number, source: string, at: number): boolean {
  if (unit <= 32 || unit === 62) return false
  if (unit === 42 || unit === 43 || unit === 45) return source.charCodeAt(at + 1) > 32
  return !isItem(source, at)
}

/** A list item that is not indented. */
function isItem(source: string, at: number): boolean {
  const unit = source.charCodeAt(at)
  if (unit === 42 || unit === 43 || unit === 45) return source.charCodeAt(at + 1) <= 32
  return unit >= 48 && unit <= 57 && /^\d{1,9}[.)]\s/.test(source.slice(at, at + 12))
}
