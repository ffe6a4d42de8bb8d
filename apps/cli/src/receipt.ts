import { account, type Guess, type Leftover, type Question, type QuestionBank, reasonIn } from '@cardpress/core'
import type { VFileMessage } from 'vfile-message'
import type { Environment } from './environment.ts'
import { readAs } from './read-as.ts'
import { type Group, layRows } from './terminal/rows.ts'
import { printable, truncate } from './terminal/width.ts'
import { isTextKey, type Say } from './texts/index.ts'

/** What a receipt tells: how an article was read, what was found, guessed, left out, flagged and written. */
export interface ReceiptFacts {
  readonly bank: QuestionBank
  /** The decoded article. */
  readonly source: string
  /** The article's path, as messages show it. */
  readonly shown: string
  /** What the author should know besides errors, which `toReport` tells. */
  readonly notes: readonly VFileMessage[]
  readonly guesses: readonly Guess[]
  readonly written: readonly WrittenLine[]
  /** What was not written, and why, as a whole sentence. */
  readonly withheld: string | undefined
  /** How many places `cardpress review` would ask about; 0 where it cannot be asked. */
  readonly uncertain: number
  /** Milliseconds by stage, for `--verbose`. */
  readonly timing: readonly (readonly [stage: string, milliseconds: number])[]
}

/** One line under "Wrote": a file or folder, and what is worth knowing about it. */
export interface WrittenLine {
  readonly path: string
  readonly note: string
}

/** Rows of one kind that a receipt shows; `cardpress check` shows them all. */
const most = 12

/**
 * Returns the receipt, line by line.
 *
 * @param facts - what happened
 * @param environment - the language, colours and width
 */
export function toReceipt(facts: ReceiptFacts, environment: Environment): string[] {
  const { say, style, columns, language } = environment
  const { bank, source, shown, guesses, written, withheld, uncertain, timing } = facts
  const lines = lineIndex(source)
  const notes = facts.notes.filter((message) => !repeatsGuess(message, guesses))
  const cut = (rows: readonly string[][]) => shorten(rows, facts, say)

  const groups: Group[] = [
    { label: say('readAs'), rows: readAs(bank, say) },
    { label: say('found'), rows: [[found(bank, say)]] },
    { label: say('account'), rows: [[accountLine(bank, source, say)]] },
    { label: say('leftOut'), rows: cut(leftOut(bank.leftovers, lines, say)) },
    {
      label: say('guessed'),
      rows: cut(
        guesses.map(({ line, message }) => [String(line), excerpt(source, lines, line), printable(message[language])]),
      ),
    },
    { label: say('gaps'), rows: cut(bank.questions.flatMap((question) => gaps(question, say))) },
    {
      label: say('notes'),
      rows: cut(notes.map((message) => [place(message), printable(reasonIn(message, language))])),
    },
    { label: say('wrote'), rows: written.map(({ path, note }) => (note === '' ? [path] : [path, note])) },
    { label: say('withheld'), rows: withheld === undefined ? [] : [[withheld]] },
    {
      label: say('next'),
      rows:
        uncertain === 0 ? [] : [[`cardpress review ${quoted(shown)}`, say('uncertainPlaces', { count: uncertain })]],
    },
    { label: say('timing'), rows: timing.map(([stage, time]) => [stage, `${Math.round(time)} ms`]) },
  ]
  const paints = new Map([
    [say('withheld'), style.warning],
    [say('wrote'), style.good],
  ])
  const paint = (label: string) => (paints.get(label.trimEnd()) ?? style.label)(label)
  return [style.strong(headline(bank, lines, say)), ...layRows(groups, paint, columns)]
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  return /^[\p{L}\p{N}./_@%+,:-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
}

function headline(bank: QuestionBank, lines: LineIndex, say: Say): string {
  const { encoding, format } = bank.source
  return [say('lines', { count: lines.count }), encoding.toUpperCase(), say(`format.${format}`)].join(' · ')
}

/** `29: 22 open · 5 single · 2 multiple · 7 of 7 keys` */
function found({ questions }: QuestionBank, say: Say): string {
  const counts = new Map<Question['kind'], number>()
  for (const { kind } of questions) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const parts = [...counts].map(([kind, count]) => say(`kind.${kind}`, { count }))
  const keyable = questions.filter((question) => hasKey(question) !== undefined)
  if (keyable.length > 0)
    parts.push(say('keys', { keyed: keyable.filter((question) => hasKey(question)).length, count: keyable.length }))
  return parts.length === 0 ? '0' : `${questions.length}: ${parts.join(' · ')}`
}

/** Whether a question that wants a key has one; undefined for one that wants none. */
function hasKey(question: Question): boolean | undefined {
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return question.answer.length > 0
    case 'true-false':
      return question.answer !== null
    case 'short-answer':
      return question.accepted.length > 0
    case 'open':
    case 'cloze':
      return undefined
  }
}

