import { simplified } from './simplified.ts'

/** What a marked line holds. */
export type AnswerRole = 'answer' | 'explanation' | 'hint' | 'references'

/** A word at the beginning of a line that says what follows: `答案：`, `Explanation:`. */
export interface AnswerMark {
  readonly role: AnswerRole
  /** The word as printed, for the receipt. */
  readonly word: string
  /** Units of the line that it takes, punctuation and white space included. */
  readonly length: number
  /** A colon, a bracket or the line's end says that it is a mark; without, it may be the beginning of a sentence. */
  readonly firm: boolean
}

const words: Readonly<Record<AnswerRole, string>> = {
  explanation:
    '(?:参考)?答案(?:及|与|和)?(?:解析|详解|分析|解释)|(?:题目|试题|详细|参考|本题|官方|真题|名师)?(?:解析|解释)|详解|分析|点评|题解|解题思路|考点|知识点|explanations?|explained|rationale|reasoning|reason|feedback|justification|discussion|general feedback|question \\p{Nd}{1,4} explanation|overall explanation',
  answer:
    '(?:正确|参考|标准|本题|示例|最佳|推荐|[我你您]的|考生|学员|用户)?(?:答案|回答|答题)(?:选项)?|正确选项|正确的是|[你您]的选择|我的选择|答|解答|正解|解|(?:the )?(?:correct|right|model|sample|expected|suggested|possible|short|best) (?:answers?|options?|choices?|responses?)|answers?|ans|solutions?|sol|answer key|correct|key|reponse|respuesta',
  hint: '提示|温馨提示|hints?',
  references:
    '参考(?:资料|链接|文献|文章|来源)?|出处|来源|相关(?:链接|资料|阅读)|延伸阅读|references?|sources?|additional (?:links|resources)|further reading|see also|useful (?:resources|links)|resources|read more|learn more',
}

const open = '[【\\[（(<＜〖]'
const close = '[】\\]）)>＞〗]'
/** The pattern of each role, made of its words. */
export const answerPatterns = (Object.keys(words) as AnswerRole[]).map((role) => ({
  role,
  pattern: new RegExp(
    `^(${open}?)\\s?(${words[role]})(?:\\s?\\p{Nd}{1,4})?\\s?(${close}?)\\s{0,2}((?:应该)?[是为选]|is|are)?\\s{0,2}([:：.．➡→»=-]{0,2})\\s{0,8}`,
    'iu',
  ),
}))

/**
 * Returns the mark that a text begins with, if any.
 *
 * @param text The text of a line, without white space or bullets before it.
 */
