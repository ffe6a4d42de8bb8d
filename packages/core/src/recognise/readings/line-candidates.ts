import type { Document } from '../document.ts'
import type { Line } from '../lines/line.ts'
import { isApart } from '../marks/apart.ts'
import { within } from './extent.ts'
import type { Candidate, ReadingStyle, Start } from './reading.ts'
import { mayStart, plainStart } from './starts.ts'

/**
 * Returns the readings in which lines without numbers are questions: bold ones, folded ones, bullets, and those that ask.
 *
 * @param document What is known of the document.
 */
export function lineCandidates(document: Document): Candidate[] {
  const bold: Start[] = []
  const bullets = new Map<number, Start[]>()
  const details: Start[] = []
  const lines: Start[] = []
  const runIn: Start[] = []
  const topicAt = topics(document)
  for (const [index, feature] of document.features.entries()) {
    if (!mayStart(document, index) || document.roles[index] === 'option') continue
    if (isApart(topicAt(index)) && feature.likeness < 0.7) continue
    const line = document.lines[index] as Line
    const start = plainStart(feature, index)
    if (feature.place === 'bold' && !line.item) bold.push(start)
    else if (feature.place === 'summary') details.push(start)
    if (line.item && !line.item.ordered && line.kind !== 'heading' && !completes(document, line)) {
      const list = bullets.get(feature.level) ?? []
      list.push(start)
      bullets.set(feature.level, list)
    }
    if (document.dialogue?.turns.has(index) || isApart(line.text)) continue
    if (feature.place === 'text' && !line.item && line.opens && asksRunIn(line)) runIn.push(start)
    if (feature.place === 'text' && !line.item && line.opens && feature.likeness >= 0.8 && line.text.length < 300)
      lines.push(start)
  }
  const plain = (style: ReadingStyle, detail: string, starts: Start[]): Candidate => ({
    style,
    detail,
    starts,
    depth: 0,
    regular: 0,
    irregular: 0,
  })
  return [
    plain('bold-line', '', bold),
    plain('bold-line', runInDetail, runIn),
    plain('details', '', details),
    plain('question-line', '', lines),
    ...[...bullets].map(([level, starts]) => plain('bullet', `level ${level}`, amongAsking(document, starts))),
  ]
}

/** What tells questions that open the paragraph of their answer apart from bold lines. */
export const runInDetail = 'run-in'

/** `**What is a Pod?** The smallest thing …`: the question is set off at the beginning of its answer. */
function asksRunIn({ runs }: Line): boolean {
  const solid = runs.filter(({ text }) => text.trim() !== '')
  const rest = solid.findIndex(({ wraps }) => !wraps.some(({ type }) => type === 'strong'))
  return rest > 0 && /[?？]\s?$/u.test(solid[rest - 1]?.text ?? '')
}

/** On a page that says that it is about questions, what stands in a list most of whose items ask is a question too. */
function amongAsking({ lines, topic }: Document, starts: readonly Start[]): Start[] {
  const listOf = ({ line }: Start): unknown => lines[line]?.container?.parent
  const counts = new Map<unknown, { all: number; asking: number }>()
  for (const start of starts) {
    const count = counts.get(listOf(start)) ?? { all: 0, asking: 0 }
    count.all++
    if (start.likeness >= 0.7) count.asking++
    counts.set(listOf(start), count)
  }
  return starts.map((start) => {
    const { all, asking } = counts.get(listOf(start)) ?? { all: 1, asking: 0 }
    return topic.page > 0 && asking * 2 >= all ? { ...start, likeness: Math.max(start.likeness, 0.6) } : start
  })
}

/** A list may end a sentence, "You should be able to:": its items are no sentences of their own. */
function completes({ lines }: Document, item: Line): boolean {
  const list = item.container?.parent
  let at = item.index - 1
  while (at >= 0 && list && within(lines[at]?.container, list)) at--
  return /\b(?:to|will|can|should|must|you['’]ll)\s?:\s{0,4}$/iu.test(lines[at]?.text.slice(-40) ?? '')
}

/** Returns a function that gives the heading above a line; lines are asked for in order. */
function topics({ lines }: Document): (index: number) => string {
  let at = 0
  let topic = ''
  return (index) => {
    for (; at <= index; at++) if (lines[at]?.kind === 'heading') topic = lines[at]?.text ?? ''
    return topic
  }
}
