import type { Line } from '../lines/line.ts'

/** Where, in a line that holds both sides of a card, the front ends and the back begins. */
export interface CardPair {
  /** Offset at which the front begins. */
  readonly start: number
  readonly from: number
  readonly to: number
  /** Offset after the back. */
  readonly end: number
  /** The separator as printed, for the receipt. */
  readonly separator: string
}

const doubled = /(?<=[^:;\s])(\s{0,4})(:{2,3}|;;)(\s{1,8}|$|(?=[^:;\s]))/u

/**
 * Returns the cards that single lines hold, by line: `front :: back`, `front ::: back`, `front ;; back` as note-taking tools
 * write them, at least twice; or a whole page of lines with one tab, or of two quoted cells, as tables of cards are exported.
 *
 * @param lines The lines of a page.
 */
export function cardPairs(lines: readonly Line[]): ReadonlyMap<number, CardPair> {
  const found = new Map<number, CardPair>()
  for (const line of lines) {
    if (line.kind !== 'text' || !(line.text.includes('::') || line.text.includes(';;'))) continue
    if (line.text.includes('{{c')) continue
    const pair = doubledPair(line.text)
    if (pair) found.set(line.index, pair)
  }
  return found.size >= 2 ? found : table(lines)
}

function doubledPair(text: string): CardPair | undefined {
  const match = doubled.exec(text.slice(0, 1000))
  if (!match) return undefined
  const from = match.index
  const to = from + match[0].length
  // `std::vector` is code: without space around it, the front must end as a sentence does.
  const isSpaced = match[1] !== '' || /\s$/u.test(match[0])
  const front = text.slice(0, from).trim()
  if (front === '' || (!isSpaced && !/[?？.。!)）]$/u.test(front))) return undefined
  if (text.slice(to).trim() === '' && match[2] !== ';;') return undefined
  return { start: 0, from, to, end: text.length, separator: match[2] as string }
}

const cell = /^\s{0,4}"((?:[^"]|""){1,600})"\s?[,;]\s?"(?=(?:[^"]|""){1,2000}"\s{0,4}(?:[,;]|$))/u

/** Nearly every line of the page is one card. */
function table(lines: readonly Line[]): ReadonlyMap<number, CardPair> {
  const solid = lines.filter(({ kind, text }) => kind === 'text' && text.trim() !== '' && !/^#\w+:/u.test(text))
  // A head of its own says that these are cards.
  const least = lines.some(({ text }) => /^#separator:/iu.test(text.slice(0, 40))) ? 1 : 3
  if (solid.length < least || lines.some(({ kind }) => kind === 'heading')) return new Map()
  for (const pairOf of [tabbed, quoted]) {
    const found = new Map<number, CardPair>()
    for (const line of solid) {
      const pair = pairOf(line.text)
      if (pair && !isHead(line.text, pair)) found.set(line.index, pair)
    }
    if (found.size >= least && found.size * 10 >= (solid.length - 1) * 9) return found
  }
  return new Map()
}

function tabbed(text: string): CardPair | undefined {
  const at = text.indexOf('\t')
  if (at < 1 || text.slice(0, at).trim() === '' || text.slice(at).trim() === '') return undefined
  const next = text.indexOf('\t', at + 1)
  return { start: 0, from: at, to: at + 1, end: next === -1 ? text.length : next, separator: 'tab' }
}

function quoted(text: string): CardPair | undefined {
  const match = cell.exec(text)
  if (!match) return undefined
  const to = match[0].length
  const end = text.indexOf('"', to)
  const start = text.indexOf('"') + 1
  const from = start + (match[1] as string).length
  return { start, from, to, end: end === -1 ? text.length : end, separator: '","' }
}

/** The titles of the columns are no card. */
function isHead(text: string, { from }: CardPair): boolean {
  return /^\s{0,4}"?(?:question|front|term|prompt|问题|题目|正面)s?$/iu.test(text.slice(0, from).trim())
}
