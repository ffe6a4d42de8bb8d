import { simplified } from './simplified.ts'

const folding =
  /^[\s\p{P}\p{S}]{0,8}(?:(?:click|tap)?\s?(?:to )?(?:view|show|see|reveal|check|expand|open|display|toggle)?\s?(?:the |me )?(?:correct |right |my )?(?:answers?|solutions?|explanations?|rationales?|hints?|details?|contents?|code|more|key)(?:\s?(?:&|and|\/|\+)\s?(?:answers?|solutions?|explanations?|rationales?))?(?: here| below)?|spoilers?|(?:click |tap )?(?:to )?(?:view|show|see|reveal|check|expand|open|display|toggle)(?: it| me| here)?|(?:点击|点我|点此|单击)?(?:查看|显示|展开|看|折叠){0,2}(?:正确|参考|完整|详细)?(?:答案|解析|解答|详情|详解|提示|代码|内容|全文|目录|答案与解析|答案及解析|答案解析)?)[\s\p{P}\p{S}]{0,8}$/iu

const answerWord = /answer|solution|explanation|spoiler|答案|解析|解答|详解/iu

/**
 * Tells whether a summary only says that something is folded away ("Show answer", 点击查看答案).
 *
 * @param text The summary's text.
 */
export function isFolding(text: string): boolean {
  return text.length < 60 && folding.test(simplified(text.trim()))
}

/**
 * Tells whether a line only says that an answer is folded away: "View Answer" does, "click to expand" does not.
 *
 * @param text The line's text.
 */
export function foldsAnswer(text: string): boolean {
  return isFolding(text) && answerWord.test(simplified(text))
}

/**
 * Tells whether a summary says that it holds more of what stands above it, rather than an answer: "Read more", 展开全文.
 *
 * @param text The summary's text.
 */
export function foldsMore(text: string): boolean {
  return text.length < 40 && /\bmore\b|更多|全文/iu.test(text)
}
