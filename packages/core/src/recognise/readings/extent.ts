import type { Document } from '../document.ts'
import type { Container, Line } from '../lines/line.ts'
import { isApart } from '../marks/apart.ts'
import type { Candidate, Start } from './reading.ts'

/**
 * Returns where each question's own text ends, as the index of the line after its last: at the next question, at a
 * heading that opens a section, or where the folded part that holds it closes.
 *
 * @param document What is known of the document.
 * @param candidate A reading of it.
 * @param limit Index of the first line that no question may reach, such as an answer key. Default: the end.
 */
export function questionEnds(document: Document, candidate: Candidate, limit = document.lines.length): number[] {
  const { starts } = candidate
  let section = 0
  return starts.map((start, at) => {
    while (section < document.keys.length && (document.keys[section]?.from ?? 0) <= start.line) section++
    const next = Math.min(starts[at + 1]?.line ?? limit, limit, document.keys[section]?.from ?? limit)
    const chapter = chapterOf(start, starts[at + 1])
    for (let index = start.line + 1; index < next; index++)
      if (
        document.sharedAt.has(index) ||
        opensChapter(document, index, chapter) ||
        closes(document, candidate, start, index)
      )
        return index
    return Math.max(next, start.line + 1)
  })
}

/** `2` where a question 1.3 is followed by 2.1. */
function chapterOf(start: Start, next: Start | undefined): string | undefined {
  const prefix = next?.number?.prefix
  return prefix !== undefined && prefix !== start.number?.prefix ? prefix : undefined
}

/** `2. Class loading` above question 2.1 is the title of its chapter. */
function opensChapter({ features, lines }: Document, index: number, chapter: string | undefined): boolean {
  if (chapter === undefined || (lines[index]?.text.length ?? 0) > 120) return false
  return features[index]?.numbers.some(({ printed, style }) => printed === chapter && style !== 'bare') === true
}

function closes(document: Document, candidate: Candidate, start: Start, index: number): boolean {
  const line = document.lines[index] as Line
  const first = document.lines[start.line] as Line
  if (document.noise[index] === 'contents') return true
  if (document.roles[index] === 'section') return true
  if (candidate.style === 'table-row' && line.kind === 'hidden') return false
  if (candidate.style === 'table-row')
    return line.kind === 'head' || line.opens === false
      ? line.kind === 'head'
      : !['row', 'text'].includes(line.kind) || line.node.type !== ('tableCell' as string)
  if (candidate.style === 'prefix' && document.dialogue?.asker?.toLowerCase() === candidate.detail)
    return line.kind === 'heading' || document.dialogue.turns.get(index)?.speaker === document.dialogue.asker
  // A card of one line ends with its paragraph, unless its back stands below.
  if (candidate.style === 'flash-card' && document.pairs.has(start.line))
    return line.kind === 'heading' || (line.blankBefore && line.node !== first.node && hasBack(document, start))
  if (candidate.style === 'cloze-line') {
    if (line.kind === 'heading') return true
    // A hidden word belongs to its own block; behind it only what is marked as hint, answer or explanation.
    const ended = line.node !== first.node && document.lines[index - 1]?.node === first.node
    return ended && !(first.item && within(line.container, first.container)) && !document.answers[index]?.firm
  }
  if (candidate.style === 'details' && (first.container?.node.type as string) === 'details')
    return !within(line.container, first.container)
  if (candidate.style === 'details' && line.kind === 'hidden') return /<\/details\s{0,4}>/iu.test(line.text)
  if (line.kind !== 'heading') return false
  // A heading over references closes a question as any other does: they are the page's.
  const mark = document.answers[index]
  if ((mark?.firm && mark.role !== 'references') || document.noise[index] !== undefined) return false
  // A heading within the list item, quote or folded part that the question opened is a part of it.
  const own = first.item ? first.container : undefined
  if (own && within(line.container, own)) return false
  if (line.container && !first.container) return false
  if (candidate.depth > 0)
    return (
      line.depth <=
      (candidate.style === 'heading' || candidate.style === 'flash-card'
        ? first.depth || candidate.depth
        : candidate.depth)
    )
  return !isApart(line.text) || line.depth <= 2
}

function hasBack({ pairs, lines }: Document, { line }: Start): boolean {
  const pair = pairs.get(line)
  return pair !== undefined && lines[line]?.text.slice(pair.to, pair.end).trim() !== ''
}

/** Tells whether a container is another one or lies in it. */
export function within(container: Container | undefined, outer: Container | undefined): boolean {
  if (!outer) return true
  for (let at = container; at && at.level >= outer.level; at = at.parent) if (at === outer) return true
  return false
}
