import type { Features } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'
import { boxGroups, textBoxGroups } from './box-groups.ts'
import { bulletGroups, dotGroups } from './bullet-groups.ts'
import { cellGroups } from './cell-groups.ts'
import { circledGroups } from './circled-groups.ts'
import { judgedGroups } from './judged-groups.ts'
import { letterGroups } from './letter-groups.ts'
import { listedGroups } from './listed-groups.ts'
import { loneLetterGroups } from './lone-letter-groups.ts'
import { numberedGroups } from './numbered-groups.ts'
import type { OptionGroup } from './option-group.ts'
import { optionMark } from './option-mark.ts'
import { namedGroups, plainGroups } from './plain-groups.ts'
import { questionLikeness } from './question-words.ts'
import { shuffledGroups } from './shuffled-groups.ts'

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
    ...shuffledGroups(lines, features),
    ...bulletGroups(lines, features, told === 'bullets'),
    ...listedGroups(lines),
    ...judgedGroups(lines, features),
    ...loneLetterGroups(lines),
    ...numberedGroups(lines, features),
    ...dotGroups(lines, features),
    ...namedGroups(lines, features),
    ...circledGroups(lines, features),
  ].filter((group) => (told === undefined ? !divides(lines, features, group) : fitsTold(group, told)))
  groups.sort((a, b) => a.first - b.first || b.options.length - a.options.length)
  // A group of boxes with letters is found twice.
  const kept: OptionGroup[] = []
  for (const [at, group] of groups.entries()) {
    const before = kept.at(-1)
    if ((before && group.first <= before.last) || runsAcross(group, groups, at)) continue
    kept.push(group)
  }
  return kept.length > 0 || told !== undefined ? kept : plainGroups(lines, features)
}

/** Letters before tasks, `(a) Calculate … (b) What is …`, divide a question into parts, unless a key follows them. */
function divides(
  lines: readonly Line[],
  features: readonly Features[],
  { options, last, style }: OptionGroup,
): boolean {
  if (options.some(({ checked }) => checked !== undefined) || !/^(?:upper|lower)-/u.test(style)) return false
  const asking = options.filter(({ line, end }, at) => {
    const next = options[at + 1]
    const text = lines[line]?.text.slice(end, next?.line === line ? next.start : undefined) ?? ''
    // Statements to choose from share words with questions: capitals and Chinese must ask outright.
    return questionLikeness(text) >= (style.startsWith('upper-') || /\p{Script=Han}/u.test(text) ? 0.8 : 0.45)
  }).length
  if (asking * 2 <= options.length || new Set(options.map(({ line }) => line)).size < options.length) return false
  return !features.slice(last + 1, last + 5).some(({ answer }) => answer?.role === 'answer' && answer.firm)
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
