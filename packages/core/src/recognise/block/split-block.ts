import type { Span } from '../../schema/bank.ts'
import { type Piece, piece } from '../content/to-content.ts'
import type { Line } from '../lines/line.ts'
import { readKey } from '../marks/answer-mark.ts'
import { hasCloze } from '../marks/deletions.ts'
import { foldsAnswer, isFolding } from '../marks/folding.ts'
import { rightMark } from '../marks/right-mark.ts'
import { truthOf, typeMark } from '../marks/type-mark.ts'
import { within } from '../readings/extent.ts'
import type { Block, BlockParts, FoundKey } from './block.ts'
import { optionParts } from './option-parts.ts'
import { sourceSpan } from './source-span.ts'

/**
 * Returns the parts of a question's block: stem, options, key, answer or explanation, and what of it only marks them.
 *
 * @param block The question's lines.
 */
export function splitBlock(block: Block): BlockParts {
  const markers: Span[] = []
  const mark = (line: Line, from: number, to: number): void => {
    if (to > from) markers.push(sourceSpan(line, from, to))
  }
  const opening = openingPiece(block, mark)
  const { group } = block
  return group ? splitChoice(block, opening, mark, markers) : splitOpen(block, opening, mark, markers)
}

type Mark = (line: Line, from: number, to: number) => void

interface Opening {
  readonly piece: Piece
  readonly hint: BlockParts['hint']
}

/** The question's first line without number, prefix and kind. */
function openingPiece({ start, lines, document }: Block, mark: Mark): Opening {
  const line = lines[0] as Line
  let from = start.mark
  const type = typeMark(line.text.slice(from))
  if (type) from += type.length
  mark(line, 0, from)
  const bare =
    document.features[line.index]?.place === 'bold' ||
    document.features[line.index]?.place === 'summary' ||
    line.emphasis === 'emphasis'
  return { piece: piece(line, from, Number.POSITIVE_INFINITY, bare), hint: type?.hint }
}

function splitChoice(block: Block, opening: Opening, mark: Mark, markers: Span[]): BlockParts {
  const { lines, group, document } = block
  if (!group) throw new TypeError('splitChoice needs a block with options')
  const at = lines.findIndex((line) => line.index === group.first)
  const first = group.options[0]?.start ?? 0
  const stem: Piece[] =
    at === 0 ? [piece(opening.piece.line, opening.piece.from, first, opening.piece.bare === true)] : [opening.piece]
  const state = new Tail(block, mark)
  for (const line of lines.slice(1, Math.max(at, 1))) {
    // A key may stand above its options.
    if (document.roles[line.index] === 'key') state.add(line)
    else if (line.kind !== 'rule') stem.push(piece(line))
  }
  if (at > 0 && first > 0 && (lines[at] as Line).text.slice(0, first).trim() !== '')
    stem.push(piece(lines[at] as Line, 0, first))
  const { options, end } = optionParts(block, mark)
  for (const line of lines.slice(end)) state.add(line)
  const key = state.key ?? keyInOptions(options, block, mark) ?? keyInStem(stem, options, mark)
  const stripped = key ? options.map((option) => withoutKeyMarks(option, key, block.habit)) : options
  return {
    stem: key?.stem ?? stem,
    options: stripped,
    answer: [],
    explanation: state.rest,
    key: key ? { labels: key.labels, truth: key.truth, line: key.line, by: key.by } : undefined,
    markers,
    hint: opening.hint ?? state.hint ?? block.hint,
    keyMark: state.keyMark,
    explanationMark: state.explanationMark,
    answerMarked: key !== undefined,
  }
}

type KeyWithStem = FoundKey & { readonly stem?: readonly Piece[] }

/** What follows the options: key, explanation, and what folds them away. */
class Tail {
  readonly rest: Piece[] = []
  key: KeyWithStem | undefined
  keyMark: string | undefined
  explanationMark: string | undefined
  hint: BlockParts['hint']
  private readonly block: Block
  private readonly mark: Mark
  private readonly labels: ReadonlySet<string>

