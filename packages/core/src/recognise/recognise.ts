import { VFileMessage } from 'vfile-message'
import type { Article } from '../article.ts'
import type { Leftover, Mark, Span } from '../schema/bank.ts'
import { applyEntry, entriesByQuestion } from './block/apply-entry.ts'
import type { Block, Habit } from './block/block.ts'
import { splitBlock } from './block/split-block.ts'
import { toDraft } from './block/to-draft.ts'
import { judge } from './confidence.ts'
import { syntaxSpans } from './content/syntax.ts'
import { type Document, toDocument } from './document.ts'
import { leftoverReasons } from './leftover-reasons.ts'
import type { Line } from './lines/line.ts'
import { toLines } from './lines/to-lines.ts'
import { closingAt } from './marks/closing.ts'
import type { OptionGroup } from './marks/option-groups.ts'
import { readMetadata } from './metadata.ts'
import { markOf } from './readings/mark-of.ts'
import { plan } from './readings/plan.ts'
import type { QuestionDraft, ReadingScore, Recognition } from './recognition.ts'
import { toSections } from './sections.ts'
import { intersectSpans, joinSpans, subtractSpans, trimSpan } from './spans.ts'

/** What a person says about how an article is to be read. */
export type RecogniseSettings = Readonly<Record<string, unknown>>

/**
 * Returns what an article asks: its questions, what of it is in none of them and why, and how it was read.
 *
 * @param article The article as its front door left it.
 * @param _settings What a person says about how it is to be read. Default: everything is inferred.
 */
export function recognise(
  article: Pick<Article, 'source' | 'tree' | 'path'> & Partial<Article>,
  _settings: RecogniseSettings = {},
): Recognition {
  const { source, tree } = article
  const lines = toLines(tree, source)
  const document = toDocument(lines, source)
  const reading = plan(document)
  const syntax = syntaxSpans(tree, source)
  const dropped = (article.dropped ?? []).map(({ span, reason }) => ({ span, reason }))
  const holes = joinSpans(dropped.map(({ span }) => span))
  const sections = toSections(document, reading)
  const habit = habitOf(document, reading.blocks)
  const owner = new Int32Array(lines.length).fill(-1)
  const questions: QuestionDraft[] = []
  const marks = new MarkCounter()
  const entries = entriesByQuestion(reading.blocks, document.keys, lines)
  for (const [index, { start, end, style }] of reading.blocks.entries()) {
    const own = ownLines(document, start.line, end, index === reading.blocks.length - 1)
    for (const line of own) owner[line.index] = index
    const block: Block = {
      document,
      start,
      lines: own,
      group: groupIn(document, start.line, end, own),
      hint: sections.hintAt(start.line),
      habit,
    }
    const entry = entries.get(index)
    const parts = entry ? applyEntry(splitBlock(block), entry, lines) : splitBlock(block)
    marks.add(block, parts)
    const spans = subtractSpans(spansOf(own, source, entry?.span), holes)
    const draft = toDraft(block, parts, { section: sections.pathAt(start.line), spans, confidence: 'sure' })
    const markers = joinSpans([...draft.markers, ...intersectSpans(syntax, spans)])
    questions.push({ ...draft, markers: intersectSpans(markers, spans), confidence: judge(block, parts, style) })
  }
  const reasons = leftoverReasons(document, reading, owner)
  const taken = joinSpans([...holes, ...questions.flatMap((question) => question.spans)])
  const leftovers = leftoversOf(lines, owner, reasons, source, dropped, taken)
  const readings = reading.ranked.map((scored): ReadingScore => {
    const { candidate } = scored
    return {
      mark: markOf(document, candidate),
      score: scored.score,
      evidence: scored.evidence,
      questions: candidate.starts.length,
      reasons: scored.reasons,
      lines: candidate.starts.slice(0, 5).map((start) => lines[start.line]?.number ?? 1),
    }
  })
  const runnerUp = reading.runnerUp ? markOf(document, reading.runnerUp) : undefined
  return {
    reading: {
      ...(reading.best && questions.length > 0 ? { question: markOf(document, reading.best) } : {}),
      ...marks.toReading(),
      confidence: reading.confidence,
      ...(runnerUp ? { runnerUp } : {}),
    },
    metadata: readMetadata(lines),
    questions: flagDuplicates(questions),
    leftovers,
    messages: messagesOf(questions, reading.confidence),
    readings,
    guesses: [],
  }
}

/** The lines of a question: noise, dividing rules at its end and closing matter left out. */
function ownLines(document: Document, from: number, to: number, isLast: boolean): Line[] {
  let lines = document.lines.slice(from, to).filter((line) => document.noise[line.index] === undefined)
  if (isLast) lines = lines.slice(0, closingAt(lines))
  while (lines.length > 1 && isEmpty(lines.at(-1) as Line)) lines.pop()
  return lines
}

function isEmpty(line: Line): boolean {
  return line.kind === 'rule' || (line.kind === 'text' && line.text.trim() === '')
}

