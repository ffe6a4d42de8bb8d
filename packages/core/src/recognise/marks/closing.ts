import type { Line } from '../lines/line.ts'

const promotionZh =
  /公众号|(?:后台|私信|评论区?|留言)(?:回复|领取)|扫码|二维码|长按|(?:加|添加|联系).{0,6}微信|微信(?:群|号|搜)|加群|(?:交流|技术|讨论|学习|粉丝|读者)群|邀请函|点(?:个)?(?:赞|在看|关注)|(?:求|给个?|点个?|来个?)(?:赞|在看|关注|star|三连)|在看啦|一键三连|(?:点赞|关注|收藏|欢迎|请|帮忙|求).{0,6}转发|转发(?:给|到|本文|一下|支持|朋友圈)|分享给|关注(?:我|我们|一下|作者|本|公众)|欢迎(?:关注|加入|投稿|star|订阅)|投稿|报名|训练营|优惠|领取|免费(?:领|下载|资料)|资料(?:包|下载|领取)|求职内推|内推|知识星球|星球|打赏|赞助|推荐阅读|往期(?:推荐|精彩|回顾)|阅读原文|商务合作|干货|大咖直播|原创不易|未经授权|转载(?:请|需)|版权(?:所有|归)|star ?(?:一下|支持)|如果你(?:愿意|需要|想要?|希望|有需要).{0,8}我(?:还|也)?(?:可以|能)|(?:需要|要不要|是否需要)我(?:帮|再|继续|给你|为你)|祝(?:你|您|大家)?面试(?:顺利|成功)/iu
const promotionEn =
  /vx[:：]|buy me a coffee|patreon|sponsor|give (?:it |this |me |us )?a ?(?:star|⭐)|star this|follow (?:me|us) on|subscribe|newsletter|join (?:our|my|the) (?:discord|telegram|slack|community|channel|group|newsletter)|telegram|discord|coupon|discount|affiliate|pull requests? (?:are )?welcome|feel free to (?:contribute|submit|open)|happy (?:learning|coding|studying)|thanks? for reading|good luck|let me know (?:if|in the comments)|would you like me to|if you(?:'d like|’d like| want| would like),? i can|want me to|(?:i )?hope (?:this|these|that) helps?|do you want me to|^next topic|all rights reserved|global education & learning series|to practi[cs]e all areas|here is (?:the )?complete set|licensed under|copyright (?:\(c\)|©)|©|\bMIT licen[sc]e/iu
const han = /\p{Script=Han}/u

/**
 * Tells whether a line reads like promotion, thanks, or small print.
 *
 * @param text Plain text of a line.
 */
export function isPromotion(text: string): boolean {
  return text.length < 400 && (promotionEn.test(text) || (han.test(text) && promotionZh.test(text)))
}

/** Closing matter is at most this many lines of the last answer. */
const longest = 24

/**
 * Returns where the closing matter of a page begins, as an index into the lines of the last question: the first line
 * that promotes, if at least half of what follows it does so too. The number of lines where there is none.
 *
 * @param lines The lines of the last question.
 */
export function closingAt(lines: readonly Line[]): number {
  let solid = 0
  let promoting = 0
  let at = lines.length
  for (let index = lines.length - 1; index > 0 && lines.length - index <= longest; index--) {
    const line = lines[index] as Line
    if (line.text.trim() === '') continue
    solid++
    if (!isPromotion(line.text)) continue
    promoting++
    if (promoting * 2 >= solid) at = index
  }
  return at
}