  constructor(block: Block, mark: Mark) {
    this.block = block
    this.mark = mark
    this.labels = new Set(block.group?.options.map((option) => option.label))
  }

  /** Takes the next line of the block. */
  add(line: Line): void {
    const { document } = this.block
    const answer = document.answers[line.index]
    // A page copied from a browser leaves the words of its buttons behind.
    const isButton = line.kind === 'text' && foldsAnswer(line.text) && !/[:：]/u.test(line.text)
    if (isButton || (line.kind === 'summary' && (isFolding(line.text) || !answer))) {
      this.mark(line, 0, line.text.length)
      return
    }
    const lead = line.text.length - line.text.trimStart().length
    if (answer?.role === 'answer') {
      // `我的答案: A 正确答案: C`: what somebody chose is no key where the right one stands behind it.
      const from = lead + answer.length + chosenBefore(answer.word, line.text.slice(lead + answer.length))
      if (this.takeKey(line, from, answer.firm, answer.word)) return
      if (answer.firm) {
        this.mark(line, 0, from)
        this.keyMark ??= answer.word
        if (line.text.slice(from).trim() !== '') this.rest.push(piece(line, from))
        return
      }
    }
    if (answer?.role === 'explanation' && answer.firm) {
      this.mark(line, 0, lead + answer.length)
      this.explanationMark ??= answer.word
      if (line.text.slice(lead + answer.length).trim() !== '') this.takeProse(piece(line, lead + answer.length))
      return
    }
    if (!this.key && this.rest.length === 0 && this.takeLetter(line, lead)) return
    if (line.kind === 'rule' || line.text.trim() === '') return
    this.takeProse(piece(line))
  }

  /** `答案：B`, and what follows the letters. */
  private takeKey(line: Line, from: number, firm: boolean, word: string): boolean {
    const rest = line.text.slice(from)
    const found = readKey(rest)
    const fitting = found && this.fit(found.labels, found.truth)
    if (!found || !fitting || (!firm && !found.alone)) return this.takeText(line, from, word)
    let end = from + found.length
    const option =
      fitting.labels.length === 1 ? this.block.group?.options.find((one) => one.label === fitting.labels[0]) : undefined
    const tail = line.text.slice(end).trim()
    // `Answer: A. One and C. Three` names two, each with its text.
    const several = option && this.namedInTurn(line, from)
    if (several) {
      this.mark(line, 0, line.text.length)
      this.key = { labels: several, line: line.number, by: 'mark' }
      this.keyMark = word
      return true
    }
    // `Answer: A list is …` is a sentence; `Answer: A. A list` repeats the option.
    const repeats =
      (option !== undefined && this.repeats(option.label, tail)) ||
      (tail !== '' && plain(tail) === fitting.labels.map((label) => plain(this.textOfOption(label))).join(''))
    if (!found.alone && !repeats && /^\s?[Aa]\s[a-z]/u.test(rest)) return this.takeText(line, from, word)
    if (repeats || yourChoice.test(tail)) end = line.text.length
    const type = /^(?:单选|多选|判断|选择)题?$/u.exec(tail)
    if (type) {
      if (tail.startsWith('判断')) this.hint = 'true-false'
      end = line.text.length
    }
    this.mark(line, 0, end)
    if (!this.key || this.key.by === 'prose') {
      this.key = { ...fitting, line: line.number, by: 'mark' }
      this.keyMark = word
    }
    if (line.text.slice(end).trim() !== '') this.takeProse(piece(line, end))
    return true
  }

  /** `Answer: Paris` names an option by its text. */
  private takeText(line: Line, from: number, word: string): boolean {
    const text = plain(line.text.slice(from))
    if (text === '' || this.key) return false
    const option = this.block.group?.options.find((one) => plain(this.textOfOption(one.label)) === text)
    if (!option) return false
    this.mark(line, 0, line.text.length)
    this.key = { labels: [option.label], line: line.number, by: 'mark' }
    this.keyMark = word
    return true
  }

