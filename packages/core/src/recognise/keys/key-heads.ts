import type { Line } from '../lines/line.ts'
import { simplified } from '../marks/simplified.ts'
import { keyLine } from './key-line.ts'

const title =
  /^[\s\p{P}\p{S}]{0,6}(?:[一二三四五六七八九十]{1,3}[、.．]\s{0,2})?(?:附录?[:：]?\s{0,2})?(?:(?:参考|标准|正确|习题|练习|试题|全部)?答案(?:与|及|和|部分)?(?:解析|详解|解答|说明|提示|评分标准|评分细则|评分参考)?|(?:the )?(?:answer key(?:s|\s?(?:&|and) (?:solutions?|explanations?|rationales?))?|answers?(?: and explanations?| key)?|answer sheet|correct answers|solutions?|key|(?:suggested|model|sample|selected|worked|complete) (?:answers?|solutions?)|(?:(?:suggested|model|sample|selected|worked) )?(?:answers?|solutions?|answer key)(?: and (?:explanations?|hints))? (?:to|for) (?:the |these |all |selected |odd-numbered )?(?:(?:review|chapter|practice|study|discussion|check|end-of-chapter|self-test|mock|sample) )?(?:questions?|exercises?|problems?|quiz(?:zes)?|self-tests?|tests?|exams?)|hints and (?:answers|solutions)))[\s\p{P}\p{S}]{0,6}$/iu

/** `第1卷参考答案`, `模拟试题（一）答案及解析`: the title of a paper's key. */
const titleOfPaper = /^[^。.!！?？:：]{2,24}(?:答案|答案(?:与|及|和)?(?:解析|详解|解答|评分标准))[\s\p{P}]{0,4}$/u

const inlineHead =
  /^\s{0,4}[【[]?(?:(?:单项选择|多项选择|不定项选择|单选|多选|选择|判断|填空)题?)?(?:(?:参考|标准|正确)?答案|answers?(?: key)?|answer key|key|ans)[】\]]?(?:\s?[:：.]\s{0,8}|\s{2,8}|(?<=[】\]])\s{0,8})(?=\p{Nd}|[(（]\p{Nd}|第|[一二三四]、)/iu

// Number, letter and what stands between them share no character, so that a line is read in one way only.
const lettersOnly = /^\s{0,8}(?:\p{Nd}{1,3}[-–.:)(（\s]{0,6}[A-Ha-h][)）,;，；|.\s]{0,10}){3,60}$/u

/**
 * Tells whether a line is made of at least three numbers and their keys, without a word that says so: `1-(B), 2-(D), 3-(A)`.
 *
 * @param line The line.
 */
export function isKeyLine(line: Line): boolean {
  return line.kind === 'text' && !line.item && line.text.length < 1000 && lettersOnly.test(line.text)
}

/**
 * Returns the lines that announce a key: heads in words; and lines of keys that stand below neither such a head nor
 * another line of keys.
 *
 * @param lines The lines of a page.
 * @param parts Indices of the lines that open a part of it: the key may be divided as the questions are.
 */
export function headsOf(lines: readonly Line[], parts: ReadonlySet<number>): Line[] {
  let follows = false
  return lines.filter((line) => {
    if (line.text.trim() === '' || (parts.has(line.index) && !isHead(line))) return false
    const keys = line.kind === 'text' && line.text.length < 1000 ? keyLine(line.text) : undefined
    const named = isHead(line)
    // `多选题答案：1.AB 2.BD` goes on where `单选题答案：…` began.
    if (follows && keys) return false
    const opens = named || (isKeyLine(line) && !follows)
    follows = opens || keys !== undefined
    return opens
  })
}

/**
 * Tells whether a line announces a key in words: `参考答案`, `Answer key`, `答案：1.A 2.B`.
 *
 * @param line The line.
 */
export function isHead(line: Line): boolean {
  if (line.kind === 'text' && headBefore(line) > 0) return true
  return (
    line.text.length <= 40 &&
    !line.item &&
    ['heading', 'text', 'summary'].includes(line.kind) &&
    (isKeyTitle(line) || titleOfPaper.test(line.text.trim()))
  )
}

/**
 * Tells whether a line is nothing but the title of a key.
 *
 * @param line The line.
 */
export function isKeyTitle({ text }: Line): boolean {
  return title.test(simplified(text))
}

/**
 * Returns how many units the words take that announce keys in their own line, 0 where there are none.
 *
 * @param line The line.
 */
export function headBefore({ text }: Line): number {
  return inlineHead.exec(simplified(text.slice(0, 40)))?.[0].length ?? 0
}
