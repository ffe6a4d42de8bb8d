import { type NumberStyle, numberMarks } from './number-mark.ts'

/** How a part of a page may be counted. */
export type PartStyle = 'word' | 'chapter' | 'roman' | Extract<NumberStyle, 'ideographic' | 'ideographic-parens'>

/** A number that counts the parts of a page: `Part II`, `第三章`, `IV.`, `二、`. */
export interface PartMark {
  readonly style: PartStyle
  readonly value: number
  /** Units of the text that it takes, punctuation and white space after it included. */
  readonly length: number
}

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv']
const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const word =
  /^(?:part|section|unit|chapter|module|lesson|topic|round)\s{1,3}(?:no\.?\s{0,2})?([ivx]{1,5}|\p{Nd}{1,2}|[a-l]|one|two|three|four|five|six|seven|eight|nine|ten)(?![\p{L}\p{Nd}])\s{0,2}[.:：)—–-]{0,2}\s{0,4}/iu
const chapter =
  /^第\s?([一二三四五六七八九十百]{1,4}|\p{Nd}{1,3})\s?(?:[章节编篇讲回课卷套册]|单元|部分|大题)\s{0,2}[.．、:：]?\s{0,4}/u
const roman = /^([IVX]{1,5}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])\s{0,2}[.．、:：)]\s{0,4}/u

/**
 * Returns the number of a part that a text begins with, if any.
 *
 * @param text The text of a line, without white space before it.
 */
export function partMark(text: string): PartMark | undefined {
  const start = text.slice(0, 60)
  for (const [style, pattern] of [
    ['word', word],
    ['chapter', chapter],
    ['roman', roman],
  ] as const) {
    const match = pattern.exec(start)
    const value = match && partValue(match[1] as string)
    if (match && value) return { style, value, length: match[0].length }
  }
  const number = numberMarks(start).find(
    (mark): mark is typeof mark & { style: 'ideographic' | 'ideographic-parens' } =>
      mark.style === 'ideographic' || mark.style === 'ideographic-parens',
  )
  return number && { style: number.style, value: number.value, length: number.length }
}

function partValue(printed: string): number | undefined {
  const plain = printed.normalize('NFKC').toLowerCase()
  if (/^\d+$/.test(plain)) return Number(plain)
  const at = Math.max(romans.indexOf(plain), words.indexOf(plain))
  if (at >= 0) return at + 1
  if (/^[a-l]$/.test(plain)) return plain.charCodeAt(0) - 96
  return numberMarks(`${printed}、`)[0]?.value
}