  /** A text is an option's own, or its beginning. */
  private repeats(label: string, text: string): boolean {
    const start = text
      .slice(0, 40)
      .toLowerCase()
      .replace(/[.。]$/u, '')
    return start !== '' && this.textOfOption(label).startsWith(start)
  }

  /** The options that a line names one after the other, each letter with the option's text and nothing else but "and". */
  private namedInTurn(line: Line, from: number): string[] | undefined {
    const marks = [...line.text.slice(from, from + 600).matchAll(namedOption)]
    if (marks.length < 2) return undefined
    const labels = marks.map((match) => (match[1] as string).toUpperCase())
    const fit = marks.every((match, at) => {
      const end = marks[at + 1]?.index ?? Number.POSITIVE_INFINITY
      const text = plain(
        line.text
          .slice(from, from + 600)
          .slice(match.index + match[0].length, end)
          .replace(/(?:[,，;；、&+]|\band\b|\s){1,6}$/iu, ''),
      )
      return (
        this.labels.has(labels[at] as string) && text !== '' && plain(this.textOfOption(labels[at] as string)) === text
      )
    })
    return fit && new Set(labels).size === labels.length ? labels : undefined
  }

  private textOfOption(label: string): string {
    const options = this.block.group?.options ?? []
    const at = options.findIndex((one) => one.label === label)
    const option = options[at]
    const next = options[at + 1]
    if (!option) return ''
    const line = this.block.document.lines[option.line] as Line
    return line.text
      .slice(option.end, next?.line === option.line ? next.start : undefined)
      .trim()
      .toLowerCase()
  }

  /** The letter alone, or strong at the beginning of the explanation: `**C** because …`, `==B==`. */
  private takeLetter(line: Line, lead: number): boolean {
    const found = readKey(line.text.slice(lead))
    if (!found) return false
    const fitting = this.fit(found.labels, found.truth)
    if (!fitting) return false
    const first = line.runs.find((run) => run.text.trim() !== '')
    const emphasised =
      first?.wraps.some((wrap) => ['strong', 'highlight', 'emphasis'].includes(wrap.type as string)) &&
      readKey(first.text)?.alone === true
    const folded = within(line.container, this.foldedPart(line))
    // `C. Preventive` on a line of its own repeats an option, as a key does.
    const [label] = fitting.labels
    const repeats =
      fitting.labels.length === 1 &&
      plain(line.text.slice(lead + found.length)) === plain(this.textOfOption(label as string))
    // Behind "Answer" folded away, `C. It covers …` is a key, and `A list is …` is a sentence.
    const pointed = folded && /^[(（]?[A-Z](?:\s?[,，、]\s?[A-Z]){0,7}\s?[.．:：)）]\s/u.test(line.text.slice(lead))
    if (!emphasised && !repeats && !pointed && !(found.alone && (folded || line.opens))) return false
    const end = repeats ? line.text.length : emphasised ? lead + (first?.text.length ?? 0) : lead + found.length
    this.mark(line, 0, end)
    this.key = { ...fitting, line: line.number, by: repeats && !found.alone ? 'mark' : 'letter' }
    if (line.text.slice(end).trim() !== '') this.rest.push(piece(line, end))
    return true
  }

  private foldedPart(line: Line): Line['container'] {
    for (let at = line.container; at; at = at.parent) if ((at.node.type as string) === 'details') return at
    return undefined
  }

  /** An explanation; it may say which option is right, but only where nothing else has. */
  private takeProse(one: Piece): void {
    this.rest.push(one)
    if (this.key || one.line.kind === 'code') return
    const match = prose.exec(one.line.text.slice(one.from, one.from + 400))
    const found = match ? readKey(match[1] as string) : undefined
    const fitting = found && this.fit(found.labels, undefined)
    if (fitting) this.key = { ...fitting, line: one.line.number, by: 'prose' }
  }

