import { touchingMarks } from './touching-marks.ts'

/** A letter that opens an option within a line. */
export interface OptionMark {
  /** NFKC, upper case. */
  readonly label: string
  /** 0 for A. */
  readonly index: number
  /** How it is written: `upper`, `lower`, `upper-bare`, … with its punctuation; options of one group share it. */
  readonly style: string
  /** Offset in the line where the mark begins. */
  readonly start: number
  /** Offset where the option's own text begins. */
  readonly end: number
  /** A star or tick before the letter says that it is right. */
  readonly ticked?: boolean
}

// (A) / A. / A、/ A) / A: / [A] / Ａ． — and `A text` with nothing but white space.
const bracketed = /^([(（[【])\s?([A-Za-zＡ-Ｚａ-ｚ])\s?[)）\]】]\s?[.．、:：]?\s{0,8}/u
const punctuated = /^([A-Za-zＡ-Ｚａ-ｚ])\s?([.．、:：)）\]】，,。])\s{0,8}(?:\|\s{1,4})?/u
const bare = /^([A-ZＡ-Ｚ])\s{1,8}(?=[^\s—–=-])/u
const spelled = /^(?:Option|Choice|选项)\s{0,2}([A-Za-zＡ-Ｚａ-ｚ])\s?[.．、:：)）]?\s{0,8}/iu

/**
 * Returns the letter that a text begins with as options do, if any.
 *
 * @param text The text of a line, without white space before it.
 * @param offset Where the text begins in its line. Default 0.
 */
export function optionMark(text: string, offset = 0): OptionMark | undefined {
  const match = bracketed.exec(text)
  if (match) return mark(match[2] as string, 'brackets', offset, match[0].length)
  const point = punctuated.exec(text)
  if (point) {
    // `e.g.`, `i.e.`, `C:\`, `a, b and c` are no options.
    if (/^[a-z][.．][a-z][.．]/u.test(text) || /^[A-Za-z]:[\\/]/u.test(text)) return undefined
    return mark(point[1] as string, family(point[2] as string), offset, point[0].length)
  }
  const word = spelled.exec(text)
  if (word) return mark(word[1] as string, 'word', offset, word[0].length)
  const alone = bare.exec(text)
  return alone ? mark(alone[1] as string, 'bare', offset, alone[0].length) : undefined
}

function mark(letter: string, punctuation: string, offset: number, length: number): OptionMark {
  const plain = letter.normalize('NFKC')
  const label = plain.toUpperCase()
  return {
    label,
    index: label.charCodeAt(0) - 65,
    style: `${plain === label ? 'upper' : 'lower'}-${punctuation}`,
    start: offset,
    end: offset + length,
  }
}

function family(punctuation: string): string {
  if ('.．。'.includes(punctuation)) return 'dot'
  if ('、，,'.includes(punctuation)) return 'comma'
  if (':：'.includes(punctuation)) return 'colon'
  return 'paren'
}

const lead = /^\s{0,32}(?:[•●○◦▪■·]\s{0,4})?/u
const ticks = /^(?:[*✓✔√✅☑▶➤→]\ufe0f?\s{0,2}){1,2}(?=[(（[]?\s?[A-Za-zＡ-Ｚａ-ｚ]\s?[.．、:：)）\]])/u

const inner = /[(（[【]?\s?[A-Za-zＡ-Ｚａ-ｚ]\s?[.．、:：)）\]】，,。]/gu

/**
 * Returns the options that stand in one line, in order: the one it begins with, and those after white space or
 * punctuation whose letters follow on (`A.SGD B.FTRL`, `C,one      D,two`).
 *
 * @param text The whole line.
 */
export function optionMarks(text: string): OptionMark[] {
  // A bullet may be part of the text, as in what was copied from a browser.
  const indent = lead.exec(text.slice(0, 40))?.[0].length ?? 0
  const tick = ticks.exec(text.slice(indent, indent + 8))?.[0].length ?? 0
  const opening = optionMark(text.slice(indent + tick, indent + tick + 24), indent + tick)
  if (!opening) return touchingMarks(text, indent)
  if (opening.index < 0 || opening.index > 25) return []
  if (opening.style === 'upper-bare') {
    const touching = touchingMarks(text, indent)
    if (touching.length >= 3) return touching
  }
  const start = text.length - text.trimStart().length
  const first = { ...opening, start, ...(tick > 0 ? { ticked: true } : {}) }
  const marks = [first]
  if (text.length > 4000) return marks
  inner.lastIndex = first.end
  for (let match = inner.exec(text); match; match = inner.exec(text)) {
    const last = marks.at(-1) as OptionMark
    // Where white space was lost, an option may touch the one before: `A.物理B.化学`.
    const before = text[match.index - 1] ?? ' '
    if (!/[\s;；,，、。.)）》”〉」\p{Script=Han}\p{Nd}]/u.test(before)) {
      inner.lastIndex = match.index + 1
      continue
    }
    const lead = match[0].length - match[0].trimStart().length
    const next = optionMark(text.slice(match.index + lead, match.index + lead + 24), match.index + lead)
    // Behind a wide gap the letter may be of the other case.
    const isSame =
      next?.style === first.style || (isWide(text, match.index) && familyOf(next?.style) === familyOf(first.style))
    if (next && next.index === last.index + 1 && isSame && next.start >= last.end) marks.push(next)
    else inner.lastIndex = match.index + 1
  }
  return marks
}

function familyOf(style: string | undefined): string | undefined {
  return style?.replace(/^(?:upper|lower)-/u, '')
}

function isWide(text: string, at: number): boolean {
  return /\s{2}$/u.test(text.slice(Math.max(at - 2, 0), at)) || /^\s/u.test(text.slice(at))
}

/** A box before an option. */
export interface BoxMark {
  readonly checked: boolean
  /** Units of the line that it takes. */
  readonly length: number
}

const box =
  /^\s{0,12}(?:\[\s{0,3}([xX*✓✔√]?)\s{0,3}\](?!\()|\((?:\s{1,3}|([xX*✓✔√●•]))\)|([☐□⬜◻○◯])|([☑☒■✅◼●◉🔘]))\ufe0f?(?:\s{1,4}|$)/u

/**
 * Returns the box that a line of text begins with, ticked or empty: `[x]`, `( )`, `☐`.
 *
 * @param text The whole line.
 */
export function boxMark(text: string): BoxMark | undefined {
  const match = box.exec(text.slice(0, 40))
  if (!match) return undefined
  const [whole, square, round, , full] = match
  return { checked: Boolean(square) || round !== undefined || full !== undefined, length: whole.length }
}

const opensInline =
  /(?<=[\s?？)）。.:：;；_])[(（[【]?\s?[AＡ](?:\s?[.．、:：)）\]】]|\s?(?=[\p{Script=Han}《“\p{Nd}]))|(?<=\p{Script=Han})[(（]\s?[AＡ]\s?[)）]/gu

/**
 * Returns the options that stand behind a stem on its own line: `Which? A. one B. two C. three`.
 *
 * @param text The whole line.
 * @param least So many there are at least. Default: 3.
 */
export function trailingOptions(text: string, least = 3): OptionMark[] {
  if (text.length > 1500) return []
  for (const match of text.matchAll(opensInline)) {
    const marks = optionMarks(text.slice(match.index)).map((mark) => ({
      ...mark,
      start: mark.start + match.index,
      end: mark.end + match.index,
    }))
    // Where the next lines go on, nothing else stands behind.
    if (least < 3 ? marks.length === least : marks.length >= 3) return marks
  }
  return []
}
