import type { Article } from '../article.ts'
import type { Settings } from '../settings.ts'
import { correct, placeCorrections } from './apply-settings.ts'
import { applyEntry } from './block/apply-entry.ts'
import type { Block, BlockParts } from './block/block.ts'
import { splitBlock } from './block/split-block.ts'
import { toDraft } from './block/to-draft.ts'
import { judge } from './confidence.ts'
import { Footnotes } from './content/footnotes.ts'
import { syntaxSpans } from './content/syntax.ts'
import { type Document, toDocument } from './document.ts'
import { flagDuplicates } from './flag-duplicates.ts'
import { habitOf } from './habit.ts'
import { assignEntries } from './keys/assign-entries.ts'
import { leftoverReasons } from './leftover-reasons.ts'
import { toLeftovers } from './leftovers.ts'
import { toLines } from './lines/to-lines.ts'
import { MarkCounter } from './mark-counter.ts'
import { readMetadata } from './metadata.ts'
import { groupIn, hasKey, ownLines } from './own-lines.ts'
import { readingMessages } from './reading-messages.ts'
import { markOf } from './readings/mark-of.ts'
import { plan } from './readings/plan.ts'
import type { QuestionDraft, ReadingScore, Recognition } from './recognition.ts'
import { toSections } from './sections.ts'
import { sharedStems } from './shared-stems.ts'
import { intersectSpans, joinSpans, spansOfLines, subtractSpans } from './spans.ts'

/** What {@link recognise} reads: an article, or any mdast with the source that its positions count in. */
export type Recognisable = Pick<Article, 'source' | 'tree'> & Partial<Article>

/**
 * Returns what an article asks: its questions, what of it is in none of them and why, and how it was read.
 *
 * @param article The article as its front door left it.
 * @param settings What a person says about how it is to be read. Default: everything is inferred.
 */
export function recognise(article: Recognisable, settings: Settings = {}): Recognition {
  const { source, tree } = article
  const lines = toLines(tree, source)
  const document = toDocument(lines, source, settings)
  const corrections = placeCorrections(document, settings)
  const reading = plan(document, settings, corrections)
  const syntax = syntaxSpans(tree, source)
  const dropped = (article.dropped ?? []).map(({ span, reason }) => ({ span: { ...span }, reason }))
  const holes = joinSpans(dropped.map(({ span }) => span))
  const sections = toSections(document, reading)
  const habit = habitOf(document, reading.blocks)
  const entries = assignEntries(reading.blocks, document.keys, lines, document.roles, sections.hintAt)
  const stems = sharedStems(document, reading.blocks)
  const owner = new Int32Array(lines.length).fill(-1)
  const marks = new MarkCounter()
  const footnotes = new Footnotes(lines, source)
  const read: QuestionDraft[] = reading.blocks.map(({ start, end, style, told }, index) => {
    const own = ownLines(document, start.line, end, index === reading.blocks.length - 1)
    const shared = stems.get(index)
    for (const line of [...own, ...(shared?.lines ?? [])]) owner[line.index] = index
    const found = groupIn(document, own)
    const group = found && habit.optionsRare && !hasKey(document, own, found) ? undefined : found
    const block: Block = { document, start, style, lines: own, group, hint: sections.hintAt(start.line), habit }
    const entry = entries.owned.get(index)
    const parts: BlockParts = entry ? applyEntry(splitBlock(block), entry, lines) : splitBlock(block)
    marks.add(block, parts)
    const spans = subtractSpans(spansOfLines([...(shared?.lines ?? []), ...own], source, entry?.span), holes)
    const confidence = told ? 'sure' : judge(block, parts, style, reading.confidence)
    const draft = toDraft(block, parts, {
      section: sections.pathAt(start.line),
      points: sections.pointsAt(start.line),
      spans,
      confidence,
    })
    const markers = intersectSpans(joinSpans([...draft.markers, ...intersectSpans(syntax, spans)]), spans)
    return footnotes.addTo({ ...draft, ...(shared ? { group: shared.group } : {}), markers }, syntax)
  })
  const doubted = withDoubts(read, document, entries.unclaimed)
  const corrected = correct(flagDuplicates(doubted), corrections)
  const taken = joinSpans([...holes, ...read.flatMap((question) => question.spans)])
  const confidence = settings.accept ? 'sure' : reading.confidence
  const runnerUp = reading.runnerUp && markOf(document, reading.runnerUp)
  return {
    reading: {
      ...(reading.best && read.length > 0 ? { question: markOf(document, reading.best) } : {}),
      ...marks.toReading(),
      confidence,
      ...(runnerUp ? { runnerUp } : {}),
    },
    metadata: readMetadata(lines),
    questions: corrected.questions,
    leftovers: toLeftovers(lines, leftoverReasons(document, reading, owner), taken, dropped, source),
    messages: [...readingMessages(reading, corrected.questions, confidence), ...corrected.messages],
    readings: reading.ranked.map(
      ({ candidate, score, evidence, reasons }): ReadingScore => ({
        mark: markOf(document, candidate),
        score,
        evidence,
        questions: candidate.starts.length,
        reasons,
        lines: candidate.starts.slice(0, 5).map((start) => lines[start.line]?.number ?? 1),
      }),
    ),
    guesses: reading.guesses,
  }
}

/**
 * A key that could not be read, or keys that belong to no question: what has options and no key may have lost it. A head
 * stands in, or behind, a question that has none.
 */
function withDoubts(
  questions: readonly QuestionDraft[],
  { lostKeys, lines }: Document,
  unclaimed: boolean,
): readonly QuestionDraft[] {
  const numbers = lostKeys.map((index) => lines[index]?.number ?? 0)
  const isLost = questions.some((question, index) => {
    const next = questions[index + 1]?.line ?? Number.POSITIVE_INFINITY
    return lacksKey(question) && numbers.some((number) => number > question.line && number < next)
  })
  if (!isLost && !unclaimed) return questions
  return questions.map((question) =>
    lacksKey(question) && question.confidence === 'sure' ? { ...question, confidence: 'likely' as const } : question,
  )
}

function lacksKey(question: QuestionDraft): boolean {
  if (question.kind === 'true-false') return question.answer === null
  return (question.kind === 'single-choice' || question.kind === 'multiple-choice') && question.answer.length === 0
}