  private fit(
    labels: readonly string[],
    truth: boolean | undefined,
  ): { labels: readonly string[]; truth?: boolean } | undefined {
    const options = this.block.group?.options ?? []
    if (labels.length > 0 && labels.every((label) => this.labels.has(label))) return { labels }
    if (truth === undefined) return undefined
    const option = options.find((one) => truthOf(this.textOfOption(one.label)) === truth)
    return option ? { labels: [option.label], truth } : undefined
  }
}

const right = /(?:正确|参考|标准)答案\s?(?:[是为]\s?)?[:：]\s{0,4}|(?<![A-Za-z])correct answer\s?[:：]\s{0,4}/iu

/** Units of a text in which somebody's own choice stands, up to the right answer behind it; 0 where there is none. */
function chosenBefore(word: string, text: string): number {
  const match = /^(?:我|你|您)的|^your /iu.test(word) ? right.exec(text.slice(0, 600)) : null
  return match ? match.index + match[0].length : 0
}

const namedOption = /(?<![\p{L}\p{Nd}])[(（]?([A-Za-z])\s?[.．、:：)）]\s{0,4}/gu
const yourChoice = /^[，,;；\s]{0,3}(?:您的选择|你的选择|您的答案|你的答案|我的答案|your (?:answer|choice))/iu
const prose =
  /(?:(?:correct|right|best) (?:answer|option|choice)s? (?:is|are|would be)\s?:?\s?(?:option |choice )?|(?:the )?answer is\s?:?\s?(?:option |choice )?|故(?:本题)?(?:答案)?(?:应)?选|(?:正确)?答案(?:应该)?[为是选]\s?[:：]?|因此选|所以选|本题选|应选)\s?([(（]?[A-Za-z](?:\s?[,、和]?\s?[A-Z]){0,6}[)）.。,，]?(?:\s|$|[。，,.;；]).{0,1}|[A-H]{1,6}(?![A-Za-z]))/iu

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}+\-<>=]/gu, '')
}

/** Ticked boxes; one option (or several) emphasised among plain ones; a tick or "(correct)" behind the text. */
function keyInOptions(options: BlockParts['options'], { group, habit }: Block, mark: Mark): KeyWithStem | undefined {
  const line = options[0]?.line.number ?? 1
  const boxes = group?.options.filter((option) => option.checked === true) ?? []
  if (boxes.length > 0) return { labels: boxes.map((option) => option.label), line, by: 'boxes' }
  const ticked = options.filter((option) => {
    const last = option.pieces.at(-1)
    const at = last && rightMark(last.line.text.slice(last.from, last.to), habit.crossesRight)
    if (!last || at === undefined) return false
    mark(last.line, last.from + at, last.to)
    return true
  })
  if (ticked.length > 0 && ticked.length < options.length)
    return { labels: ticked.map((option) => option.label), line, by: 'tick' }
  const emphasised = options.filter((option) => {
    const [first] = option.pieces
    const runs =
      first?.line.runs.filter((run) => run.text.trim() !== '' && !/^\s?[A-Za-z]\s?[.．、:：)）]\s?$/u.test(run.text)) ??
      []
    return (
      runs.length > 0 &&
      runs.every((run) => run.wraps.some((wrap) => wrap.type === 'strong' || (wrap.type as string) === 'highlight'))
    )
  })
  if (emphasised.length > 0 && emphasised.length * 2 <= options.length)
    return { labels: emphasised.map((option) => option.label), line, by: 'emphasis' }
  return undefined
}

function withoutKeyMarks(
  option: BlockParts['options'][number],
  key: KeyWithStem,
  habit: Block['habit'],
): BlockParts['options'][number] {
  if (key.by === 'emphasis' && key.labels.includes(option.label))
    return { ...option, pieces: option.pieces.map((one) => ({ ...one, bare: true })) }
  if (key.by !== 'tick' || !key.labels.includes(option.label)) return option
  const last = option.pieces.at(-1)
  const at = last && rightMark(last.line.text.slice(last.from, last.to), habit.crossesRight)
  return last && at !== undefined
    ? { ...option, pieces: [...option.pieces.slice(0, -1), { ...last, to: last.from + at }] }
    : option
}