export function answerMark(text: string): AnswerMark | undefined {
  const lead = /^(?:[-*•>#\s☆★✅✔💡📝👉🔑]|\ufe0f|\[![a-z]{2,16}\][-+]?){0,6}/u.exec(text)?.[0].length ?? 0
  const start = simplified(text.slice(lead, lead + 80))
  for (const { role, pattern } of answerPatterns) {
    const match = pattern.exec(start)
    if (!match) continue
    const [whole, opening, word, closing, copula, punctuation] = match
    // "Answers" must not be found in "answering", nor 答 in 答复者.
    const next = start[whole.length] ?? ''
    const bracketed = opening !== '' && closing !== ''
    if (opening !== '' && closing === '') continue
    // `Ans) …`, as `Q1) …` is written.
    const closes = opening === '' && closing === ')' && /^(?:ans|answer|sol|a)$/iu.test(word as string)
    const colon = /[:：➡→»=]/u.test(punctuation ?? '')
    const last = (word as string).at(-1) as string
    const touches = whole.trimEnd().endsWith(last) && /[\p{L}\p{Nd}]/u.test(next) && !/\s$/u.test(whole)
    if (touches && /[A-Za-z]/.test(last) && /[A-Za-z\d]/.test(next)) continue
    const ends = lead + whole.length >= text.length
    const firm =
      bracketed ||
      closes ||
      colon ||
      // `Explanation - It …`: a dash between spaces, behind a word that opens its line.
      (/^\s{1,2}[-–—]$/u.test(punctuation ? start.slice(0, whole.trimEnd().length).slice(-2) : '') &&
        /^\p{Lu}/u.test(word as string)) ||
      (ends && !copula) ||
      (/[.．]/u.test(punctuation ?? '') && /^ans|^sol/iu.test(word as string))
    if (!firm && /^(?:答|解|key|correct|reason|分析|解释|考点|说明)$/iu.test(word as string)) continue
    const from = lead + whole.indexOf(word as string)
    return { role, word: text.slice(from, from + (word as string).length), length: lead + whole.length, firm }
  }
  return undefined
}

/**
 * Tells whether a mark's word says what somebody chose, which need not be right: `我的答案`, `your answer`.
 *
 * @param word The word.
 */
export function isChosen(word: string): boolean {
  return /^(?:[我你您]的|考生|学员|用户)|^(?:your|my) /iu.test(simplified(word))
}

/** What a key says: letters of options, or right and wrong. */
export interface Key {
  readonly labels: readonly string[]
  readonly truth?: boolean
  /** Units that it takes. */
  readonly length: number
  /** Nothing else follows but punctuation, so that it cannot be the beginning of a sentence. */
  readonly alone: boolean
}

const letters =
  /^[(（[【"'“‘*]{0,2}\s?([A-Za-zＡ-Ｚａ-ｚ](?:\s{0,2}(?:[,，、;；&/+|和与及]|and\b|or\b)?\s{0,2}(?:and\b)?\s{0,2}[A-Za-zＡ-Ｚａ-ｚ](?![a-zａ-ｚ])){0,25})(?![A-Za-zＡ-Ｚａ-ｚ\p{Nd}_'’-])\s?[)）\]】"'”’*]{0,2}\s?[.．。、:：;；,，]?\s{0,4}(?:\u{1f5f3}\ufe0f?\s{0,4})?(?:[-–—]{1,2}\s{1,4})?/u
const truths: ReadonlyArray<readonly [RegExp, boolean]> = [
  [
    /^[(（[【]?\s?(?:正确|对的?|是|√|✓|✔\ufe0f?|☑\ufe0f?|✅|true|yes|t)(?![\p{L}\p{Nd}])\s?[)）\]】]?\s?[.．。,，;；!！]?\s{0,4}(?:[-–—]{1,2}\s{1,4})?/iu,
    true,
  ],
  [
    /^[(（[【]?\s?(?:错误|不正确|错的?|否|×|ⅹ|[xX](?=\s?[)）\]】]\s*$)|✗|✘|✖\ufe0f?|❌|╳|false|no|f)(?![\p{L}\p{Nd}])\s?[)）\]】]?\s?[.．。,，;；!！]?\s{0,4}(?:[-–—]{1,2}\s{1,4})?/iu,
    false,
  ],
]

/**
 * Returns the key that a text begins with: `AD.`, `B, E`, `B and E`, `(c)`, `对`, `True`.
 *
 * @param text What follows the mark of a key.
 */
export function readKey(text: string): Key | undefined {
  const start = simplified(text.slice(0, 120))
  for (const [pattern, truth] of truths) {
    const match = pattern.exec(start)
    // T and F may also be letters of options; the caller knows which there are.
    if (match)
      return {
        labels: /^[tf]$/iu.test(match[0].trim()) ? [match[0].trim().toUpperCase()] : [],
        truth,
        length: match[0].length,
        alone: match[0].length >= text.trimEnd().length,
      }
  }
  const match = letters.exec(start)
  if (!match) return undefined
  const plain = (match[1] as string).normalize('NFKC')
  const isWord = /^[a-z]{2,}$/.test(plain) && !isAscending(plain)
  if (isWord || /[A-Za-z]{7,}/.test(plain)) return undefined
  const found = plain.replaceAll(/\b(?:and|or)\b/giu, '').match(/[A-Za-z]/g) ?? []
  const labels = [...new Set(found.map((letter) => letter.toUpperCase()))]
  return { labels, length: match[0].length, alone: match[0].length >= text.trimEnd().length }
}

function isAscending(word: string): boolean {
  return [...word].every((letter, index) => index === 0 || letter > (word[index - 1] as string))
}
