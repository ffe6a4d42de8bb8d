import { toString as plainText } from 'mdast-util-to-string'
import type { Block } from '../../schema/content.ts'

const pinnedEn =
  /^(?:all|none|both|neither|either|any) (?:of )?(?:the )?(?:above|these|them|following)|\b(?:both|neither|either) \(?[A-F]\)? (?:and|nor|or|&) \(?[A-F]\b/iu
const pinnedZh =
  /^(?:以上|上述)(?:都|全|皆|均|说法|答案|选项)|^(?:都|全部?)(?:是|不是|对|不对|正确|错误)$|^[A-F]\s?[、和与及,，]\s?[A-F](?:[、和与及,，都均]|$)/u

/**
 * Tells whether an option keeps its place when options are shuffled: "all of the above", or it names other letters.
 *
 * @param content The option.
 */
export function isPinned(content: readonly Block[]): boolean {
  const text = plainText({ type: 'root', children: content as never })
    .trim()
    .slice(0, 80)
  return pinnedEn.test(text) || pinnedZh.test(text)
}
