import type { VFileMessage } from 'vfile-message'
import { toMessage } from '../messages/message.ts'
import { say } from '../messages/say.ts'
import type { Correction, Settings } from '../settings.ts'
import type { Document } from './document.ts'
import type { Line } from './lines/line.ts'
import type { AnswerMark, AnswerRole } from './marks/answer-mark.ts'
import { titleKey } from './marks/title-key.ts'
import type { QuestionDraft } from './recognition.ts'

/**
 * Returns the marks of answers that a person named, by line.
 *
 * @param lines The lines of the article.
 * @param settings What the person said.
 */
export function toldMarks(lines: readonly Line[], settings: Settings): ReadonlyMap<number, AnswerMark> {
  const found = new Map<number, AnswerMark>()
  const add = (role: AnswerRole, marks: readonly string[] | undefined): void => {
    for (const mark of marks ?? [])
      for (const line of lines) {
        const lead = line.text.length - line.text.trimStart().length
        if (
          line.kind === 'code' ||
          !line.text
            .slice(lead, lead + 200)
            .toLowerCase()
            .startsWith(mark.toLowerCase())
        )
          continue
        const after = line.text.slice(lead + mark.length, lead + mark.length + 12)
        const length = mark.length + (/^[\s:：]{1,8}/u.exec(after)?.[0].length ?? 0)
        found.set(line.index, { role, word: mark, length, firm: true })
      }
  }
  add('answer', settings.key)
  add('explanation', settings.explanation)
  return found
}

/**
 * Returns the lines that a person wants left out.
 *
 * @param lines The lines of the article.
 * @param settings What the person said.
 */
export function leftOutLines(lines: readonly Line[], settings: Settings): ReadonlySet<number> {
  const out = new Set<number>()
  for (const entry of settings.leaveOut ?? []) {
    const range = rangeOf(entry)
    for (const line of lines)
      if (range ? line.number >= range[0] && line.number <= range[1] : line.text.includes(entry)) out.add(line.index)
  }
  return out
}

/** Returns first and last line of `12` or `12-15`. */
export function rangeOf(text: string): readonly [number, number] | undefined {
  const match = /^(\d{1,7})(?:\s?[-–]\s?(\d{1,7}))?$/u.exec(text.trim())
  return match ? [Number(match[1]), Number(match[2] ?? match[1])] : undefined
}

/** A correction, and the line that it is about, as far as that can be told before the article is read. */
export interface PlacedCorrection {
  readonly key: string
  readonly correction: Correction
  readonly line: number | undefined
}

/**
 * Returns the corrections of an article, each with the 1-based line that it names.
 *
 * @param document What is known of the document.
 * @param settings What the person said.
 */
export function placeCorrections(document: Document, settings: Settings): PlacedCorrection[] {
  return Object.entries(settings.corrections ?? {}).map(([key, correction]) => {
    const named = /^line\s{1,3}(\d{1,7})$/iu.exec(key.trim())
    return { key, correction, line: named ? Number(named[1]) : lineOfText(document, key) }
  })
}

/** The line that a quotation begins, its number and punctuation not counted. */
function lineOfText({ lines, noise }: Document, key: string): number | undefined {
  const wanted = titleKey(key)
  if (wanted === '' || /^[\p{Nd}.]{1,10}$/u.test(key.trim())) return undefined
  return lines.find((line) => noise[line.index] === undefined && titleKey(line.text).startsWith(wanted))?.number
}

/**
 * Returns the questions with what a person corrected in them, and a message for each correction that fits none.
 *
 * @param questions The questions as they were read.
 * @param corrections The corrections.
 */
export function correct(
  questions: readonly QuestionDraft[],
  corrections: readonly PlacedCorrection[],
): { questions: QuestionDraft[]; messages: VFileMessage[] } {
  const corrected = [...questions]
  const messages: VFileMessage[] = []
  for (const { key, correction, line } of corrections) {
    if (correction.question === false) continue
    const fitting = corrected.flatMap((question, index) => (isMeant(question, key, line) ? [index] : []))
    const [at] = fitting
    if (at === undefined || fitting.length > 1) {
      const reason =
        at === undefined
          ? say('unknown-correction.none', { key })
          : say('unknown-correction.many', { key, count: fitting.length, line: corrected[at]?.line ?? 1 })
      const message = toMessage(reason, { ruleId: 'unknown-correction', fatal: 'info' })
      message.actual = key
      messages.push(message)
      continue
    }
    corrected[at] = withCorrection(corrected[at] as QuestionDraft, correction)
  }
  return { questions: corrected, messages }
}

function isMeant(question: QuestionDraft, key: string, line: number | undefined): boolean {
  return question.number === key.trim() || (line !== undefined && question.line === line)
}

function withCorrection(question: QuestionDraft, correction: Correction): QuestionDraft {
  const { kind, key, flags, tags, difficulty, points, ...reading } = correction
  let changed: QuestionDraft = question
  if (kind && kind !== changed.kind) changed = withKind(changed, kind)
  if (key !== undefined) changed = withKey(changed, key)
  // What is only added to a question says nothing of how it was read.
  const isAboutReading = kind ?? key ?? flags ?? reading.question ?? reading.lines
  return {
    ...changed,
    ...(isAboutReading === undefined ? {} : { confidence: 'sure' as const }),
    ...(flags === undefined ? {} : { flags: [...flags] }),
    ...(tags === undefined ? {} : { tags: [...tags] }),
    ...(difficulty === undefined ? {} : { difficulty }),
    ...(points === undefined ? {} : { points }),
  }
}

function withKind(question: QuestionDraft, kind: NonNullable<Correction['kind']>): QuestionDraft {
  const isChoice = question.kind === 'single-choice' || question.kind === 'multiple-choice'
  if (isChoice && (kind === 'single-choice' || kind === 'multiple-choice'))
    return {
      ...question,
      kind,
      answer: kind === 'single-choice' ? question.answer.slice(0, 1) : question.answer,
    } as QuestionDraft
  if (question.kind === 'open' && kind === 'true-false') {
    const { answer, ...rest } = question
    return { ...rest, kind, answer: null, ...(answer.length > 0 ? { explanation: answer } : {}) }
  }
  if (question.kind === 'true-false' && kind === 'open') {
    const { explanation, ...rest } = question
    return { ...rest, kind, answer: explanation ?? [] }
  }
  return question
}

function withKey(question: QuestionDraft, key: NonNullable<Correction['key']>): QuestionDraft {
  const flags = question.flags.filter((flag) => flag !== 'no-key')
  if (question.kind === 'true-false') {
    const truth = typeof key === 'boolean' ? key : /^(?:t|true|yes|对|正确|√)$/iu.test(key[0] ?? '')
    return { ...question, answer: truth, flags }
  }
  if (typeof key === 'boolean' || (question.kind !== 'single-choice' && question.kind !== 'multiple-choice'))
    return question
  const named = new Set(
    key.flatMap((part) => [
      ...part
        .normalize('NFKC')
        .toUpperCase()
        .replaceAll(/[\s,，、]/gu, ''),
    ]),
  )
  const answer = question.options.map((option) => option.label).filter((label) => named.has(label))
  const kind = answer.length > 1 ? 'multiple-choice' : question.kind
  return { ...question, kind, answer, flags } as QuestionDraft
}
