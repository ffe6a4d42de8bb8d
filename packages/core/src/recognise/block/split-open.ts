import type { Span } from '../../schema/bank.ts'
import { type Piece, piece, pieceText } from '../content/to-content.ts'
import type { Line } from '../lines/line.ts'
import { isChosen, readKey } from '../marks/answer-mark.ts'
import { hasCloze } from '../marks/deletions.ts'
import { foldsMore, isFolding } from '../marks/folding.ts'
import { type InlineAnswer, inlineAnswer, shortAnswer } from '../marks/inline-answer.ts'
import { isPoints } from '../marks/points-mark.ts'
import { questionLikeness } from '../marks/question-words.ts'
import { termMark } from '../marks/term-mark.ts'
import { kindOfStem } from '../marks/type-mark.ts'
import { within as isWithin } from '../readings/extent.ts'
import type { Block, BlockParts, FoundKey } from './block.ts'
import type { MarkLine, Opening } from './parts.ts'
import { isProse, takePictures } from './stem-edges.ts'
import { type StemTruth, truthInStem } from './truth-in-stem.ts'
import { verdictOf } from './verdict-in-answer.ts'

/** A question without options: what stands before the answer's mark is its stem. */
export function splitOpen(block: Block, opening: Opening, mark: MarkLine, markers: Span[]): BlockParts {
  const { lines, document, habit, style } = block
  const hint = opening.hint ?? block.hint
  const boundary = answerBoundary(block)
  const within = answerWithin(opening.piece, block)
  const inline =
    boundary === undefined || (within?.word !== undefined && explains(block, boundary)) ? within : undefined
  const stem: Piece[] = [inline ? { ...opening.piece, to: inline.from } : opening.piece]
  const answer: Piece[] = inline
    ? [piece(opening.piece.line, inline.to, inline.end)].filter((one) => pieceText(one) !== '')
    : []
  if (inline) {
    mark(opening.piece.line, inline.from, inline.to)
    mark(opening.piece.line, inline.end, opening.piece.line.text.length)
  }
  let key: FoundKey | undefined
  let keyMark: string | undefined
  let explanationMark: string | undefined
  const explanation: Piece[] = []
  const length = Math.max(stemLength(block), clozesEnd(block), partsEnd(block))
  let inAnswer = inline !== undefined
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
      if (found?.firm && isChosen(found.word) && answersBelow(block, at)) {
        mark(line, 0, line.text.length)
        continue
      }
      if (found && opensAnswer(block, at)) {
        const from = lead + found.length
        const truth = found.role === 'answer' ? readKey(line.text.slice(from)) : undefined
        if (truth && truth.truth !== undefined && (hint === 'true-false' || (truth.alone && isStatement(stem)))) {
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
    // Behind a marked answer: what somebody else answered is none, and the word before an explanation only marks it.
    if (found?.firm && keyMark !== undefined && isChosen(found.word) && !isChosen(keyMark)) {
      mark(line, 0, line.text.length)
      continue
    }
    if (found?.firm && found.role === 'explanation' && (key || keyMark !== undefined)) {
      mark(line, 0, lead + found.length)
      explanationMark ??= found.word
      if (line.text.slice(lead + found.length).trim() !== '') explanation.push(piece(line, lead + found.length))
      continue
    }
    // Below a statement, or in its table's cell of the answer, stands the verdict alone.
    if (hint === 'true-false' && !key && keyMark === undefined && explanation.length === 0) {
      const verdict = line.kind === 'text' || style === 'table-row' ? readKey(line.text.trimStart()) : undefined
      if (verdict?.truth !== undefined && verdict.alone && (answer.length === 0 || style !== 'table-row')) {
        mark(line, 0, line.text.length)
        stem.push(...answer.splice(0))
        key = { labels: verdict.labels, truth: verdict.truth, line: line.number, by: 'mark' }
        continue
      }
    }
    // What a question is worth belongs to it.
    if (boundary === undefined && isPoints(line.text)) {
      stem.push(piece(line))
      continue
    }
    if (line.kind === 'summary' && isFolding(line.text)) mark(line, 0, line.text.length)
    else (key || explanation.length > 0 ? explanation : answer).push(piece(line))
  }
  // Asked whether it is true, an answer begins with the verdict.
  if (!key && (hint ?? kindOfStem(stem.map(pieceText).join('\n').slice(0, 4000))) === 'true-false')
    key = verdictOf(answer, explanation, mark)
  const truth = key ? undefined : (truthBefore(opening) ?? truthInStem(stem, hint, mark))
  if (truth?.remark) explanation.unshift(truth.remark)
  const term =
    (hint === 'term' || document.terms.has(block.start.line)) && boundary === undefined && stem.length === 1
      ? termOf(opening.piece, mark)
      : undefined
  if (term)
    return {
      stem: [term.name],
      options: [],
      answer: [term.meaning, ...answer],
      explanation,
      key: undefined,
      markers,
      hint,
      answerMarked: true,
    }
  // A picture that the stem announces belongs to it.
  if (boundary === undefined) takePictures(stem, answer)
  const isCodeStem =
    boundary === undefined &&
    habit.answersMissing &&
    answer.length > 0 &&
    answer.every(({ line }) => line.kind === 'code' && !isProse(line.text))
  return {
    stem: isCodeStem ? [...stem, ...answer] : (truth?.stem ?? stem),
    options: [],
    answer: isCodeStem ? [] : answer,
    explanation,
    key: truth ? { labels: truth.labels, truth: truth.truth, line: truth.line, by: truth.by } : key,
    markers,
    hint,
    keyMark,
    explanationMark,
    answerMarked: boundary !== undefined || inline?.word !== undefined,
  }
}

/** The answer that goes on behind the question on its own line, where a mark says so or the page's habit does. */
function answerWithin({ line, from }: Piece, { habit, document, style }: Block): InlineAnswer | undefined {
  const pair = style === 'flash-card' ? document.pairs.get(line.index) : undefined
  if (pair && pair.from > from) return { ...pair, word: pair.separator }
  const text = line.text.slice(from)
  const usual = inlineAnswer(text)
  const found = usual?.word === undefined && habit.answersShort ? (shortAnswer(text) ?? usual) : usual
  if (!found || (found.word === undefined && !habit.answersInline && !habit.answersShort)) return undefined
  return { ...found, from: from + found.from, to: from + found.to, end: from + found.end }
}

/** What a line marks is an explanation. */
function explains({ lines, document }: Block, at: number): boolean {
  return document.answers[lines[at]?.index ?? -1]?.role === 'explanation'
}

const asksForMore =
  /^\s{0,4}(?:what|which|why|how|who|whose|when|where)\b|什么|为何|哪|多少|几[个种]|如何|怎[么样]|\bwhat (?:does|will|is|would|are)\b/iu

/** What a single word, true or false, can answer: no code, and nothing that asks what or why. */
function isStatement(stem: readonly Piece[]): boolean {
  return stem.every((one) => one.line.kind !== 'code' && !asksForMore.test(pieceText(one).slice(0, 400)))
}

/** Index in the block of the line where the answer begins: a mark, a folded part, a divider. */
function answerBoundary({ lines, document }: Block): number | undefined {
  const first = lines[0] as Line
  for (const [at, line] of lines.entries()) {
    if (at === 0) continue
    const mark = document.answers[line.index]
    if (mark && opensAnswer({ lines, document }, at)) return at
    if (isDivider(line)) return at
    if (line.kind === 'summary' && !isWithin(first.container, line.container) && isFolding(line.text))
      // What unfolds more of an answer stands below its beginning.
      return foldsMore(line.text) && lines.slice(1, at).some(isText) ? undefined : at
  }
  return undefined
}

function isText({ kind, text }: Line): boolean {
  return kind === 'text' && text.trim() !== ''
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

/** How many lines there are to the last part of the question: `(a) Calculate …`, `(b) What is …`. */
function partsEnd({ lines, document, group }: Block): number {
  if (group) return 0
  const parts = lines.flatMap(({ index, text }, at) => {
    const [mark] = document.features[index]?.options ?? []
    return at > 0 && mark && !mark.style.endsWith('bare') && questionLikeness(text.slice(mark.end)) >= 0.45 ? [at] : []
  })
  return parts.length > 1 ? (parts.at(-1) as number) + 1 : 0
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

/** The mark of a line says that the answer follows: `答案：`, `解析：`, or `参考：` where no link does. */
function opensAnswer({ lines, document }: Pick<Block, 'lines' | 'document'>, at: number): boolean {
  const line = lines[at] as Line
  const mark = document.answers[line.index]
  if (!mark?.firm) return false
  if (mark.role === 'answer' || mark.role === 'explanation') return true
  const next = line.text.trimStart().length > mark.length ? line : lines[at + 1]
  return mark.word === '参考' && next?.kind === 'text' && !/https?:/u.test(next.text) && !hasLink(next)
}

function hasLink({ runs }: Line): boolean {
  return runs.some(({ wraps }) => wraps.some(({ type }) => type === 'link'))
}

/** Another line below is the answer that the page gives. */
function answersBelow({ lines, document }: Block, at: number): boolean {
  return lines.slice(at + 1).some(({ index }) => {
    const mark = document.answers[index]
    return mark?.firm === true && mark.role === 'answer' && !isChosen(mark.word)
  })
}

/** `（√）1.`: the verdict stands before the number. */
function truthBefore({ key, piece: { line } }: Opening): StemTruth | undefined {
  if (key?.truth === undefined) return undefined
  return { labels: [], truth: key.truth, line: line.number, by: 'title' }
}

/** `电弧：高温的弧光`, in a part of terms: a name and what it means. */
function termOf({ line, from, to, bare }: Piece, mark: MarkLine): { name: Piece; meaning: Piece } | undefined {
  const found = termMark(line.text.slice(from, to))
  if (!found) return undefined
  mark(line, from + found.end, from + found.meaning)
  return { name: piece(line, from, from + found.end, bare === true), meaning: piece(line, from + found.meaning, to) }
}