function groupIn({ groups }: Document, from: number, to: number, own: readonly Line[]): OptionGroup | undefined {
  let low = 0
  let high = groups.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((groups[middle] as OptionGroup).first < from) low = middle + 1
    else high = middle
  }
  const group = groups[low]
  const last = own.at(-1)?.index ?? from
  return group && group.first < to && group.last <= last ? group : undefined
}

function habitOf(document: Document, blocks: ReadonlyArray<{ start: { line: number }; end: number }>): Habit {
  const empty = blocks.filter(
    ({ start, end }) =>
      !document.lines
        .slice(start.line + 1, end)
        .some((line) => line.kind === 'text' && document.noise[line.index] === undefined),
  ).length
  return { answersMissing: empty * 2 > blocks.length, truthOptions: false }
}

function spansOf(lines: readonly Line[], source: string, elsewhere: Span | undefined): Span[] {
  const own = lines.map(({ start, end }) => ({ start, end }))
  return joinSpans(elsewhere ? [...own, elsewhere] : own).flatMap((span) => trimSpan(source, span) ?? [])
}

function leftoversOf(
  lines: readonly Line[],
  owner: Int32Array,
  reasons: readonly string[],
  source: string,
  dropped: readonly Leftover[],
  taken: readonly Span[],
): Leftover[] {
  const found: Leftover[] = [...dropped]
  for (let at = 0; at < lines.length; ) {
    if ((owner[at] as number) >= 0) {
      at++
      continue
    }
    const reason = reasons[at] as string
    let end = at + 1
    while (end < lines.length && owner[end] === -1 && reasons[end] === reason) end++
    const span = { start: (lines[at] as Line).start, end: (lines[end - 1] as Line).end }
    for (const part of subtractSpans([span], taken)) {
      const trimmed = trimSpan(source, part)
      if (trimmed) found.push({ span: trimmed, reason })
    }
    at = end
  }
  return found.toSorted((a, b) => a.span.start - b.span.start)
}

/** Numbers that two questions of one section share are flagged; the questions stay apart. */
function flagDuplicates(questions: readonly QuestionDraft[]): QuestionDraft[] {
  const seen = new Map<string, number>()
  const keyOf = (question: QuestionDraft): string => `${question.section.join('\u0000')}\u0000${question.number ?? ''}`
  for (const question of questions)
    if (question.number !== undefined) seen.set(keyOf(question), (seen.get(keyOf(question)) ?? 0) + 1)
  return questions.map((question) =>
    question.number !== undefined && (seen.get(keyOf(question)) ?? 0) > 1
      ? { ...question, flags: [...question.flags, 'duplicate-number'] }
      : question,
  )
}

/** Counts by which marks options, keys and explanations were found, for the receipt. */
class MarkCounter {
  private readonly seen = {
    option: new Map<string, Mark>(),
    key: new Map<string, Mark>(),
    explanation: new Map<string, Mark>(),
  }

  add(block: Block, parts: ReturnType<typeof splitBlock>): void {
    const { group, document } = block
    if (group) {
      const [first] = group.options
      const line = first && document.lines[first.line]
      const example = line ? line.text.slice(first.start, first.end).trim() || '- [ ]' : 'A.'
      this.count('option', group.style.startsWith('checkbox') ? 'checkbox' : group.style, example)
    }
    if (parts.key) this.count('key', parts.key.by === 'mark' ? 'prefix' : parts.key.by, parts.keyMark ?? parts.key.by)
    else if (parts.keyMark) this.count('key', 'prefix', parts.keyMark)
    if (parts.explanationMark) this.count('explanation', 'prefix', parts.explanationMark)
    else if (parts.explanation.length > 0) this.count('explanation', 'after-key', '')
  }

  private count(what: 'option' | 'key' | 'explanation', style: string, example: string): void {
    const key = `${style} ${example}`
    const before = this.seen[what].get(key)
    this.seen[what].set(key, { style, example: before?.example ?? example, count: (before?.count ?? 0) + 1 })
  }

  toReading(): { option?: Mark; key?: Mark; explanation?: Mark } {
    const usual = (marks: ReadonlyMap<string, Mark>): Mark | undefined => {
      const [most] = [...marks.values()].toSorted((a, b) => b.count - a.count)
      return most && { ...most, count: [...marks.values()].reduce((sum, mark) => sum + mark.count, 0) }
    }
    const option = usual(this.seen.option)
    const key = usual(this.seen.key)
    const explanation = usual(this.seen.explanation)
    return { ...(option ? { option } : {}), ...(key ? { key } : {}), ...(explanation ? { explanation } : {}) }
  }
}

function messagesOf(questions: readonly QuestionDraft[], confidence: string): VFileMessage[] {
  const messages: VFileMessage[] = []
  if (questions.length === 0)
    messages.push(
      new VFileMessage(
        'No questions found: nothing on this page repeats as questions do. If it has some, say how one begins, for example: questions: "1."',
        { source: 'cardpress', ruleId: 'no-questions' },
      ),
    )
  else if (confidence === 'unsure')
    messages.push(
      new VFileMessage('It is not certain how this page marks its questions', {
        source: 'cardpress',
        ruleId: 'unsure-reading',
      }),
    )
  return messages
}