/** Every character that is not blank is used or left out: the receipt says so in numbers. */
function accountLine(bank: QuestionBank, source: string, say: Say): string {
  const { used, leftOut: left, total } = account(source, bank)
  const lost = total - used - left
  return say(lost === 0 ? 'accountLine' : 'accountLost', { used, left, total, lost })
}

function leftOut(leftovers: readonly Leftover[], lines: LineIndex, say: Say): string[][] {
  const ranges: { first: number; last: number; reason: string }[] = []
  for (const { span, reason } of leftovers) {
    const first = lines.of(span.start)
    const last = lines.of(Math.max(span.start, span.end - 1))
    const before = ranges.at(-1)
    if (before !== undefined && before.reason === reason && first <= before.last + 1)
      before.last = Math.max(before.last, last)
    else ranges.push({ first, last, reason })
  }
  const byReason = new Map<string, string[]>()
  for (const { first, last, reason } of ranges)
    byReason.set(reason, [...(byReason.get(reason) ?? []), first === last ? String(first) : `${first}–${last}`])
  return [...byReason].map(([reason, places]) => [
    places.length <= mostPlaces ? places.join(', ') : `${places.slice(0, mostPlaces).join(', ')} … ×${places.length}`,
    isTextKey(`reason.${reason}`) ? say(`reason.${reason}` as 'reason.title') : reason,
  ])
}

/** Places of one reason that are shown: headings of sections may be many. */
const mostPlaces = 4

function gaps(question: Question, say: Say): string[][] {
  return question.flags
    .filter((flag) => isTextKey(`gap.${flag}`))
    .map((flag) => [
      String(question.line),
      question.number === undefined ? printable(truncate(question.title, 16)) : `Q${question.number}`,
      say(`gap.${flag}` as 'gap.no-key'),
    ])
}

/** Whether a message only says again what a guess says at the same line. */
function repeatsGuess(message: VFileMessage, guesses: ReceiptFacts['guesses']): boolean {
  return guesses.some((guess) => guess.line === message.line && guess.message.en === message.reason)
}

function place({ line, column }: VFileMessage): string {
  return line === undefined ? '–' : `${line}:${column ?? 1}`
}

function excerpt(source: string, lines: LineIndex, line: number): string {
  return printable(truncate(lines.text(source, line).trim(), 12))
}

function shorten(rows: readonly string[][], { shown }: ReceiptFacts, say: Say): string[][] {
  if (rows.length <= most) return [...rows]
  return [...rows.slice(0, most - 1), [say('andMore', { count: rows.length - most + 1, path: shown })]]
}

interface LineIndex {
  readonly count: number
  /** 1-based line of an offset. */
  of(offset: number): number
  text(source: string, line: number): string
}

/** Where the lines of a source start, as line feeds, carriage returns or both end them. */
function lineIndex(source: string): LineIndex {
  const starts = [0]
  for (const match of source.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  const last = starts.at(-1) ?? 0
  return {
    count: last === source.length && starts.length > 1 ? starts.length - 1 : starts.length,
    of(offset) {
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((starts[middle] ?? 0) <= offset) low = middle
        else high = middle - 1
      }
      return low + 1
    },
    text: (text, line) => text.slice(starts[line - 1], starts[line]),
  }
}
