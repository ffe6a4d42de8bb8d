import { type AnswerMark, answerMark } from '../marks/answer-mark.ts'
import { hasCloze } from '../marks/deletions.ts'
import { leadingKey } from '../marks/leading-key.ts'
import { type NumberMark, numberMarks } from '../marks/number-mark.ts'
import { type OptionMark, optionMarks } from '../marks/option-mark.ts'
import { questionLikeness } from '../marks/question-words.ts'
import type { Line } from './line.ts'

/** Where a line stands, as far as the start of a question is concerned. */
export type Place = 'heading' | 'summary' | 'bold' | 'text' | 'none'

/** What the recogniser sees of one line before it knows how the document is written. */
export interface Features {
  readonly place: Place
  /** White space before the text. */
  readonly indent: number
  /** Nesting, the list that the line itself opens not counted. */
  readonly level: number
  /** Numbers that it may begin with. A list item's own number has length 0: it is not part of the text. */
  readonly numbers: readonly NumberMark[]
  readonly options: readonly OptionMark[]
  readonly answer: AnswerMark | undefined
  /** How much it reads like a question, numbers taken off. */
  readonly likeness: number
}

const nothing: Features = {
  place: 'none',
  indent: 0,
  level: 0,
  numbers: [],
  options: [],
  answer: undefined,
  likeness: 0,
}

/**
 * Returns the features of every line.
 *
 * @param lines The lines of an article.
 */
export function toFeatures(lines: readonly Line[]): Features[] {
  return lines.map((line) => {
    const level = (line.container?.level ?? 0) - (line.item ? 2 : 0)
    const place = placeOf(line)
    if (place === 'none') return { ...nothing, level }
    const text = line.text.trimStart()
    const own = [...itemNumber(line), ...loneNumber(line)]
    const bare = mayBeNumber.test(text) ? numberMarks(text.slice(0, 80)) : []
    // `✅ 1. What …`, `( B ) 1. …`, `• What …`: a sign may stand before the number, or before the title.
    const blank = text.startsWith('(') || text.startsWith('（') ? leadingKey(text) : undefined
    const sign =
      blank?.length ?? (own.length + bare.length === 0 ? (decoration.exec(text.slice(0, 60))?.[0].length ?? 0) : 0)
    const behind = sign > 0 ? numberMarks(text.slice(sign, sign + 80)).filter((mark) => mark.style !== 'bare') : []
    const numbers = [...own, ...bare, ...behind]
    const bullet = own.length + behind.length === 0 ? (dot.exec(text.slice(0, 8))?.[0].length ?? 0) : 0
    const skipped = behind.length > 0 ? sign : bullet
    const indent = line.text.length - text.length + skipped
    return {
      place,
      indent,
      level,
      numbers,
      options: blank ? [] : optionMarks(line.text),
      answer: answerMark(text.slice(0, 120)),
      // What hides a part of itself asks for it.
      likeness: Math.max(
        questionLikeness(text.slice(skipped + (numbers.at(-1)?.length ?? 0))),
        hasCloze(line) || blank ? 0.9 : 0,
      ),
    }
  })
}

const decoration =
  /^(?:,(?=\p{Nd}{1,3}[.)]\s)|:{3,4}\s?[a-z]{3,10}\s{1,3}|(?:\p{Extended_Pictographic}|\ufe0f|\u200d|[\u{1f3fb}-\u{1f3ff}]|:[a-z\d_+-]{2,40}:)\s{0,3}){1,4}/u
/** A bullet that is part of the text, as in what was copied from a browser. */
const dot = /^[•●○◆◇■□▪▫‣►▶➢※★☆·]\s{1,4}(?=\S)/u
const mayBeNumber =
  /^[\p{Nd}(（[【Qq#＃Ｑ第题問题问例習习試试考面練练思自一二三四五六七八九十百①-⒛㉑-㉟\u{1f51f}EePpIiMm]/u

function placeOf(line: Line): Place {
  switch (line.kind) {
    case 'heading':
    case 'summary':
      return line.text.trim() === '' ? 'none' : line.kind
    case 'row':
    case 'text':
      if (line.text.trim() === '') return 'none'
      return line.emphasis === 'strong' ? 'bold' : 'text'
    default:
      return 'none'
  }
}

/**
 * A heading of nothing but a number; a line of such is none, code that was copied leaves them behind. Or of a code, with a
 * label in brackets: `C01【易 · 单选】`.
 */
function loneNumber({ kind, text }: Line): NumberMark[] {
  const code = kind === 'heading' ? codeAlone.exec(text.trim()) : null
  if (code)
    return [
      {
        style: 'code',
        explicit: true,
        printed: `${code[1]}${code[2]}`,
        prefix: code[1] as string,
        value: Number(code[2]),
        length: text.trim().length,
      },
    ]
  const match = kind === 'heading' ? /^\s{0,4}(\p{Nd}{1,3})\s{0,4}$/u.exec(text) : null
  if (!match) return []
  const printed = (match[1] as string).normalize('NFKC')
  return [{ style: 'bare', explicit: false, printed, value: Number(printed), length: text.trimStart().length }]
}

const codeAlone = /^([A-Z]{1,4}[-_]?)([0-9]{1,4})\s?(?:[【[(（][^【】[\]()（）]{1,60}[】\])）])?$/u

function itemNumber({ item }: Line): NumberMark[] {
  if (!item?.ordered || item.number === undefined) return []
  return [
    {
      style: item.delimiter === ')' ? 'paren' : 'dot',
      printed: item.number,
      value: Number(item.number),
      length: 0,
      explicit: false,
    },
  ]
}
