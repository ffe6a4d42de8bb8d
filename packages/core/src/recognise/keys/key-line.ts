import { simplified } from '../marks/simplified.ts'
import { type KindHint, kindOfTitle } from '../marks/type-mark.ts'

/** What a line of keys says of one question. */
export interface LineKey {
  /** Value of the question's number. */
  readonly number: number
  readonly labels: readonly string[]
  readonly truth?: boolean | undefined
  /** Where number and key stand in the line. */
  readonly from: number
  readonly to: number
}

/** A line of nothing but keys, with the name of the part that they belong to, if it begins with one. */
export interface KeyLine {
  readonly keys: readonly LineKey[]
  /** The part is named or numbered. */
  readonly opensPart: boolean
  readonly hint: KindHint | undefined
}

const gap = /[\s*_]{0,12}/uy
const head = /[【[(（]?(?:参考|标准|正确)?答案(?:与|及|和)?(?:解析)?[】\])）]?\s{0,4}[:：]?\s{0,4}/uy
const partNumber =
  /(?:[一二三四五六七八九十]{1,3}\s?[、.．:：]|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}(?:部分|大题)|[IVX]{1,4}[.、])\s{0,4}/uy
const partName =
  /[（(【[]?(?:单项选择|多项选择|不定项选择|单选|多选|不定项|选择|判断|是非|填空)题?(?:参考)?(?:答案)?[）)】\]]?\s{0,4}/uy
const remark = /[（(][^()（）]{1,40}[)）]\s{0,4}/uy
const colon = /[:：]\s{0,4}/uy
const between = /[\s*_,，;；、。.|｜/]{0,16}/uy
const rangeMark =
  /[(（【[]?第?(\p{Nd}{1,4})\s?(?:[-–—~～至到]{1,2})\s?(\p{Nd}{1,4})\s?题?\s?[)）】\]]?\s?[.．、:：]?\s{0,8}/uy
const numberMark = /(?:[(（【[]\s?(\p{Nd}{1,4})\s?[)）】\]]|第?(\p{Nd}{1,4})\s?题?)\s?[.．、:：)）,，—–-]?\s{0,8}/uy
const letters = /[(（【[]?\s?([A-HＡ-Ｈ](?:[\s,，、]?[A-HＡ-Ｈ]){0,7}|[a-h])\s?[)）】\]]?(?![\p{L}])/uy
const truth = /[(（【[]?\s?(正确|错误|[对错√×✓✔✗✘☑❌✅╳]\ufe0f?|[TF])\s?[)）】\]]?(?![\p{L}])/uy
const oneKey = /(?:[A-HＡ-Ｈ]{1,8}|正确|错误|[对错√×✓✔✗✘☑❌✅╳]\ufe0f?|[TF])/uy
const betweenWords = /[\s,，、]{0,8}/uy

/** Keys of one line are no more than these. */
const most = 200

/**
 * Returns the keys that a line is made of: `1-5 BBACB  6.AC`, `二、多选题：1.ABC 2.BD`, `1.√ 2.×`; `undefined` where it says
 * anything else.
 *
 * @param text The line's text.
 */
export function keyLine(text: string): KeyLine | undefined {
  if (text.length > 2000) return undefined
  const plain = simplified(text)
  const scan = new Scanner(plain)
  scan.skip(gap)
  scan.skip(head)
  scan.skip(gap)
  const from = scan.at
  const numbered = scan.skip(partNumber)
  const named = scan.skip(partName)
  if (named) scan.skip(remark)
  if (numbered || named) scan.skip(colon)
  const hint = named ? kindOfTitle(plain.slice(from, scan.at)) : undefined
  const keys: LineKey[] = []
  scan.skip(between)
  while (scan.at < plain.length) {
    const found = rangeAt(scan) ?? keyAt(scan)
    if (!found || keys.length + found.length > most) return undefined
    // What parts keys from each other belongs to the one before.
    scan.skip(between)
    keys.push(...found.map((key) => ({ ...key, to: scan.at })))
  }
  return keys.length === 0 ? undefined : { keys, opensPart: numbered || named, hint }
}

class Scanner {
  at = 0
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at
    const match = pattern.exec(this.text) ?? undefined
    if (match) this.at += match[0].length
    return match
  }

  /** Tells whether there was something to skip. */
  skip(pattern: RegExp): boolean {
    return (this.match(pattern)?.[0].length ?? 0) > 0
  }
}

function keyAt(scan: Scanner): LineKey[] | undefined {
  const from = scan.at
  const number = scan.match(numberMark)
  if (!number) return undefined
  const key = scan.match(truth) ?? scan.match(letters)
  if (!key) return undefined
  return [{ number: numberOf(number[1] ?? number[2]), ...said(key[1] as string), from, to: scan.at }]
}

/** A key for each number of a range: letters or verdicts one by one, or as many groups of letters. */
function rangeAt(scan: Scanner): LineKey[] | undefined {
  const from = scan.at
  const match = scan.match(rangeMark)
  const first = numberOf(match?.[1])
  const count = numberOf(match?.[2]) - first + 1
  if (!match || count < 2 || count > most) {
    scan.at = from
    return undefined
  }
  const words: string[] = []
  while (words.length < count) {
    const at = scan.at
    if (words.length > 0) scan.skip(betweenWords)
    const found = scan.match(oneKey)?.[0]
    if (found) words.push(found)
    else {
      scan.at = at
      break
    }
  }
  // So many groups of letters as numbers: each is the key of one question.
  const each = words.length === count ? words : words.flatMap((one) => (isVerdict(one) ? [one] : [...one]))
  if (each.length !== count) {
    scan.at = from
    return undefined
  }
  return each.map((one, index) => ({ number: first + index, ...said(one), from, to: scan.at }))
}

const isVerdict = (text: string): boolean => !/^[A-HＡ-Ｈ]/u.test(text) || text === 'F'

function said(key: string): Pick<LineKey, 'labels' | 'truth'> {
  const plain = key.normalize('NFKC').toUpperCase()
  if (/^(?:正确|[对√✓✔☑✅T])/u.test(plain)) return { labels: plain === 'T' ? ['T'] : [], truth: true }
  if (/^(?:错误|[错×✗✘❌╳])/u.test(plain)) return { labels: [], truth: false }
  if (plain === 'F') return { labels: ['F'], truth: false }
  return { labels: [...new Set(plain.match(/[A-H]/gu) ?? [])] }
}

function numberOf(printed: string | undefined): number {
  return Number((printed ?? '').normalize('NFKC'))
}
