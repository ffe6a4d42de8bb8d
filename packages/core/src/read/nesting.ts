import type { Root } from 'mdast'
import { deepestNesting } from './limits.ts'

/**
 * Whether a tree is nested deeper than any article is. It does not recurse: that would be what it guards from.
 *
 * @param tree The tree.
 */
export function isTooDeep(tree: Root): boolean {
  let level: readonly unknown[] = [tree]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepestNesting) return true
    level = level.flatMap((node) => (node as { children?: readonly unknown[] }).children ?? [])
  }
  return false
}

/**
 * Whether Markdown would nest its blocks too deep, seen before it is parsed (parsing it takes time that grows with the
 * square of the depth, or worse): a line that begins with more marks of quotations and list items than the limit.
 *
 * @param source The decoded text.
 */
export function looksTooDeep(source: string): boolean {
  let marks = 0
  let atStart = true
  for (let at = 0; at < source.length; at++) {
    const unit = source.charCodeAt(at)
    if (unit === 10 || unit === 13) {
      marks = 0
      atStart = true
    } else if (atStart && isMark(unit, source.charCodeAt(at + 1))) {
      if (++marks > deepestNesting) return true
    } else if (unit !== 32 && unit !== 9 && !(atStart && isNumber(source, at))) atStart = false
  }
  return false
}

/** `>` anywhere, `-`, `*` and `+` before a blank: `---` is a rule and `**a` is bold. Also `1.` and `1)`. */
function isMark(unit: number, next: number): boolean {
  if (unit === 62) return true
  const blankNext = next === 32 || next === 9
  return (unit === 42 || unit === 43 || unit === 45 || unit === 46 || unit === 41) && blankNext
}

/** A digit in a list item's number: part of a mark, not of its text. */
function isNumber(source: string, at: number): boolean {
  for (let end = at; end < at + 10; end++) {
    const unit = source.charCodeAt(end)
    if (unit === 46 || unit === 41) return source.charCodeAt(end + 1) === 32
    if (unit < 48 || unit > 57) return false
  }
  return false
}
