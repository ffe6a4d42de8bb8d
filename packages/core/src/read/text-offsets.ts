import type { Text } from 'mdast'
import { decodeEntities } from './html/decode-entities.ts'

/**
 * Returns where each UTF-16 unit of a text's value stands in the source, and at the end where the text ends: value and
 * source differ by backslash escapes, character references, the indentation and quote marks of further lines, and tags.
 * `undefined` where the two cannot be brought together.
 *
 * @param node A text with a position.
 * @param source What it was read from.
 */
export function textOffsets({ value, position }: Text, source: string): readonly number[] | undefined {
  const end = position?.end.offset
  let at = position?.start.offset
  if (at === undefined || end === undefined) return undefined
  const offsets: number[] = []
  for (let index = 0; index < value.length; ) {
    const unit = value[index] as string
    const step = stepAt(source, at, value, index)
    if (step) {
      for (let count = 0; count < step.units; count++) offsets.push(at)
      index += step.units
      at += step.length
    } else if (index > 0 && isLineEnd(value[index - 1]) && at < end && /[ \t>]/.test(source[at] as string)) at++
    else if (unit === '\n' && at < end && /[ \t]/.test(source[at] as string)) at++
    else if (source[at] === '<' && at < end) {
      // An element around a part of the text that says nothing: `<span class="math">`.
      const close = source.indexOf('>', at)
      if (close === -1) return undefined
      at = close + 1
    } else return undefined
    if (at > end) return undefined
  }
  offsets.push(end)
  return offsets
}

/** How many units of the value the source has next, and in how many of its own. */
function stepAt(
  source: string,
  at: number,
  value: string,
  index: number,
): { units: number; length: number } | undefined {
  const next = source[at]
  if (next === '\\' && /[!-/:-@[-`{-~]/.test(source[at + 1] ?? '') && source[at + 1] === value[index])
    return { units: 1, length: 2 }
  if (next === '&') {
    const reference = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/.exec(
      source.slice(at, at + 34),
    )?.[0]
    const decoded = reference && decodeEntities(reference)
    if (reference && decoded && decoded !== reference && value.startsWith(decoded, index))
      return { units: decoded.length, length: reference.length }
  }
  if (next === value[index]) return { units: 1, length: 1 }
  if (next === '\r' && value[index] === '\n') return { units: 1, length: source[at + 1] === '\n' ? 2 : 1 }
  return undefined
}

function isLineEnd(unit: string | undefined): boolean {
  return unit === '\n' || unit === '\r'
}
