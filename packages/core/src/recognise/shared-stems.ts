import { piece, toContent } from './content/to-content.ts'
import type { Document } from './document.ts'
import type { Line } from './lines/line.ts'
import type { PlannedBlock } from './readings/plan.ts'
import type { QuestionDraft } from './recognition.ts'

/** A line that introduces several questions at once. */
export interface SharedLine {
  /** Its index. */
  readonly line: number
  /** Numbers of the first and the last question that it introduces. */
  readonly first: number
  readonly last: number
}

const patterns = [
  /(?:根据|阅读|依据|以下|下面|下列|上述|材料|回答|完成|适用于|针对).{0,40}?(?:第\s?)?(\p{Nd}{1,3})\s?[-—–~～至到、和]{1,2}\s?(\p{Nd}{1,3})\s?(?:小题|各?题)/u,
  /(?:第\s?)?(\p{Nd}{1,3})\s?[-—–~～至到]{1,2}\s?(\p{Nd}{1,3})\s?(?:小题|各?题).{0,30}(?:根据|基于|共用|材料|题干|如下)/u,
  /\bquestions?\s(\p{Nd}{1,3})\s?(?:-|–|—|to|through|and|&)\s?(\p{Nd}{1,3})\b.{0,60}\b(?:refer|based?|relate|use|concern|are about|below|following|passage|text)/iu,
  /\b(?:for|use|read|answer|consider|refer)\b.{0,60}\bquestions?\s(\p{Nd}{1,3})\s?(?:-|–|—|to|through|and|&)\s?(\p{Nd}{1,3})\b/iu,
]

/**
 * Returns the lines of a page that introduce several questions at once: `Questions 3-5 refer to the table below`.
 *
 * @param lines The lines of the page.
 */
export function sharedLines(lines: readonly Line[]): SharedLine[] {
  return lines.flatMap(({ index, kind, text }): SharedLine[] => {
    if ((kind !== 'text' && kind !== 'heading') || text.length > 300 || !/\p{Nd}/u.test(text)) return []
    const match = patterns.map((pattern) => pattern.exec(text)).find((found) => found !== null)
    const [first, last] = match ? [Number(match[1]), Number(match[2])] : []
    return first !== undefined && last !== undefined && last > first && last - first < 60
      ? [{ line: index, first, last }]
      : []
  })
}

/** What a question shares with its neighbours. */
export interface SharedStem {
  readonly group: NonNullable<QuestionDraft['group']>
  /** The lines of the stem, for the first question of the group; none for the others. */
  readonly lines: readonly Line[]
}

/**
 * Returns the shared stems of a page, by index of the question.
 *
 * @param document What is known of the page.
 * @param blocks Its questions.
 */
export function sharedStems(document: Document, blocks: readonly PlannedBlock[]): ReadonlyMap<number, SharedStem> {
  const found = new Map<number, SharedStem>()
  let at = 0
  for (const [order, shared] of document.shared.entries()) {
    const limit = document.shared[order + 1]?.line ?? document.lines.length
    while (at < blocks.length && (blocks[at]?.start.line ?? 0) <= shared.line) at++
    const first = blocks[at]
    if (!first || first.start.line >= limit || first.start.number?.value !== shared.first) continue
    const lines = document.lines
      .slice(shared.line, first.start.line)
      .filter((line) => document.noise[line.index] === undefined && line.kind !== 'rule')
    const stem = toContent(
      lines.map((line) => piece(line)),
      undefined,
      true,
    )
    const group = { id: `group-${order + 1}`, stem }
    for (let index = at; index < blocks.length && (blocks[index]?.start.line ?? 0) < limit; index++) {
      const value = blocks[index]?.start.number?.value ?? 0
      if (value < shared.first || value > shared.last) break
      found.set(index, { group, lines: index === at ? lines : [] })
    }
  }
  return found
}