/** `…错误的是（B）` and `…错误的是  B`: the key stands in the stem. */
function keyInStem(stem: readonly Piece[], options: BlockParts['options'], mark: Mark): KeyWithStem | undefined {
  const labels = new Set(options.map((option) => option.label))
  for (const [index, one] of stem.entries()) {
    const text = one.line.text.slice(one.from, one.to)
    const match = inBrackets.exec(text) ?? (index === stem.length - 1 ? atEnd.exec(text) : null)
    const letters = match?.[2] ?? match?.[1]
    const found = letters ? readKey(letters.replaceAll(/\s/g, '')) : undefined
    if (!match || !found || found.labels.length === 0 || !found.labels.every((label) => labels.has(label))) continue
    const from = one.from + match.index + match[0].indexOf(letters as string)
    const to = from + (letters as string).length
    mark(one.line, from, to)
    const parts = [piece(one.line, one.from, from, one.bare), piece(one.line, to, one.to, one.bare)].filter(
      (part) => part.to > part.from,
    )
    return {
      labels: found.labels,
      line: one.line.number,
      by: 'title',
      stem: [...stem.slice(0, index), ...parts, ...stem.slice(index + 1)],
    }
  }
  return undefined
}

const inBrackets = /([(（【[]\s{0,4})([A-HＡ-Ｈ](?:[\s,，、]{0,2}[A-HＡ-Ｈ]){0,7})(?=\s{0,4}[)）】\]])/u
const atEnd = /(?<=[\s\p{Script=Han}?？:：。.])([A-H]{1,6})\s{0,4}[.。]?$/u

/** A question without options: what stands before the answer's mark is its stem. */
function splitOpen(block: Block, opening: Opening, mark: Mark, markers: Span[]): BlockParts {
  const { lines, document, habit } = block
  const stem: Piece[] = [opening.piece]
  const answer: Piece[] = []
  let key: FoundKey | undefined
  let keyMark: string | undefined
  let explanationMark: string | undefined
  const explanation: Piece[] = []
  const boundary = answerBoundary(block)
  const length = Math.max(stemLength(block), clozesEnd(block))
  let inAnswer = false
  for (const [at, line] of lines.entries()) {
    if (at === 0) continue
    if (!inAnswer) {
      if (boundary === undefined ? at >= length : at >= boundary) inAnswer = true
      else {
        if (line.kind !== 'rule') stem.push(piece(line))
        continue
      }
    }
    const found = document.answers[line.index]
    const lead = line.text.length - line.text.trimStart().length
    if (at === boundary || (boundary !== undefined && answer.length === 0 && explanation.length === 0)) {
      if (line.kind === 'summary' && (isFolding(line.text) || !found)) {
        mark(line, 0, line.text.length)
        continue
      }
      if (isDivider(line)) continue
      if (found?.firm && (found.role === 'answer' || found.role === 'explanation')) {
        const from = lead + found.length
        const truth = found.role === 'answer' ? readKey(line.text.slice(from)) : undefined
        if (truth && truth.truth !== undefined && (truth.alone || block.hint === 'true-false')) {
          mark(line, 0, from + truth.length)
          key = { labels: truth.labels, truth: truth.truth, line: line.number, by: 'mark' }
          if (line.text.slice(from + truth.length).trim() !== '') explanation.push(piece(line, from + truth.length))
        } else {
          mark(line, 0, from)
          if (line.text.slice(from).trim() !== '') answer.push(piece(line, from))
        }
        if (found.role === 'answer') keyMark ??= found.word
        else explanationMark ??= found.word
        continue
      }
    }
    if (key && found?.role === 'explanation' && found.firm) {
      mark(line, 0, lead + found.length)
      explanationMark ??= found.word
      if (line.text.slice(lead + found.length).trim() !== '') explanation.push(piece(line, lead + found.length))
      continue
    }
    if (line.kind === 'summary' && isFolding(line.text)) mark(line, 0, line.text.length)
    else (key ? explanation : answer).push(piece(line))
  }
  const truth = key ? undefined : truthInStem(stem, block, mark)
  const isCodeStem =
    boundary === undefined &&
    habit.answersMissing &&
    answer.length > 0 &&
    answer.every(({ line }) => line.kind === 'code')
  return {
    stem: isCodeStem ? [...stem, ...answer] : (truth?.stem ?? stem),
    options: [],
    answer: isCodeStem ? [] : answer,
    explanation,
    key: truth ? { labels: truth.labels, truth: truth.truth, line: truth.line, by: truth.by } : key,
    markers,
    hint: opening.hint ?? block.hint,
    keyMark,
    explanationMark,
    answerMarked: boundary !== undefined,
  }
}

