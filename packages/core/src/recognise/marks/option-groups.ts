import type { Features } from '../lines/features.ts'
import type { Container, Line } from '../lines/line.ts'
import { answerMark } from './answer-mark.ts'
import { boxMark, type OptionMark, optionMark, trailingOptions } from './option-mark.ts'
import { rightMark } from './right-mark.ts'

/** One option of a group: where its mark stands. */
export interface FoundOption {
  readonly label: string
  /** Index of its line. */
  readonly line: number
  /** Offsets in the line: its mark, and where its text begins. */
  readonly start: number
  readonly end: number
  /** A ticked or empty box stands before it. */
  readonly checked?: boolean
}

/** Options that belong together: A, B, C … in order, or a list of boxes. */
export interface OptionGroup {
  readonly style: string
  readonly options: readonly FoundOption[]
  /** Indices of the first and the last option's line. */
  readonly first: number
  readonly last: number
}

/** Options further apart than this many lines do not belong together. */
const reach = 40

/**
 * Returns the groups of options of a document, in order.
 *
 * @param lines The lines.
 * @param features Their features.
 * @param isNoise Tells lines that are known to be no content.
 * @param told How a person says that an option begins: `A.`, `checkbox`, `bullets`, `none`.
 */
export function optionGroups(
  lines: readonly Line[],
  features: readonly Features[],
  isNoise: (index: number) => boolean,
  told?: string,
): OptionGroup[] {
  if (told === 'none') return []
  const groups = [
    ...cellGroups(lines),
    ...boxGroups(lines, features),
    ...textBoxGroups(lines),
    ...letterGroups(lines, features, isNoise),
    ...bulletGroups(lines, features, told === 'bullets'),
  ].filter((group) => told === undefined || fitsTold(group, told))
  groups.sort((a, b) => a.first - b.first || b.options.length - a.options.length)
  // A group of boxes with letters is found twice.
  const kept: OptionGroup[] = []
  for (const [at, group] of groups.entries()) {
    const before = kept.at(-1)
    if ((before && group.first <= before.last) || runsAcross(group, groups, at)) continue
    kept.push(group)
  }
  return kept
}

/** Letters that begin one answer after the other (`A. …` here, `B. …` below the next question) are no options. */
function runsAcross({ options, last }: OptionGroup, groups: readonly OptionGroup[], at: number): boolean {
  for (let next = at + 1; next < groups.length && (groups[next] as OptionGroup).first < last; next++) {
    const inner = groups[next] as OptionGroup
    if (options.some(({ line }, index) => line < inner.first && (options[index + 1]?.line ?? -1) > inner.last))
      return true
  }
  return false
}

function fitsTold({ style }: OptionGroup, told: string): boolean {
  if (told === 'checkbox') return style.startsWith('checkbox')
  if (told === 'bullets') return style === 'bullet'
  const mark = optionMark(`${told.replace(/^[-*+]\s/u, '')} x`)
  return mark === undefined || style === mark.style || style === `${mark.style}-item`
}

interface OpenGroup {
  readonly style: string
  readonly level: number
  readonly options: FoundOption[]
  last: number
}

