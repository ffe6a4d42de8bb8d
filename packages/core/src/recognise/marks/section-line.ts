import type { Line } from '../lines/line.ts'
import { simplified } from './simplified.ts'

const sectionLine =
  /^[\s*#]{0,8}(?:(?:第?\s?[一二三四五六七八九十百\p{Nd}]{1,3}\s?(?:[、.．:：章节编篇讲回]|部分)|[(（][一二三四五六七八九十]{1,3}[)）]|part\s+(?:[ivx]{1,5}|\p{Nd}{1,2}|[a-h]|one|two|three|four|five)\b|section\s+(?:[ivx]{1,5}|\p{Nd}{1,2}|[a-h])\b|chapter\s+\p{Nd}{1,3}\b|unit\s+\p{Nd}{1,3}\b)\s{0,3})?[（(【]?(?:单项选择|多项选择|不定项选择|单选|多选|复选|选择|判断|是非|填空|填充|简答|问答|论述|名词解释|计算|应用|综合|分析|编程|程序|案例|材料)(?:分析)?(?:题目?)?[)）】]?\s{0,3}(?:[（(【:：,，。.].{0,60})?$/iu

const kindName =
  /^[\s*_]{0,4}[（(【[]?(?:(?:multiple|single)[- ](?:choice|answer|select|response)|true[\s/-]{0,3}(?:or[\s-]{0,3})?false|T\s?\/\s?F|fill[- ]in[- ](?:the[- ])?blanks?|(?:short|long|free|constructed|extended)[- ](?:answers?|responses?|essays?)|essays?|matching|completion|open[- ]ended|problem[- ]solving|单项选择|多项选择|不定项选择|单选|多选|复选|选择|判断|是非|填空|填充|简答|问答|论述|名词解释|计算|应用|综合|编程|辨析|材料分析|案例分析)(?:题|\s{1,2}(?:questions?|items?|problems?|section|part))?[）)】\]]?[\s*_]{0,4}(?:[（(【[:：,，;；.。—–-].{0,60})?$/iu

/**
 * Tells whether a text is the name of a kind of question, with what a teacher adds to it: `Short answer (2 points each)`.
 *
 * @param text The text of a line, the number of a part taken off.
 */
export function namesKind(text: string): boolean {
  return text.length <= 90 && kindName.test(simplified(text))
}

/**
 * Tells whether a text is a question that says its own kind, `3. 判断题：…`, rather than `3. 判断题：每题2分`.
 *
 * @param text The text of a line.
 */
export function isTypedQuestion(text: string): boolean {
  return (
    /^\p{Nd}{1,4}\s?[、.．)）]\s?\p{Script=Han}{1,5}题\s?[:：]\s?\S/u.test(text) &&
    !/[每共]\s?[题小空个\p{Nd}]|\p{Nd}\s?分/u.test(text)
  )
}

/** A line such as `二、判断题（共10题）` that opens a part of an exam. */
export function isSectionLine(line: Line): boolean {
  if ((line.kind !== 'text' && line.kind !== 'heading') || line.text.length > 90 || !/[题題]/u.test(line.text))
    return false
  const text = simplified(line.text.trim())
  // `2. (单选题)` is a question whose stem follows.
  return sectionLine.test(text) && !/^\p{Nd}{1,3}\s?[、.．:：)）]\s?[（(【[]/u.test(text) && !isTypedQuestion(text)
}
