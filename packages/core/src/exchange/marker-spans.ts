import { decodeEntities } from '../read/html/decode-entities.ts'
import { joinSpans } from '../recognise/spans.ts'
import type { Span } from '../schema/bank.ts'

const letter = /[\p{L}\p{N}]/u
/** Runs of letters that are syntax: the question's name, the format of a text, a comment, a tag, a line feed. */
const syntax =
  /^::(?:\\.|[^\\]){0,500}?::|\[(?:html|moodle|plain|markdown)\]|^[ \t]*\/\/.*|<\/?[A-Za-z][^<>]*>|\\\\|\\n/gmu
const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/y

/**
 * Returns what of a question's source only marks: every letter and digit that is in none of its texts. The texts are
 * looked for in their order, letter by letter; syntax is passed over where all of them are found without it.
 *
 * @param source The file.
 * @param span The question's part of it.
 * @param texts What its fields say, its stem first. Answers may stand within the stem, where `_____` is.
 */
export function markerSpans(source: string, span: Span, texts: readonly string[]): Span[] {
  const own = source.slice(span.start, span.end)
  const skipped: Span[] = []
  for (const match of own.matchAll(syntax))
    if (match[0] !== '\\\\') skipped.push({ start: match.index, end: match.index + match[0].length })
  const [stem = '', ...fields] = texts
  const gap = stem.indexOf('_____')
  const orders = gap === -1 ? [texts] : [texts, [stem.slice(0, gap), ...fields, stem.slice(gap)]]
  const wanted = orders.map((order) => [...order.join('')].filter((character) => letter.test(character)))
  const found = (passed: readonly Span[]) => {
    for (const letters of wanted) {
      const markers = align(own, letters, passed)
      if (markers) return markers
    }
    return undefined
  }
  const markers = found(joinSpans(skipped)) ?? found([]) ?? []
  return joinSpans(markers.map(({ start, end }) => ({ start: start + span.start, end: end + span.start })))
}

/** The letters of a source that are not wanted, in turn; `undefined` where a wanted one is not found. */
function align(own: string, wanted: readonly string[], skipped: readonly Span[]): Span[] | undefined {
  const markers: Span[] = []
  let next = 0
  let hole = 0
  for (let at = 0; at < own.length; ) {
    while (hole < skipped.length && (skipped[hole] as Span).end <= at) hole++
    const gap = skipped[hole]
    if (gap && gap.start <= at) {
      markers.push({ start: at, end: gap.end })
      at = gap.end
      continue
    }
    reference.lastIndex = at
    const named = own[at] === '&' ? reference.exec(own)?.[0] : undefined
    const decoded = named === undefined ? undefined : decodeEntities(named)
    if (named !== undefined && decoded !== undefined && decoded !== named) {
      // `&eacute;` is one letter: the first of its name stands for it.
      const isWanted = letter.test(decoded) && decoded === wanted[next]
      const first = named.search(letter)
      if (isWanted) next++
      if (first !== -1) markers.push({ start: at + first + (isWanted ? 1 : 0), end: at + named.length })
      at += named.length
      continue
    }
    const character = String.fromCodePoint(own.codePointAt(at) as number)
    if (letter.test(character)) {
      if (character === wanted[next]) next++
      else markers.push({ start: at, end: at + character.length })
    }
    at += character.length
  }
  return next === wanted.length ? markers : undefined
}
