import type { Features } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'

/** How a line may hide a part of its text: as Anki's clozes are written, or by `==marks==` around words of a statement. */
export type Deletion = 'cloze' | 'highlight'

/**
 * Returns how a line hides a part of its text, if it does. Highlighting does so only within a statement: a sentence of which
 * less than two thirds is highlighted, and that asks nothing.
 *
 * @param line A line.
 * @param likeness How much it reads like a question.
 */
export function deletionIn(line: Line, likeness: number): Deletion | undefined {
  if (hasCloze(line)) return 'cloze'
  if (line.emphasis !== undefined || likeness >= 0.5 || !sentenceEnd.test(line.text)) return undefined
  let marked = 0
  for (const { text, wraps } of line.runs)
    if (wraps.some(({ type }) => isType(type, 'highlight'))) marked += text.length
  return marked > 0 && marked * 3 < line.text.length * 2 ? 'highlight' : undefined
}

const sentenceEnd = /[.。!！;；…]\s{0,4}$/u

/** Tells whether a line holds a part that is written as Anki's clozes are: `{{c1::…}}`. */
export function hasCloze({ runs }: Line): boolean {
  return runs.some(({ wraps }) => wraps.some(({ type }) => isType(type, 'cloze')))
}

/** The number of the first cloze in a line. */
export function firstCloze({ runs }: Line): number | undefined {
  for (const { wraps } of runs) {
    const cloze = wraps.find(({ type }) => isType(type, 'cloze')) as { index?: number } | undefined
    if (cloze) return cloze.index
  }
  return undefined
}

function isType(type: string, name: Deletion): boolean {
  return type === name
}

/** Highlighted statements ask when so many of the numbered lines are such, and at least so large a share. */
const least = { lines: 3, share: 0.6 }

/**
 * Returns the features of a page in which the numbered lines ask by what they highlight: `3. Glass is made of ==sand==.`
 * Elsewhere highlighting is emphasis, and the features stay as they are.
 *
 * @param lines The lines of the page.
 * @param features Their features.
 */
export function withHighlights(lines: readonly Line[], features: readonly Features[]): readonly Features[] {
  const numbered = features.filter(({ numbers }) => numbers.length > 0).length
  const asking = new Set<number>()
  for (const [index, { numbers, likeness }] of features.entries())
    if (numbers.length > 0 && deletionIn(lines[index] as Line, likeness) === 'highlight') asking.add(index)
  if (asking.size < least.lines || asking.size < numbered * least.share) return features
  return features.map((feature, index) => (asking.has(index) ? { ...feature, likeness: 0.85 } : feature))
}
