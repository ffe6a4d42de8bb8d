import { type Piece, piece } from '../content/to-content.ts'
import type { Line } from '../lines/line.ts'
import { foldsAnswer } from '../marks/folding.ts'
import { platformSuffix } from '../marks/platform.ts'
import { within } from '../readings/extent.ts'
import type { Block, OptionParts } from './block.ts'

/** A last option may go on for so many plain lines before its key. */
const longestTail = 4

/**
 * Returns the options of a block and the index, among its lines, of the first line after them.
 *
 * @param block A block with options.
 * @param mark Records a part of a line as a mark.
 */
export function optionParts(
  { lines, group, document }: Block,
  mark: (line: Line, from: number, to: number) => void,
): { options: OptionParts[]; end: number } {
  const position = new Map(lines.map((line, at) => [line.index, at]))
  // An option whose line was left out of the question is none of its options.
  const found = (group?.options ?? []).filter((option) => position.has(option.line))
  const options: OptionParts[] = []
  let end = 0
  for (const [at, option] of found.entries()) {
    const first = position.get(option.line) ?? 0
    const next = found[at + 1]
    const line = lines[first] as Line
    const last = next
      ? (position.get(next.line) ?? first)
      : lastLine(
          lines,
          first,
          document.roles,
          options.some((one) => one.pieces.at(-1)?.line.kind === 'code'),
          group?.style === 'lone-letter' ? Math.max(...options.map(({ pieces }) => pieces.length), 1) : undefined,
        )
    mark(line, option.start, option.end)
    const pieces: Piece[] = [piece(line, option.end, next?.line === option.line ? next.start : undefined)]
    for (let index = first + 1; index < (next ? last : last + 1); index++) {
      const other = lines[index] as Line
      if (other.kind !== 'rule') pieces.push(piece(other))
    }
    if (next && next.line !== option.line && next.start > 0) {
      const other = lines[last] as Line
      if (other.text.slice(0, next.start).trim() !== '' && last > first) pieces.push(piece(other, 0, next.start))
    }
    options.push({ label: option.label, pieces: pieces.map((one) => withoutSuffix(one, mark)), line })
    end = (next ? last : last) + 1
  }
  return { options: inOrder(options), end }
}

/** An option without what the platform that it was copied from says behind it. */
function withoutSuffix(one: Piece, mark: (line: Line, from: number, to: number) => void): Piece {
  const text = one.line.text.slice(one.from, one.to)
  const at = platformSuffix(text)
  if (at === undefined) return one
  mark(one.line, one.from + at, one.from + text.length)
  return { ...one, to: one.from + at }
}

/** Letters that stand in another order than the alphabet's are put in order; a key names them by their letters. */
function inOrder(options: OptionParts[]): OptionParts[] {
  const ordered = options.toSorted((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0))
  return options.every(({ label }) => /^[A-Z]$/.test(label)) ? ordered : options
}

/** The last line of the last option: to the end of its list item, or to a key that follows closely, `most` lines at most. */
function lastLine(
  lines: readonly Line[],
  first: number,
  roles: readonly string[],
  codeFollows: boolean,
  most = Number.POSITIVE_INFINITY,
): number {
  // Where code stood behind the others, it does so behind the last.
  if (codeFollows && lines[first + 1]?.kind === 'code') return first + 1
  const line = lines[first] as Line
  const stops = (at: number): boolean =>
    ['key', 'answer', 'explanation', 'option'].includes(roles[(lines[at] as Line).index] ?? '') ||
    foldsAnswer((lines[at] as Line).text)
  if (line.item) {
    let last = first
    while (last + 1 < lines.length && within(lines[last + 1]?.container, line.container) && !stops(last + 1)) last++
    return last
  }
  let carried = first
  for (let at = first + 1; at < lines.length && at <= first + longestTail; at++) {
    const other = lines[at] as Line
    if (stops(at)) return Math.min(at - 1, first + most - 1)
    if (goesOn(lines[at - 1] as Line, other)) {
      carried = at
      continue
    }
    if (other.blankBefore || (other.kind !== 'text' && other.kind !== 'code') || other.item) break
  }
  return carried
}

/** A text that was cut into lines goes on: the line breaks off, and the next one begins with a small letter. */
function goesOn(before: Line, line: Line): boolean {
  return (
    line.kind === 'text' &&
    !line.blankBefore &&
    !line.afterBreak &&
    !line.item &&
    /[\p{L}\p{Nd},;、，'’-]\s?$/u.test(before.text) &&
    /^\s{0,3}[\p{Ll}(]/u.test(line.text) &&
    !/^\s{0,3}\(?[a-z][.):]/u.test(line.text)
  )
}
