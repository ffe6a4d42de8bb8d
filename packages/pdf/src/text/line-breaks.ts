import LineBreaker from 'linebreak'
import { isHan } from './characters.ts'

/**
 * Finds where a paragraph may be broken: UAX #14 by the `linebreak` library, tailored for Chinese.
 * @param text the paragraph; a formula or picture stands in it as U+FFFC
 * @returns for each UTF-16 offset whether a line may end before it (1) or not (0)
 */
export function lineBreaks(text: string): Uint8Array {
  const allowed = new Uint8Array(text.length + 1)
  const breaker = new LineBreaker(tailored(text))
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) allowed[found.position] = 1
  return allowed
}

/** A curly quote beside hanzi is a bracket (UAX #14 glues it to both sides); dashes and dots may not start a line. */
const inChinese: Readonly<Record<string, string>> = {
  '“': '「',
  '‘': '「',
  '”': '」',
  '’': '」',
  '—': '々',
  '―': '々',
  '…': '々',
  '‥': '々',
  '·': '々',
  '‧': '々',
  '～': '々',
  '〜': '々',
  '•': '々',
  '￥': 'ア',
}

/** Replaces signs that the algorithm handles against Chinese or programmers' custom by signs of the wanted class. */
function tailored(text: string): string {
  return text.replace(special, (character, index: number) => {
    if (character === '\ufffc') return '中'
    const inHan = inChinese[character]
    if (inHan !== undefined) return beside(text, index, -1) || beside(text, index, 1) ? inHan : character
    // "C++", "C#", "a=b", "x_1", "key=value": signs inside words are letters.
    return isWord(text.charCodeAt(index - 1)) || isWord(text.charCodeAt(index + 1)) ? 'a' : character
  })
}

const special = /[\ufffc“‘”’—―…‥·‧～〜•￥+#=_&*^~<>|@\\$]/g

/** Whether the nearest character on one side, spaces and other quotes aside, is East Asian. */
function beside(text: string, index: number, step: number): boolean {
  for (let at = index + step, left = 3; at >= 0 && at < text.length && left > 0; at += step, left--) {
    const code = text.charCodeAt(at)
    if (isHan(code) || code === 0xfffc) return true
    if (code >= 0xd840 && code <= 0xd8bf) return true
    if (!'“”‘’—…·'.includes(text.charAt(at))) return false
  }
  return false
}

function isWord(code: number): boolean {
  return (code > 0x20 && code < 0x7f) || (code >= 0xc0 && code < 0x2000)
}
