import { simplified } from './simplified.ts'

const questionMark = /[?？]/u
/** A question mark within a line: a word goes on behind neither the mark nor the quotes around it (`?id=3`, `name?: text`). */
const questionMarkWithin = /？|\?(?=["'”’」』)\]*_]{0,3}(?:\s|\p{Script=Han}|$))/u
/** What a function takes, where a question mark says that it may be left out: `render(tree, options?)`. */
const optionalPart = /(?<=[\p{L}\p{Nd}_$\]])\([^()]{0,120}\?[^()]{0,120}\)|(?<=[\p{L}\p{Nd}_$\]])\?(?=[:,.=|)])/gu
const trailing = /[\s*_~`"'”’」』)）\]】.。…·\p{Cf}\p{Mn}\p{Extended_Pictographic}]/u
/** Blanks to fill in: `____`, `（ ）`, `()` behind a word that is no name of a function, `[ ]`. */
const blanksToFill = [
  /___/u,
  /（[\s\u3000]{0,8}）/u,
  /(?<![A-Za-z\d_])\(\s{0,8}\)/u,
  /\(\s{1,8}\)/u,
  /[【[][\s\u3000]{1,8}[】\]]/u,
]
const truthAtEnd = /[(（[]\s{0,4}(?:[√×✓✔✗✘]|对|错|正确|错误|[TFYNXx]|T\s?\/\s?F)\s{0,4}[)）\]][\s.。]{0,4}$/u
const verdictAtEnd = /[.。!！]\s{0,4}(?:True|False|正确|错误)[\s.。]{0,2}$/u
const strongZh =
  /什么|为什么|为何|如何|怎么|怎样|哪些|哪个|哪种|哪一|哪几|哪里|哪项|是否|是不是|能否|可否|有没有|几种|几个|多少|何时|何谓|[吗嘛么呢啥]$|^(?:请|试(?![题卷验])|简述|简单|描述|解释|谈谈|谈一谈|说说|说一说|说下|讲讲|讲一讲|讲一下|聊聊|介绍|列举|说明|写出|写一个|实现|比较|对比|分析|阐述|概述|论述|编写|手写|给出|指出|举例|证明|计算(?!机)|求(?!职))|(?:正确|错误|不正确|不属于|属于|符合|不符合)的[是有]|的是$|下列|以下(?:哪|说法|关于|选项|描述|代码)/u
const weakZh = /区别|优缺点|优点|原理|作用|特点|特性|理解|流程|机制|场景|联系|差异|异同|含义|定义|概念|方法|步骤|过程/u
const strongEn =
  /^(?:what(?:'s|’s)?|why|how (?!to\b)|which|who(?:'s|’s|se|m)?|in what|in which|on which|for which|at which|by which|under what|true or false)\b/iu
const auxiliaryEn =
  /^(?:how to|when|where|is|are|was|were|do|does|did|can|could|should|would|will|have|has|had|may|must|can't|isn't|aren't|doesn't|don't|suppose|given)\b/iu
const imperativeEn =
  /^(?:please |briefly |in your own words,? )?(?:explain|describe|define|discuss|compare|contrast|differentiate|distinguish|tell|name|state|identify|mention|list|outline|summari[sz]e|elaborate|walk me|talk about|give (?:an?|some|the|examples?)|difference)\b/iu
const taskEn =
  /^(?:write|implement|create|design|find|show|draw|calculate|compute|prove|determine|derive|choose|select|fill|predict|evaluate|convert|complete|match|solve|use|using|consider)\b/iu
const choiceEn =
  /\bwhich of the following\b|\ball that apply\b|(?:^|[.:;?!)(（]\s?)(?:choose|select) (?:two|three|all|the|one)\b|\b(?:not true|best describes)\b/iu
/** Words that leave something to say, unless they stand in a sentence that is at its end. */
const unfinishedEn = /\b(?:refers? to|known as|is called|are called|stands for)\b/iu

/**
 * Returns how much a text reads like a question, 0–1: 1 with a question mark at its end, less for interrogatives, blanks
 * to fill in, imperatives of examiners and topics that interviewers name.
 *
 * @param text One line of plain text, its number taken off.
 */
export function questionLikeness(text: string): number {
  const short = simplified(text.length > 600 ? `${text.slice(0, 300)}${text.slice(-300)}` : text)
  const line = short.includes('?') ? short.replaceAll(optionalPart, '') : short
  const end = lastSolid(line)
  if (end === '') return 0
  if (questionMark.test(end)) return 1
  if (
    blanksToFill.some((blank) => blank.test(line)) ||
    truthAtEnd.test(line.slice(-16)) ||
    verdictAtEnd.test(line.slice(-16))
  )
    return 0.9
  const start = line.trimStart()
  if (strongEn.test(start)) return line.length < 400 ? 0.85 : 0.5
  if (imperativeEn.test(start)) return 0.8
  if (auxiliaryEn.test(start)) return line.length < 200 ? 0.5 : 0.3
  if (choiceEn.test(line) || (unfinishedEn.test(line) && !/[.!]\s{0,4}$/u.test(line))) return 0.8
  if (strongZh.test(line.trim().replace(/[。.:：]$/u, ''))) return line.length < 120 ? 0.85 : 0.45
  if (questionMarkWithin.test(line)) return line.length < 200 ? 0.75 : 0.4
  if (taskEn.test(start)) return 0.45
  if (weakZh.test(line) && line.length < 40) return 0.5
  return 0
}

function lastSolid(line: string): string {
  const characters = [...line.slice(-40)]
  for (let at = characters.length - 1; at >= 0; at--) {
    const character = characters[at] as string
    if (!trailing.test(character)) return character
  }
  return characters.at(-1) ?? ''
}
