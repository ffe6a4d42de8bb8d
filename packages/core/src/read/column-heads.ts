/** What the head of a column says that it holds. */
export type ColumnHead =
  | { readonly type: 'question' | 'answer' | 'explanation' }
  | {
      readonly type: 'option'
      /** A letter or a number, as printed, in upper case. */
      readonly label: string
    }

const question = /^(?:问题?|题目|题干|面试题|q|questions?|(?:question[ _])?(?:text|stem)|front|prompt|term|正面)$/iu
const answer =
  /^(?:(?:参考|正确|标准)?答案?|回答|解答|a|(?:correct[ _]?|right )?(?:answers?|ans|option|choice)|solution|correct|key|back|response|definition|背面|解析)$/iu
const option = /^(?:选项|option|choice|answer)?[\s_-]{0,2}([A-H]|[1-8])$/iu
const explanation = /^(?:解析|解释|说明|详解|explanations?|rationale|reason)$/iu

/** What templates of quiz platforms add to a head: `Answer 1 - max 75 characters`, `Correct answer(s)`. */
const remark = /\s{1,4}-\s{1,4}max \p{Nd}{1,4} characters$|\(s\)$/iu

/**
 * Returns everything that the head of a column can mean; `解析` may be the answer itself, and `A` an option or the answer.
 *
 * @param text Plain text of the head.
 */
export function columnHeads(text: string): readonly ColumnHead[] {
  if (text.length > 80) return []
  const plain = text
    .trim()
    .replace(remark, '')
    .replaceAll(/^[\s\p{P}]{1,4}|[\s\p{P}]{1,4}$/gu, '')
  const label = option.exec(plain)?.[1]?.toUpperCase()
  return [
    ...(question.test(plain) ? [{ type: 'question' } as const] : []),
    ...(answer.test(plain) ? [{ type: 'answer' } as const] : []),
    ...(explanation.test(plain) ? [{ type: 'explanation' } as const] : []),
    ...(label === undefined ? [] : [{ type: 'option', label } as const]),
  ]
}
