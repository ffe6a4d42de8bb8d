import { type Piece, piece } from '../content/to-content.ts'
import type { Line } from '../lines/line.ts'
import { type AnswerMark, isChosen, readKey } from '../marks/answer-mark.ts'
import { comparable } from '../marks/comparable.ts'
import { foldsAnswer, isFolding } from '../marks/folding.ts'
import { truthOf } from '../marks/type-mark.ts'
import { within } from '../readings/extent.ts'
import type { Block, BlockParts } from './block.ts'
import type { KeyWithStem, MarkLine } from './parts.ts'

/** What follows the options: key, explanation, and what folds them away. */
export class Tail {
  readonly rest: Piece[] = []
  key: KeyWithStem | undefined
  keyMark: string | undefined
  explanationMark: string | undefined
  hint: BlockParts['hint']
  private readonly block: Block
  private readonly mark: MarkLine
  private readonly labels: ReadonlySet<string>

  constructor(block: Block, mark: MarkLine) {
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
      const skipped = chosenBefore(answer.word, line.text.slice(lead + answer.length))
      const from = lead + answer.length + skipped
      if (this.takeKey(line, from, answer, skipped === 0 && isChosen(answer.word))) return
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
  private takeKey(
    line: Line,
    from: number,
    { firm, word }: Pick<AnswerMark, 'firm' | 'word'>,
    chosen: boolean,
  ): boolean {
    const named =
      /^(?:(?:the )?(?:correct |right )?answer is\s?:?\s{1,2}(?=[A-H]\b)|(?:option|choice|选项)\s{0,2}(?=[A-Za-z]\b))/iu.exec(
        line.text.slice(from, from + 32),
      )?.[0].length ?? 0
    if (named > 0) return this.takeKey(line, from + named, { firm, word }, chosen)
    const rest = line.text.slice(from)
    const found = readKey(rest)
    const fitting = found && this.fit(found.labels, found.truth)
    if (!found || !fitting || (!firm && !found.alone))
      return this.takeText(line, from, word) || this.takePlaces(line, from, word)
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
      (tail !== '' && comparable(tail) === fitting.labels.map((label) => comparable(this.textOfOption(label))).join(''))
    if (!found.alone && !repeats && /^\s?[Aa]\s[a-z]/u.test(rest)) return this.takeText(line, from, word)
    if (repeats || yourChoice.test(tail)) end = line.text.length
    const type = /^(?:单选|多选|判断|选择)题?$/u.exec(tail)
    if (type) {
      if (tail.startsWith('判断')) this.hint = 'true-false'
      end = line.text.length
    }
    this.mark(line, 0, end)
    if (!this.key || this.key.by === 'prose' || (this.key.by === 'chosen' && !chosen)) {
      this.key = { ...fitting, line: line.number, by: chosen ? 'chosen' : 'mark' }
      this.keyMark = word
    }
    if (line.text.slice(end).trim() !== '') this.takeProse(piece(line, end))
    return true
  }

  /** `Answer: Paris` names an option by its text. */
  private takeText(line: Line, from: number, word: string): boolean {
    const text = comparable(line.text.slice(from))
    if (text === '' || this.key) return false
    const option = this.block.group?.options.find((one) => comparable(this.textOfOption(one.label)) === text)
    const labels = option ? [option.label] : this.textsInTurn(line.text.slice(from))
    if (!labels) return false
    this.mark(line, 0, line.text.length)
    this.key = { labels, line: line.number, by: 'mark' }
    this.keyMark = word
    return true
  }

  /** The options are columns of a sheet, or items of a list that counts from 1. */
  private isCounted(): boolean {
    const { group, document } = this.block
    const items = group?.options.map(({ line }) => document.lines[line]?.item) ?? []
    return (
      group?.style === 'cell' || (group?.style === 'bullet' && items.every((item, at) => item?.number === `${at + 1}`))
    )
  }

  /** `1,3` names options by their columns or numbers. */
  private takePlaces(line: Line, from: number, word: string): boolean {
    const text = line.text.slice(from).trim()
    if (this.key || !this.isCounted() || !/^[(（]?\d[)）]?(?:\s?[,;，、]\s?\d){0,7}[.。]?$/u.test(text)) return false
    const labels = (text.match(/\d/gu) ?? []).map((digit) => this.block.group?.options[Number(digit) - 1]?.label)
    if (!labels.every((label) => label !== undefined)) return false
    this.mark(line, 0, line.text.length)
    this.key = { labels, line: line.number, by: 'mark' }
    this.keyMark = word
    return true
  }

  /** The options whose texts a key lists, all of them and nothing else: `The correct answers are: Red, Green`. */
  private textsInTurn(key: string): string[] | undefined {
    const labels: string[] = []
    let rest = comparable(key.slice(0, 2000))
    while (rest !== '') {
      const [next, ...others] = (this.block.group?.options ?? []).filter(({ label }) => {
        const text = comparable(this.textOfOption(label))
        return text !== '' && rest.startsWith(text) && !labels.includes(label)
      })
      if (!next || others.length > 0) return undefined
      labels.push(next.label)
      rest = rest.slice(comparable(this.textOfOption(next.label)).length).replace(/^(?:and|和|与|及)(?=.)/u, '')
    }
    return labels.length > 1 ? labels.toSorted() : undefined
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
      const text = comparable(
        line.text
          .slice(from, from + 600)
          .slice(match.index + match[0].length, end)
          .replace(/(?:[,，;；、&+]|\band\b|\s){1,6}$/iu, ''),
      )
      return (
        this.labels.has(labels[at] as string) &&
        text !== '' &&
        comparable(this.textOfOption(labels[at] as string)) === text
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
      comparable(line.text.slice(lead + found.length)) === comparable(this.textOfOption(label as string))
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
  const match = isChosen(word) ? right.exec(text.slice(0, 600)) : null
  return match ? match.index + match[0].length : 0
}

const namedOption = /(?<![\p{L}\p{Nd}])[(（]?([A-Za-z])\s?[.．、:：)）]\s{0,4}/gu
const yourChoice = /^[，,;；\s]{0,3}(?:您的选择|你的选择|您的答案|你的答案|我的答案|your (?:answer|choice))/iu
const prose =
  /(?:(?:correct|right|best) (?:answer|option|choice)s? (?:is|are|would be)\s?:?\s?(?:option |choice )?|(?:the )?answer is\s?:?\s?(?:option |choice )?|故(?:本题)?(?:答案)?(?:应)?选|(?:正确)?答案(?:应该)?[为是选]\s?[:：]?|因此选|所以选|本题选|应选)\s?([(（]?[A-Za-z](?:\s?[,、和]?\s?[A-Z]){0,6}[)）.。,，]?(?:\s|$|[。，,.;；]).{0,1}|[A-H]{1,6}(?![A-Za-z]))/iu
