import type { Features } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'
import { type FoundOption, type OptionGroup, reach } from './option-group.ts'
import { type OptionMark, trailingOptions } from './option-mark.ts'

interface OpenGroup {
  style: string
  readonly level: number
  readonly options: FoundOption[]
  last: number
}

/**
 * Returns the groups of options that letters open in order: A, B, C …
 *
 * @param lines The lines of a page.
 * @param features Their features.
 * @param isNoise Tells lines that are known to be no content.
 */
export function letterGroups(
  lines: readonly Line[],
  features: readonly Features[],
  isNoise: (index: number) => boolean,
): OptionGroup[] {
  const groups: OptionGroup[] = []
  let open: OpenGroup | undefined
  const close = (): void => {
    if (open && isGroup(open) && !isSheet(open, lines))
      groups.push({
        style: open.style,
        options: open.options,
        first: (open.options[0] as FoundOption).line,
        last: open.last,
      })
    open = undefined
  }
  for (const [index, line] of lines.entries()) {
    const { level } = features[index] as Features
    const own = (features[index] as Features).options
    const options = own.length > 0 || line.kind === 'code' ? own : trailing(line, features[index + 1])
    if (
      open &&
      (line.kind === 'rule' || (line.kind === 'heading' && options.length === 0) || index - open.last > reach)
    )
      close()
    const first = options[0]
    if (!first || isNoise(index)) continue
    const style = `${first.style}${line.item ? '-item' : ''}`
    if (open && first.index === open.options.length && isSameStyle(style, open.style) && level === open.level)
      extend(open, line, options)
    // A point was forgotten: `A.one`, `Btwo`, `C.three`.
    else if (open && index === open.last + 1 && level === open.level && slips(open, first, line))
      extend(open, line, options)
    // An option seen too early within the line before (`A. vitamin B. complex`) gives way to the one that opens this line.
    else if (open && style === open.style && level === open.level && retreat(open, first)) extend(open, line, options)
    else if (first.index === 0) {
      close()
      open = { style, level, options: [], last: index }
      extend(open, line, options)
    }
  }
  close()
  return groups
}

const blankBefore = /^\s{0,8}[(（][^()（）]{0,12}[)）](?=\s{0,4}\p{Nd})/u

/** Options behind a stem: three or more, or fewer that the next line goes on with (`… (A) one`, `(B) two`). */
function trailing(line: Line, next: Features | undefined): OptionMark[] {
  // The bracket for the key, before the number, is none.
  const text = line.text.replace(blankBefore, (bracket) => ' '.repeat(bracket.length))
  const many = trailingOptions(text)
  const following = next?.options[0]
  if (many.length > 0 || !following || following.index < 1 || following.index > 2) return many
  const few = trailingOptions(text, following.index)
  return few[0]?.style === following.style ? few : []
}

/** A letter of the other case, `c)` behind `B)`, goes on all the same. */
function isSameStyle(style: string, other: string): boolean {
  return style === other || style.replace(/^(?:upper|lower)-/u, '') === other.replace(/^(?:upper|lower)-/u, '')
}

/** The next letter stands at the line's beginning with nothing behind it, or the ones before did. */
function slips(open: OpenGroup, first: OptionMark, { item }: Line): boolean {
  if (item || first.index !== open.options.length || first.start > 4) return false
  const isLoose = (style: string): boolean => style === 'upper-touching' || style === 'upper-bare'
  if (isLoose(open.style) === isLoose(first.style) || !/^upper-[^-]+$/u.test(open.style)) return false
  if (!first.style.startsWith('upper-')) return false
  if (isLoose(open.style)) open.style = first.style
  return true
}

function extend(open: OpenGroup, line: Line, marks: readonly OptionMark[]): void {
  for (const { label, start, end, ticked } of marks) {
    const checked = line.item?.checked ?? ticked
    open.options.push({ label, line: line.index, start, end, ...(checked === undefined ? {} : { checked }) })
  }
  open.last = line.index
}

function retreat(open: OpenGroup, mark: OptionMark): boolean {
  const before = open.options[mark.index - 1]
  const seen = open.options[mark.index]
  if (!before || !seen || seen.line !== before.line || seen.line !== open.last) return false
  // Where others follow on behind it, it was none too early.
  if (open.options.length > mark.index + 1) return false
  open.options.length = mark.index
  return true
}

/** Letters with nothing behind most of them, one right below the other: an answer sheet, not options. */
function isSheet({ options }: OpenGroup, lines: readonly Line[]): boolean {
  const empty = options.filter(
    ({ line, end }, index) =>
      lines[line]?.text.slice(end).trim() === '' &&
      lines[line]?.runs.every(({ leaf }) => leaf.type === 'text') &&
      (options[index + 1]?.line ?? line + 1) === line + 1,
  )
  return empty.length * 2 >= options.length
}

function isGroup({ options, style, last }: OpenGroup): boolean {
  if (options.length < 2) return false
  // `A股` begins a sentence: letters that touch their text need three, or two in one line, and lines that follow closely.
  if (style.includes('touching')) {
    const used = new Set(options.map((option) => option.line))
    return (options.length >= 3 || used.size === 1) && last - (options[0] as FoundOption).line < 2 * options.length
  }
  // `I think` and `A man` are no options: bare letters need three, on lines of their own.
  return (
    !style.includes('bare') ||
    (options.length >= 3 && new Set(options.map((option) => option.line)).size === options.length)
  )
}
