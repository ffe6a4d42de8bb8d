import type { Features } from './lines/features.ts'
import type { Line } from './lines/line.ts'
import { type PartMark, partMark } from './marks/part-mark.ts'
import { isSectionLine, isTypedQuestion, namesKind } from './marks/section-line.ts'

interface Part {
  readonly line: Line
  readonly mark: PartMark
  /** Its own words say that it opens a part. */
  readonly named: boolean
  /** A numbered question follows at once. */
  readonly opens: boolean
}

/**
 * Returns the indices of the lines of text that open a part of a page: those whose words say so (`二、判断题`, `Part III.
 * Short answer`), those that are counted with them, and lines that are counted one by one with numbered questions right
 * below most of them (`第三章 进程`).
 *
 * @param lines The lines of the page.
 * @param features Their features.
 */
export function sectionLines(lines: readonly Line[], features: readonly Features[]): ReadonlySet<number> {
  const found = new Set<number>()
  const families = new Map<string, Part[]>()
  for (const line of lines) {
    if (isSectionLine(line)) found.add(line.index)
    if (line.kind !== 'text' || line.text.length > 90 || line.item || !line.text.trim()) continue
    const text = line.text.trim()
    const mark = partMark(text)
    const below = numberedBelow(lines, features, line.index)
    if (isTypedQuestion(text)) continue
    if (namesKind(text.slice(mark?.length ?? 0)) && (mark || below || line.emphasis === 'strong')) found.add(line.index)
    if (!mark || text.length > 60 || text.slice(mark.length).trim() === '') continue
    const key = `${mark.style} ${line.emphasis ?? ''} ${line.container?.level ?? 0}`
    const family = families.get(key) ?? []
    family.push({
      line,
      mark,
      named: found.has(line.index),
      opens: isPartBelow(lines, line.index) || (below !== undefined && below.likeness >= 0.45),
    })
    families.set(key, family)
  }
  for (const family of families.values()) for (const { line } of counted(family, features)) found.add(line.index)
  return found
}

/** The parts that are counted one by one, where named ones or the questions below them say that it is parts they count. */
function counted(family: readonly Part[], features: readonly Features[]): Part[] {
  const chain: Part[] = []
  let expected = 1
  for (const part of family) {
    if (!part.named && part.mark.value !== expected) continue
    chain.push(part)
    expected = part.mark.value + 1
  }
  const unnamed = chain.filter((part) => !part.named)
  const opening = unnamed.filter((part) => part.opens && (features[part.line.index]?.likeness ?? 0) < 0.7)
  if (chain.length < 2) return []
  if (unnamed.length < chain.length) return opening
  return opening.length * 3 >= unnamed.length * 2 ? opening : []
}

/** A chapter whose first line is a part of its own: `第二章 土壤`, `一、单项选择题`. */
function isPartBelow(lines: readonly Line[], index: number): boolean {
  const next = lines.slice(index + 1, index + 4).find((line) => line.text.trim() !== '')
  return next !== undefined && next.kind === 'text' && isSectionLine(next)
}

/** The features of the next line of text, if it begins with a number of a question. */
function numberedBelow(lines: readonly Line[], features: readonly Features[], index: number): Features | undefined {
  for (let at = index + 1; at <= index + 3; at++) {
    const line = lines[at]
    if (!line || (line.kind !== 'text' && line.kind !== 'heading')) return undefined
    if (line.text.trim() === '') continue
    const feature = features[at]
    return feature?.numbers.some(({ style }) => !style.startsWith('ideographic') && style !== 'bare')
      ? feature
      : undefined
  }
  return undefined
}
