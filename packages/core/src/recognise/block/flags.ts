import { type Piece, pieceText } from '../content/to-content.ts'
import type { Block, BlockParts } from './block.ts'

const announcesAtEnd =
  /(?:表达式|公式|式子|函数|定义|计算|推导|图|图片|示意图|结构|流程|代码|过程|结果|关系)(?:如下|如图|为|是|如下所示|如下图所示)?\s?[:：]\s?$/u
const announcesZh =
  /如下(?:图|所示|式|公式)|[如见看][下上右左]图|下(?:图|式|面的?公式|列公式)|上图|第[一二三四五六七八九\d]{1,2}个公式/u
const announcesEn =
  /(?:following|next|below) (?:figure|formula|equation|image|diagram|picture|graph|chart)|(?:figure|formula|equation|image|diagram|picture) (?:below|above)|as (?:shown|illustrated) (?:in the (?:figure|image|diagram)|below)/iu
const shown = new Set(['image', 'inlineMath', 'inlineCode', 'imageReference'])
const doubts =
  /存疑|存在争议|有争议|有异议|答案(?:有误|可能有误|错误|不对|待定|不确定)|(?:不确定|感觉|怀疑|觉得)(?:答案|这题|此题)|题目?有问题|个人认为(?:答案|应该?选)|认为.{0,12}(?:均|都|皆)(?:可|对|正确)|(?:answer|key) (?:may|might|is|seems|looks|appears)(?: to be)? (?:be )?(?:wrong|incorrect|disputed|debatable|questionable|doubtful)|disputed|debatable|not sure (?:about|if) (?:the |this )?answer|i (?:think|believe) (?:the )?(?:correct )?answer (?:is|should be)|\bi(?: am|['’]?m) not (?:\w{2,12} )?(?:sure|certain)[^.!?]{0,40}(?:answer|right|correct|this one|key)/iu
const doubtsKey = /\bi(?: am|['’]?m) not (?:\w{2,12} )?(?:sure|certain)\b/iu
const hints = /^\s{0,4}[【[(（]?(?:提示|hint|tip)s?[】\])）]?\s?[:：]/iu
const placeholders =
  /^[\s\p{P}]{0,4}(?:to be (?:completed|added|done|continued|answered)|answer (?:here|goes here|coming soon|to be added)|tbd|tba|todo|wip|coming soon|work in progress|n\/a|no answer(?: yet)?|pending|待(?:补充|完善|更新|续|定|整理|填|解答)|未完(?:待续)?|暂(?:无|缺)(?:答案|解析)?|略|无|敬请期待|更新中|补充中)[\s\p{P}]{0,4}$/iu

/**
 * Returns the flags of a question: what a person should know before they study it.
 *
 * @param block The question's lines.
 * @param parts Its parts.
 * @param lacks What the article does not give.
 */
export function flagsOf(
  block: Block,
  parts: BlockParts,
  lacks: { missingKey?: boolean; missingAnswer?: boolean },
): string[] {
  const flags: string[] = []
  const body = [...parts.answer, ...parts.explanation]
  if (lacks.missingAnswer) flags.push('no-answer')
  if (lacks.missingKey) flags.push('no-key')
  if (missesFigure(block, [...parts.stem, ...body])) flags.push('missing-figure')
  if (
    parts.explanation.concat(parts.answer).some((one) => {
      const text = pieceText(one).slice(0, 2000)
      return doubts.test(text) || (parts.options.length > 0 && doubtsKey.test(text))
    })
  )
    flags.push('disputed')
  const solid = body.filter((one) => pieceText(one) !== '')
  if (solid.length > 0 && parts.options.length === 0 && solid.length <= 2 && hints.test(pieceText(solid[0] as Piece)))
    flags.push('hint-only')
  if (solid.length > 0 && placeholders.test(pieceText(solid[0] as Piece)) && pieceText(solid[0] as Piece).length < 60)
    flags.push('placeholder')
  return flags
}

/** The text announces a formula, a figure or code, and what follows is text again. */
function missesFigure({ document }: Block, pieces: readonly Piece[]): boolean {
  if (
    pieces.some(
      ({ line }) =>
        line.runs.some((run) => shown.has(run.leaf.type)) ||
        line.kind === 'math' ||
        line.kind === 'code' ||
        line.kind === 'table',
    )
  )
    return false
  return pieces.some((one, at) => {
    if (document.features[one.line.index]?.place === 'heading') return false
    const text = pieceText(one)
    if (
      text.length > 600 ||
      !(announcesAtEnd.test(text.slice(-24)) || announcesZh.test(text) || announcesEn.test(text))
    )
      return false
    const next = pieces[at + 1]
    // A list, or a line that is itself a formula, may be what was announced.
    if (/[:：]\s?$/u.test(text))
      return !next || (!next.line.item && !/[=<>∑∫√→]|\d\s?[-+*/^]\s?\d/u.test(pieceText(next)))
    return true
  })
}
