import { partMark } from '../marks/part-mark.ts'
import { isSectionLine, namesKind } from '../marks/section-line.ts'
import { termMark } from '../marks/term-mark.ts'
import { type KindHint, kindOfTitle } from '../marks/type-mark.ts'
import type { Features } from './features.ts'
import type { Line } from './line.ts'

/** Features of lines, and which of them are terms with their meaning. */
export interface NamedParts {
  readonly features: readonly Features[]
  readonly terms: ReadonlySet<number>
}

/** Terms are at most so long, so many, and such a share of a page's numbered lines. */
const limits = { length: 30, least: 4, share: 0.7 }
const asks = 0.8

/**
 * Returns the features of a page in which numbered lines ask though their words do not: the terms and the statements of
 * parts whose titles say so (名词解释, 判断题); and terms where most numbered lines are a few words and a colon, with what they
 * mean below, and the page is about questions. Elsewhere the features stay as they are.
 *
 * @param lines The lines of the page.
 * @param features Their features.
 * @param topic How much the page says that it is about questions, 0–1.
 */
export function withParts(lines: readonly Line[], features: readonly Features[], topic: number): NamedParts {
  const terms = termsInParts(lines, features)
  const asking = new Set([
    ...terms,
    ...statementsInParts(lines, features),
    ...(topic > 0 ? termsWithColon(lines, features) : []),
  ])
  if (asking.size === 0) return { features, terms }
  return {
    features: features.map((feature, index) =>
      asking.has(index) && feature.likeness < asks ? { ...feature, likeness: asks } : feature,
    ),
    terms,
  }
}

function statementsInParts(lines: readonly Line[], features: readonly Features[]): number[] {
  return inParts(lines, features, 'true-false', undefined)
    .filter(({ index }) => (lines[index]?.text.length ?? 0) <= 200)
    .map(({ index }) => index)
}

/** The first lines of a page may say that it is all terms. */
function termsInParts(lines: readonly Line[], features: readonly Features[]): ReadonlySet<number> {
  const titled = lines
    .slice(0, 4)
    .some(({ kind, text }) => kind === 'text' && text.length <= 40 && kindOfTitle(text) === 'term')
  const named = inParts(lines, features, 'term', titled ? 'term' : undefined)
  return new Set(named.filter(({ rest }) => termMark(rest)).map(({ index }) => index))
}

/** The numbered lines of the parts of a kind, and their text without the number. */
function inParts(
  lines: readonly Line[],
  features: readonly Features[],
  wanted: KindHint,
  from: KindHint | undefined,
): Array<{ readonly index: number; readonly rest: string }> {
  let kind = from
  return lines.flatMap((line, index) => {
    const number = features[index]?.numbers.find(({ style }) => style !== 'bare')
    if (opensPart(line) || (line.kind === 'heading' && (!number || number.style.startsWith('ideographic'))))
      kind = kindOfTitle(line.text)
    else if (kind === wanted && number && line.kind === 'text')
      return [{ index, rest: line.text.trimStart().slice(number.length) }]
    return []
  })
}

function opensPart(line: Line): boolean {
  if (isSectionLine(line)) return true
  if (line.kind !== 'text' || line.text.length > 90) return false
  const text = line.text.trim()
  return namesKind(text.slice(partMark(text)?.length ?? 0))
}

function termsWithColon(lines: readonly Line[], features: readonly Features[]): number[] {
  const numbered = features.flatMap(({ numbers, place }, index) =>
    place === 'text' && numbers.some(({ style }) => style !== 'bare') ? [index] : [],
  )
  const terms = numbered.filter((index) => {
    const { text } = lines[index] as Line
    const next = lines[index + 1]
    if (text.trim().length > limits.length || !/[:：]\s{0,4}$/u.test(text)) return false
    return next?.kind === 'text' && next.text.trim() !== '' && features[index + 1]?.numbers.length === 0
  })
  return terms.length >= limits.least && terms.length >= numbered.length * limits.share ? terms : []
}
