import type { Document } from './document.ts'
import type { Line } from './lines/line.ts'
import { pointsOfEach } from './marks/points-mark.ts'
import { titleKey } from './marks/title-key.ts'
import { type KindHint, kindOfTitle } from './marks/type-mark.ts'
import type { Plan } from './readings/plan.ts'

/** The headings above each line of a document that are no questions. */
export interface Sections {
  /** Titles above a line, outermost first, the page's own title left out. */
  pathAt(line: number): readonly string[]
  /** What they say about the kind of the questions below them. */
  hintAt(line: number): KindHint | undefined
  /** How many points they say that each question below them is worth. */
  pointsAt(line: number): number | undefined
  /** Lines that are section headings. */
  readonly lines: ReadonlySet<number>
  /** The line of the page's title. */
  readonly title: number | undefined
}

/** A line of text that opens a part of an exam counts as a heading below all others. */
const lineDepth = 7

/**
 * Returns the sections of a document.
 *
 * @param document What is known of the document.
 * @param plan Where its questions are.
 */
export function toSections(document: Document, { blocks }: Plan): Sections {
  const inQuestion = new Uint8Array(document.lines.length)
  for (const { start, end } of blocks) inQuestion.fill(1, start.line, end)
  const headings = document.lines.filter((line) => isSection(document, line) && !inQuestion[line.index])
  const title = titleLine(document, headings)
  const paths: Array<{
    line: number
    path: readonly string[]
    hint: KindHint | undefined
    points: number | undefined
  }> = []
  const stack: Line[] = []
  for (const line of headings) {
    if (line.index === title) continue
    while (stack.length > 0 && depthOf(stack.at(-1) as Line) >= depthOf(line)) stack.pop()
    stack.push(line)
    const hint = stack
      .toReversed()
      .map((one) => kindOfTitle(one.text))
      .find((kind) => kind !== undefined)
    paths.push({
      line: line.index,
      path: stack.map((one) => cleanTitle(one.text)).filter((text) => text !== ''),
      hint,
      points: pointsOfEach(line.text),
    })
  }
  const titleHint = title === undefined ? undefined : kindOfTitle(document.lines[title]?.text ?? '')
  const find = (line: number): (typeof paths)[number] | undefined => {
    let low = 0
    let high = paths.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((paths[middle]?.line ?? 0) < line) low = middle + 1
      else high = middle
    }
    return paths[low - 1]
  }
  return {
    pathAt: (line) => find(line)?.path ?? [],
    pointsAt: (line) => find(line)?.points,
    hintAt: (line) => find(line)?.hint ?? titleHint,
    lines: new Set(headings.map((line) => line.index)),
    title,
  }
}

function isSection(document: Document, line: Line): boolean {
  if (document.noise[line.index] !== undefined || line.text.trim() === '') return false
  return line.kind === 'heading' || document.roles[line.index] === 'section'
}

function depthOf(line: Line): number {
  return line.kind === 'heading' ? line.depth : lineDepth
}

/** The only heading of level 1, or a first heading that stands above all others. */
function titleLine({ lines }: Document, headings: readonly Line[]): number | undefined {
  const [first, ...rest] = headings
  if (first?.kind !== 'heading') return undefined
  const before = lines
    .slice(0, first.index)
    .some((line) => line.kind === 'heading' && titleKey(line.text) !== '' && line.depth <= first.depth)
  if (before) return undefined
  return rest.every((line) => depthOf(line) > first.depth) && (first.depth === 1 || rest.length > 0)
    ? first.index
    : undefined
}

function cleanTitle(text: string): string {
  return text.replaceAll('\ufffc', '').replaceAll(/\s+/gu, ' ').trim().slice(0, 200)
}
