import { simplified } from './simplified.ts'

/** How a number can be written in front of a question. */
export type NumberStyle = (typeof patterns)[number]['style'] | 'multi' | 'multi-long' | 'code'

/** A number at the beginning of a line. */
export interface NumberMark {
  readonly style: NumberStyle
  /** As printed, without punctuation. */
  readonly printed: string
  /** Its value; the last part of a multi-part number. */
  readonly value: number
  /** The parts before the last of a multi-part number; the letters of a code. */
  readonly prefix?: string
  /** Units of the line that it takes, white space after it included. */
  readonly length: number
  /** A word says that it counts questions (`Q12`, `第12题`). */
  readonly explicit: boolean
}

// Every repetition is bounded or followed by something disjoint, so that each pattern is linear.
const patterns = [
  {
    style: 'word',
    explicit: true,
    pattern:
      /^(?:Q|Ｑ|Question|Questions|Ques|Quiz|Problem|Exercise|Item|MCQ)\s{0,2}[.:：#_-]?\s{0,2}(?:No\.?\s{0,2})?(\p{Nd}{1,4})(?!\p{Nd}|\.\p{Nd}|[-–~]\s?\p{Nd}|[\p{L}])(?:\s?(?:of|\/)\s?\p{Nd}{1,4}(?!\p{Nd}))?\s{0,2}[.．、:：)）\]】|·•—–-]{0,2}\s{0,4}/iu,
  },
  {
    style: 'ordinal',
    explicit: true,
    pattern:
      /^第\s{0,2}(\p{Nd}{1,4}|[〇零一二三四五六七八九十百]{1,5})\s{0,2}[道个]?\s{0,2}(?:题目|问题|[題题问問])\s{0,2}[.．、:：)）｜|]?\s{0,4}/u,
  },
  {
    style: 'word-zh',
    explicit: true,
    pattern:
      /^[【[]?(?:题目|问题|面试题|例题|习题|试题|考题|练习题?|思考题|自测题|题|问|例)\s{0,2}(\p{Nd}{1,4})(?!\p{Nd}|[.．]\p{Nd})\s{0,2}[】\]]?\s{0,2}[.．、:：)）]{0,2}\s{0,4}/u,
  },
  {
    style: 'word-zh-ideographic',
    explicit: true,
    pattern:
      /^[【[]?(?:题目|问题|面试题|例题|习题|试题|考题|练习题?|思考题|自测题|题|问|例)\s{0,2}([一二三四五六七八九十]{1,3})\s{0,2}[】\]]?\s{0,2}[.．、:：)）]{0,2}\s{0,4}/u,
  },
  { style: 'dot', explicit: false, pattern: /^(\p{Nd}{1,4})\s?[.．。]\s{0,4}/u },
  { style: 'comma', explicit: false, pattern: /^(\p{Nd}{1,4})\s?(?:[、，]|,(?!\p{Nd}))\s{0,4}/u },
  { style: 'paren', explicit: false, pattern: /^(\p{Nd}{1,4})\s?[)）]\s?[.．、:：]?\s{0,4}/u },
  { style: 'parens', explicit: false, pattern: /^[(（]\s?(\p{Nd}{1,4})\s?[)）]\s?[.．、:：]?\s{0,4}/u },
  { style: 'brackets', explicit: false, pattern: /^[[【]\s?(\p{Nd}{1,4})\s?[\]】]\s?[.．、:：]?\s{0,4}/u },
  { style: 'colon', explicit: false, pattern: /^(\p{Nd}{1,4})\s?[:：](?!\p{Nd}|\/)\s{0,4}/u },
  { style: 'dash', explicit: false, pattern: /^(\p{Nd}{1,4})\s{0,2}[-–—|]{1,2}\s{1,4}/u },
  { style: 'dash-tight', explicit: false, pattern: /^(\p{Nd}{1,4})[-–](?=\p{Lu}\p{Ll}|[(（]\p{L}[)）])/u },
  { style: 'hash', explicit: false, pattern: /^[#＃]\s?(\p{Nd}{1,4})(?!\p{Nd})\s{0,2}[.．、:：)）-]?\s{0,4}/u },
  { style: 'circled', explicit: false, pattern: /^([\u2460-\u2473\u3251-\u325f])\s?[.．、:：)）]?\s{0,4}/u },
  { style: 'dot', explicit: false, pattern: /^([\u2488-\u249b])\s{0,4}/u },
  { style: 'parens', explicit: false, pattern: /^([\u2474-\u2487])\s?[.．、:：]?\s{0,4}/u },
  { style: 'keycap', explicit: false, pattern: /^((?:[0-9]\ufe0f?\u20e3){1,3}|\u{1f51f})\s?[.．、:：)）]?\s{0,4}/u },
  { style: 'ideographic', explicit: false, pattern: /^([一二三四五六七八九十百]{1,5})\s?[、.．，:：)）]\s{0,4}/u },
  {
    style: 'ideographic-parens',
    explicit: false,
    pattern: /^[(（]\s?([一二三四五六七八九十百]{1,5})\s?[)）]\s?[.．、:：]?\s{0,4}/u,
  },
  {
    style: 'bare',
    explicit: false,
    pattern: /^(\p{Nd}{1,3})(?:\s{1,4}(?=\p{L}|["“'‘`《「])|(?=[\p{Script=Han}“《「]))/u,
  },
] as const

const multi =
  /^(?:Q\s?|Question\s)?(\p{Nd}{1,3}(?:[.．-]\p{Nd}{1,3}){1,3})(?!\p{Nd})\s?(?:[.．、:：)）]\s{0,4}|\s{1,4}|(?=[\p{Script=Han}“《「]))/iu

/**
 * Returns the numbers that a text may begin with, one for each style that fits: `18.1x1` is 18 with a dot, `13.5 Sets` is
 * 13 with a dot and 13.5 in parts. Which one it is, the whole document tells.
 *
 * @param text The text of a line, without white space before it.
 */
export function numberMarks(text: string): NumberMark[] {
  const first = text.charCodeAt(0)
  if (Number.isNaN(first)) return []
  const marks: NumberMark[] = []
  const plain = simplified(text.slice(0, 80))
  for (const { style, explicit, pattern } of patterns) {
    const match = pattern.exec(plain)
    if (!match) continue
    const value = numberOf(match[1] as string)
    if (value === undefined) continue
    marks.push({ style, explicit, printed: (match[1] as string).normalize('NFKC'), value, length: match[0].length })
  }
  const parts = multi.exec(text)
  if (parts) {
    const printed = (parts[1] as string).normalize('NFKC')
    const at = Math.max(printed.lastIndexOf('.'), printed.lastIndexOf('-'))
    marks.push({
      style: printed.split(/[.-]/u).length > 2 ? 'multi-long' : 'multi',
      explicit: false,
      printed,
      value: Number(printed.slice(at + 1)),
      prefix: printed.slice(0, at),
      length: parts[0].length,
    })
  }
  return marks
}

const digits = '零一二三四五六七八九'

/** Returns the value of a number in any of the scripts above, or `undefined` for none. */
function numberOf(printed: string): number | undefined {
  if (printed.includes('\u20e3')) return Number(printed.replaceAll(/[\ufe0f\u20e3]/gu, ''))
  if (printed === '\u{1f51f}') return 10
  const plain = printed.normalize('NFKC').replaceAll(/[().]/g, '')
  if (/^[0-9]{1,4}$/.test(plain)) return Number(plain)
  if (/^\p{Nd}{1,4}$/u.test(plain)) return undefined
  let total = 0
  let unit = 0
  for (const character of plain.replaceAll('〇', '零')) {
    if (character === '百') {
      total += (unit || 1) * 100
      unit = 0
    } else if (character === '十') {
      total += (unit || 1) * 10
      unit = 0
    } else unit = Math.max(digits.indexOf(character), 0)
  }
  return total + unit
}