const truthAtEnd =
  /([(（[【]\s{0,4})([√×✓✔✗✘]|对|错|正确|错误|[TF]|True|False)(?=\s{0,4}[)）\]】][\s.。]{0,4}$)|([.。!！]\s{0,4})(True|False|正确|错误)(?=[\s.。]{0,2}$)/u

/** `鲸鱼是鱼。（×）`: the verdict stands behind the statement. */
function truthInStem(stem: readonly Piece[], block: Block, mark: Mark): KeyWithStem | undefined {
  const last = stem.at(-1)
  const text = last ? last.line.text.slice(last.from, last.to) : ''
  const match = truthAtEnd.exec(text.slice(-20))
  const verdict = match?.[2] ?? match?.[4] ?? ''
  if (!last || !match) return undefined
  // A letter in brackets, or a word behind the sentence, is a verdict only where such are asked for.
  const plainly = match[2] !== undefined && /^(?:[√×✓✔✗✘]|对|错|正确|错误)$/u.test(verdict)
  if (!plainly && block.hint !== 'true-false') return undefined
  const from = last.from + Math.max(text.length - 20, 0) + match.index + (match[1] ?? match[3] ?? '').length
  const to = from + verdict.length
  mark(last.line, from, to)
  const parts = [piece(last.line, last.from, from, last.bare), piece(last.line, to, last.to, last.bare)]
  return {
    labels: [],
    truth: /[√✓✔]|^对|^正确|^T/u.test(verdict),
    line: last.line.number,
    by: 'title',
    stem: [...stem.slice(0, -1), ...parts],
  }
}

/** Index in the block of the line where the answer begins: a mark, a folded part, a divider. */
function answerBoundary({ lines, document }: Block): number | undefined {
  const first = lines[0] as Line
  for (const [at, line] of lines.entries()) {
    if (at === 0) continue
    const mark = document.answers[line.index]
    if (mark?.firm && (mark.role === 'answer' || mark.role === 'explanation')) return at
    if (isDivider(line)) return at
    if (line.kind === 'summary' && !within(first.container, line.container) && isFolding(line.text)) return at
  }
  return undefined
}

function isDivider(line: Line): boolean {
  return line.kind === 'text' && /^\s{0,4}(?:%|\?|\?\?)\s{0,4}$/u.test(line.text)
}

/** How many lines the stem has where nothing marks the answer: the first, and those that go on with its sentence. */
function stemLength({ lines, start }: Block): number {
  const first = lines[0] as Line
  let length = 1
  // A number alone on its line: the stem follows.
  if (first.text.slice(start.mark).trim() === '') length = 2
  while (length < lines.length && goesOn(lines[length - 1] as Line, lines[length] as Line)) length++
  return length
}

/** How many lines there are to the end of the last block that hides a part of its text. */
function clozesEnd({ lines }: Block): number {
  let end = lines.findLastIndex((line) => hasCloze(line)) + 1
  while (end > 0 && end < lines.length && lines[end]?.node === lines[end - 1]?.node) end++
  return end
}

function goesOn(before: Line, line: Line): boolean {
  return (
    line.node === before.node &&
    !line.afterBreak &&
    before.text.length >= 50 &&
    /[\p{Ll},;、，]\s?$/u.test(before.text) &&
    /^\s{0,3}[\p{Ll}\p{Nd}(]/u.test(line.text)
  )
}