function letterGroups(
  lines: readonly Line[],
  features: readonly Features[],
  isNoise: (index: number) => boolean,
): OptionGroup[] {
  const groups: OptionGroup[] = []
  let open: OpenGroup | undefined
  const close = (): void => {
    if (open && isGroup(open))
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
    const options = own.length > 0 || line.kind === 'code' ? own : trailingOptions(line.text)
    if (
      open &&
      (line.kind === 'rule' || (line.kind === 'heading' && options.length === 0) || index - open.last > reach)
    )
      close()
    const first = options[0]
    if (!first || isNoise(index)) continue
    const style = `${first.style}${line.item ? '-item' : ''}`
    if (open && first.index === open.options.length && style === open.style && level === open.level)
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
  open.options.length = mark.index
  return true
}

function isGroup({ options, style }: OpenGroup): boolean {
  if (options.length < 2) return false
  // `I think` and `A man` are no options: bare letters need three, on lines of their own.
  return (
    !style.includes('bare') ||
    (options.length >= 3 && new Set(options.map((option) => option.line)).size === options.length)
  )
}

function boxGroups(lines: readonly Line[], features: readonly Features[]): OptionGroup[] {
  const byList = new Map<Container, FoundOption[]>()
  for (const [index, line] of lines.entries()) {
    if (line.item?.checked === undefined || !line.container?.parent) continue
    const list = line.container.parent
    const options = byList.get(list) ?? []
    const mark = features[index]?.options[0]
    options.push({
      label: '',
      line: index,
      start: mark?.start ?? 0,
      end: mark?.end ?? 0,
      checked: line.item.checked,
    })
    byList.set(list, options)
  }
  const groups: OptionGroup[] = []
  for (const options of byList.values()) {
    if (options.length < 2) continue
    const marks = options.map(({ line }) => features[line]?.options[0])
    const lettered = marks.every((mark, index) => mark?.index === index)
    groups.push({
      style: lettered ? 'checkbox-letter' : 'checkbox',
      options: options.map((option, index) => ({
        ...option,
        label: letterOf(index),
        ...(lettered ? {} : { start: 0, end: 0 }),
      })),
      first: (options[0] as FoundOption).line,
      last: (options.at(-1) as FoundOption).line,
    })
  }
  return groups
}

/** The options of each row in a table of choice questions. */
function cellGroups(lines: readonly Line[]): OptionGroup[] {
  const groups: OptionGroup[] = []
  let options: FoundOption[] = []
  const close = (): void => {
    const [first] = options
    const last = options.at(-1)
    if (first && last && options.length > 1) groups.push({ style: 'cell', options, first: first.line, last: last.line })
    options = []
  }
  for (const line of lines) {
    if (line.kind === 'row') close()
    if (line.cell === 'option') options.push({ label: letterOf(options.length), line: line.index, start: 0, end: 0 })
  }
  close()
  return groups
}

/** Lines of text that begin with boxes, one after the other. */
function textBoxGroups(lines: readonly Line[]): OptionGroup[] {
  const groups: OptionGroup[] = []
  let options: FoundOption[] = []
  const close = (): void => {
    const [first] = options
    const last = options.at(-1)
    if (first && last && options.length >= 2)
      groups.push({ style: 'checkbox', options, first: first.line, last: last.line })
    options = []
  }
  for (const line of lines) {
    // Code behind a box is the option itself.
    if (options.length > 0 && (line.kind === 'code' || line.kind === 'math')) continue
    const ticked = line.item?.checked
    const box =
      ticked === undefined ? (line.kind === 'text' ? boxMark(line.text) : undefined) : { checked: ticked, length: 0 }
    if (!box) close()
    else
      options.push({
        label: letterOf(options.length),
        line: line.index,
        start: 0,
        end: box.length,
        checked: box.checked,
      })
  }
  close()
  return groups
}

/**
 * Bullets without letters are options where one of them (or fewer than half) is strong or marked and the others are not,
 * or where the line after them names one as the answer, and where this happens again and again.
 */
function bulletGroups(lines: readonly Line[], features: readonly Features[], told: boolean): OptionGroup[] {
  const byList = new Map<Container, Line[]>()
  for (const line of lines) {
    if (!line.item || line.item.checked !== undefined || !line.container?.parent || line.kind !== 'text') continue
    const list = line.container.parent
    const items = byList.get(list) ?? []
    items.push(line)
    byList.set(list, items)
  }
  const groups: OptionGroup[] = []
  const all = told || areUniform(lines, features, [...byList.values()])
  let certain = 0
  for (const [list, items] of byList) {
    const first = items[0] as Line
    const last = items.at(-1) as Line
    if (
      items.length < 2 ||
      items.length > 8 ||
      items.length !== list.node.children.length ||
      last.index - first.index >= items.length + 2
    )
      continue
    if (items.some((line) => line.text.length > 240)) continue
    const named = namedBelow(lines, items)
    const right = named
      ? [named]
      : items.filter(
          (line) =>
            line.emphasis === 'strong' ||
            line.emphasis === 'highlight' ||
            rightMark(line.text) !== undefined ||
            starBefore.test(line.text),
        )
    const lettered = first.item?.lettered === true
    if (named || lettered) certain++
    if (!all && !lettered && (right.length === 0 || right.length * 2 > items.length)) continue
    groups.push({
      style: 'bullet',
      options: items.map((line, index) => ({
        label: letterOf(index),
        line: line.index,
        start: 0,
        end: starBefore.test(line.text) ? 1 : 0,
        ...(starBefore.test(line.text) ? { checked: true } : {}),
      })),
      first: first.index,
      last: last.index,
    })
  }
  return all || certain > 0 || (groups.length >= 2 && groups.length * 4 >= byList.size) ? groups : []
}

const examWords =
  /quiz|practice|\bexam|mock|\btest\b|mcqs?\b|multiple[- ]choice|choose the|select the|选择题|单选|多选|试题|真题|模拟/iu

/**
 * A page that calls itself a test, all of whose lists are numbered, short, of one size, and stand right below what asks:
 * they are options, though nothing says which one is right.
 */
function areUniform(
  lines: readonly Line[],
  features: readonly Features[],
  lists: readonly (readonly Line[])[],
): boolean {
  const size = lists[0]?.length ?? 0
  if (
    lists.length < 4 ||
    size < 3 ||
    size > 6 ||
    !lines.slice(0, 40).some(({ text }) => examWords.test(text.slice(0, 200)))
  )
    return false
  return lists.every((items) => {
    const above = lines
      .slice(Math.max((items[0]?.index ?? 0) - 3, 0), items[0]?.index)
      .findLast(({ text }) => text.trim() !== '')
    return (
      items.length === size &&
      items.every((line) => line.item?.ordered && line.text.length <= 120) &&
      (features[above?.index ?? -1]?.likeness ?? 0) >= 0.7
    )
  })
}

/** The item that a marked answer just below the list repeats. */
function namedBelow(lines: readonly Line[], items: readonly Line[]): Line | undefined {
  const last = items.at(-1) as Line
  for (const line of lines.slice(last.index + 1, last.index + 4)) {
    const text = line.text.trimStart()
    const mark = answerMark(text.slice(0, 120))
    if (mark?.role !== 'answer' || !mark.firm) continue
    const answer = plain(text.slice(mark.length))
    if (answer === '') continue
    return items.find((item) => plain(item.text) === answer)
  }
  return undefined
}

function plain(text: string): string {
  return text
    .slice(0, 300)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}+\-<>=]/gu, '')
}

/** `*Argon` among items without a star; `*this*` is emphasis. */
const starBefore = /^\*(?=[^\s*])[^*]{1,240}$/u

/** Returns the label of the option at an index: A … Z, AA … */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}
