import type { Features } from '../lines/features.ts'
import type { Container, Line } from '../lines/line.ts'
import { answerMark } from './answer-mark.ts'
import { comparableStart } from './comparable.ts'
import { announcesOptions } from './listed-groups.ts'
import { letterOf, type OptionGroup } from './option-group.ts'
import { rightMark } from './right-mark.ts'

/**
 * Returns the groups of options that are list items without letters. They are options where one of them (or fewer than half) is strong or marked and the others are not,
 * or where the line after them names one as the answer, and where this happens again and again.
 */
export function bulletGroups(lines: readonly Line[], features: readonly Features[], told: boolean): OptionGroup[] {
  const byList = new Map<Container, Line[][]>()
  for (const line of lines) {
    if (!line.item || line.item.checked !== undefined || !line.container?.parent || line.kind !== 'text') continue
    const list = line.container.parent
    const runs = byList.get(list) ?? []
    // Lines that no blank line parts from an item lie in it, whatever they say.
    const last = runs.at(-1)
    if (last && !partsBetween(lines, features, last.at(-1) as Line, line)) last.push(line)
    else runs.push([line])
    byList.set(list, runs)
  }
  const groups: OptionGroup[] = []
  const all = told || areUniform(lines, features, [...byList.values()].flat())
  const most: Line[][] = []
  let certain = 0
  for (const [list, items, runs] of [...byList].flatMap(([one, runs]) =>
    runs.map((run) => [one, run, runs] as const),
  )) {
    const first = items[0] as Line
    const last = items.at(-1) as Line
    if (
      items.length < 2 ||
      items.length > 8 ||
      runs.flat().length !== list.node.children.length ||
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
    const lettered = first.item?.lettered === true || announcesOptions(textAbove(lines, first.index))
    if (named || lettered) certain++
    if (!all && !lettered && (right.length === 0 || right.length * 2 > items.length)) {
      if (right.length > 0 && (features[first.index - 1]?.likeness ?? 0) >= 0.7) most.push(items)
      continue
    }
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
  // Where items that are strong among others are right again and again, most or all of a list may be so.
  if (groups.length >= 3)
    for (const items of most)
      groups.push({
        style: 'bullet',
        options: items.map(({ index }, at) => ({ label: letterOf(at), line: index, start: 0, end: 0 })),
        first: (items[0] as Line).index,
        last: (items.at(-1) as Line).index,
      })
  return all || certain > 0 || (groups.length >= 2 && groups.length * 4 >= byList.size) ? groups : []
}

/** Words by which a page calls itself a test. */
export const examWords =
  /quiz|practice|\bexam|mock|\btest\b|mcqs?\b|multiple[- ]choice|choose the|select the|选择题|单选|多选|试题|真题|模拟/iu

/**
 * A page that calls itself a test, all of whose lists are short, of one size, and stand right below what asks:
 * they are options, though nothing says which one is right.
 */
function areUniform(
  lines: readonly Line[],
  features: readonly Features[],
  lists: readonly (readonly Line[])[],
): boolean {
  const size = lists[0]?.length ?? 0
  if (
    lists.length < 3 ||
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
      items.every((line) => line.text.length <= 120) &&
      (features[above?.index ?? -1]?.likeness ?? 0) >= 0.7
    )
  })
}

/**
 * Returns the groups of options behind bullets that are part of the text, as in what was copied from a browser: short, of
 * one size, right below what asks, on a page that calls itself a test. Nothing says which one is right.
 */
export function dotGroups(lines: readonly Line[], features: readonly Features[]): OptionGroup[] {
  const isDot = (index: number): boolean => lines[index]?.kind === 'text' && dotted.test(lines[index]?.text ?? '')
  const groups: OptionGroup[] = []
  for (let at = 0; at < lines.length; at++) {
    if (!isDot(at)) continue
    let end = at
    while (isDot(end)) end++
    const asks =
      (features[at - 1]?.likeness ?? 0) >= 0.7 && lines.slice(at, end).every(({ text }) => text.length <= 120)
    if (!asks) return []
    groups.push({
      style: 'bullet',
      options: lines.slice(at, end).map((line, index) => ({
        label: letterOf(index),
        line: line.index,
        start: 0,
        end: dotted.exec(line.text)?.[0].length ?? 0,
      })),
      first: at,
      last: end - 1,
    })
    at = end
  }
  const size = groups[0]?.options.length ?? 0
  const fits = groups.length >= 3 && size >= 3 && size <= 6 && groups.every(({ options }) => options.length === size)
  return fits && lines.slice(0, 40).some(({ text }) => examWords.test(text.slice(0, 200))) ? groups : []
}

const dotted = /^\s{0,8}[•●○◦▪‣]\s{0,4}(?=\S)/u

/** A line between two items answers the ones above, or asks the ones below. */
function partsBetween(lines: readonly Line[], features: readonly Features[], before: Line, item: Line): boolean {
  return lines.slice(before.index + 1, item.index).some(({ index, text }) => {
    const mark = answerMark(text.slice(0, 120))
    const { numbers, likeness } = features[index] as Features
    return (mark?.role === 'answer' && mark.firm) || likeness >= 0.7 || numbers.some(({ explicit }) => explicit)
  })
}

function textAbove(lines: readonly Line[], index: number): string {
  return lines.slice(Math.max(index - 3, 0), index).findLast(({ text }) => text.trim() !== '')?.text ?? ''
}

/** The item that a marked answer just below the list repeats, or names by its letter (`Correct answer: C.`) or number. */
function namedBelow(lines: readonly Line[], items: readonly Line[]): Line | undefined {
  const last = items.at(-1) as Line
  for (const line of lines.slice(last.index + 1, last.index + 4)) {
    const text = line.text.trimStart()
    const mark = answerMark(text.slice(0, 120))
    if (mark?.role !== 'answer' || !mark.firm) continue
    const answer = comparableStart(text.slice(mark.length))
    if (answer === '') continue
    const letter = lettersAlone.exec(text.slice(mark.length))?.[1]
    const number = numbersAlone.exec(text.slice(mark.length))?.[1]
    return (
      items.find((item) => comparableStart(item.text) === answer) ??
      (letter ? items[letter.charCodeAt(0) - 65] : undefined) ??
      (number ? items.find(({ item }) => item?.ordered && item.number === number) : undefined)
    )
  }
  return undefined
}

const lettersAlone = /^([A-H])(?:\s?[,，、&]\s?[A-H]){0,7}\s?[.。]?\s{0,4}$/u

const numbersAlone = /^[(（]?([1-8])[)）]?(?:\s?[,，、&]\s?[1-8]){0,7}\s?[.。]?\s{0,4}$/u

/** `*Argon` among items without a star; `*this*` is emphasis. */
const starBefore = /^\*(?=[^\s*])[^*]{1,240}$/u
