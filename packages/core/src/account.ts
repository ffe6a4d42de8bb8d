import type { QuestionDraft } from './recognise/recognition.ts'
import { joinSpans, subtractSpans } from './recognise/spans.ts'
import type { Leftover, Question, Span } from './schema/bank.ts'
import type { ContentNode } from './schema/content.ts'

/** A place at which an article and what was read from it differ. */
export interface Violation {
  readonly rule: 'lost' | 'shared' | 'outside' | 'marker-outside' | 'content'
  readonly span: Span
  readonly message: string
}

/** Where every character of an article went. */
export interface Account {
  /** Characters that are not white space. */
  readonly total: number
  /** Those in the spans of questions. */
  readonly used: number
  /** Those in leftovers. */
  readonly leftOut: number
  /** Letters and digits in the spans of questions, less their markers. */
  readonly spanLetters: number
  /** Letters and digits in the fields of questions. */
  readonly fieldLetters: number
  readonly violations: readonly Violation[]
}

/** What {@link account} looks at: a bank, or a recognition. */
export interface Accountable {
  readonly questions: ReadonlyArray<Question | QuestionDraft>
  readonly leftovers: readonly Leftover[]
}

/**
 * Returns where every character of an article went, and every place where that does not add up:
 * each character that is not white space lies in exactly one question's spans or in exactly one leftover, and the letters
 * and digits of a question's spans, less its markers, are as many as in its fields.
 *
 * @param source The decoded text.
 * @param bank What was read from it.
 */
export function account(source: string, bank: Accountable): Account {
  const violations: Violation[] = []
  const spans = [
    ...bank.questions.flatMap((question) => question.spans.map((span) => ({ span, used: true }))),
    ...bank.leftovers.map(({ span }) => ({ span, used: false })),
  ].toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const counted = { used: 0, leftOut: 0, lost: 0 }
  let at = 0
  const gap = (to: number): void => {
    const lost = solids(source, at, to)
    counted.lost += lost
    if (lost > 0)
      violations.push({
        rule: 'lost',
        span: { start: at, end: to },
        message: `${lost} characters are in no question and no leftover: ${quote(source, at, to)}`,
      })
  }
  for (const { span, used } of spans) {
    if (span.start > at) gap(span.start)
    if (span.end > source.length)
      violations.push({ rule: 'outside', span, message: 'A span reaches past the end of the article' })
    else if (span.start < at && solids(source, span.start, Math.min(at, span.end)) > 0)
      violations.push({
        rule: 'shared',
        span,
        message: `Characters belong to two places: ${quote(source, span.start, Math.min(at, span.end))}`,
      })
    counted[used ? 'used' : 'leftOut'] += solids(source, Math.max(span.start, at), span.end)
    at = Math.max(at, span.end)
  }
  gap(source.length)
  let spanLetters = 0
  let fieldLetters = 0
  const groups = new Set<string>()
  for (const question of bank.questions) {
    const own = joinSpans(question.spans)
    const markers = joinSpans(question.markers)
    for (const stray of subtractSpans(markers, own))
      violations.push({ rule: 'marker-outside', span: stray, message: 'A marker lies outside its question' })
    const inSpans = subtractSpans(own, markers).reduce(
      (sum, { start, end }) => sum + letters(source.slice(start, end)),
      0,
    )
    const inFields = fieldsOf(question, groups).reduce((sum, text) => sum + letters(text), 0)
    spanLetters += inSpans
    fieldLetters += inFields
    if (inSpans !== inFields)
      violations.push({
        rule: 'content',
        span: { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 },
        message: `“${question.title}” has ${inSpans} letters and digits in the article and ${inFields} in its fields`,
      })
  }
  const total = counted.used + counted.leftOut + counted.lost
  return { total, used: counted.used, leftOut: counted.leftOut, spanLetters, fieldLetters, violations }
}

const letter = /[\p{L}\p{N}]/gu
const solid = /\S/gu

function letters(text: string): number {
  return text.match(letter)?.length ?? 0
}

function solids(source: string, start: number, end: number): number {
  return end > start ? (source.slice(start, end).match(solid)?.length ?? 0) : 0
}

function quote(source: string, start: number, end: number): string {
  const text = source.slice(start, end).trim().replaceAll(/\s+/gu, ' ')
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`
}

/** The texts of all fields that are made of the question's own spans. */
function fieldsOf(question: Question | QuestionDraft, groups: Set<string>): string[] {
  const texts: string[] = []
  const add = (nodes: readonly ContentNode[] | undefined): void => {
    for (const node of nodes ?? []) textsOf(node, texts)
  }
  // A shared stem is counted where it stands: with the first question of its group.
  if (question.group && !groups.has(question.group.id)) {
    groups.add(question.group.id)
    add(question.group.stem)
  }
  add(question.prompt)
  add(question.hint)
  add(question.references)
  if (question.kind === 'open') add(question.answer)
  else add(question.explanation)
  if (question.kind === 'short-answer') texts.push(...question.accepted)
  if (question.kind === 'single-choice' || question.kind === 'multiple-choice')
    for (const option of question.options) {
      add(option.content)
      add(option.feedback)
    }
  return texts
}

/** What a reader sees of a node. Where links and pictures lead is syntax, and so a marker. */
function textsOf(node: ContentNode, texts: string[]): void {
  if ('value' in node) texts.push(node.value)
  if (node.type === 'image' && node.alt) texts.push(node.alt)
  if ('children' in node) for (const child of node.children) textsOf(child, texts)
}
