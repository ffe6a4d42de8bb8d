import { simplified } from './simplified.ts'

/** What a question's own words, or its section's title, say about its kind. */
export type KindHint = 'single' | 'multiple' | 'true-false' | 'term' | 'open'

const names: ReadonlyArray<readonly [RegExp, KindHint]> = [
  [/多项选择|多选|不定项|复选/u, 'multiple'],
  [/单项选择|单选/u, 'single'],
  [/判断|是非/u, 'true-false'],
  [/名词解释/u, 'term'],
  [/填空|填充题|简答|问答|论述|编程题|计算题|应用题|综合题|案例|分析题/u, 'open'],
  [/multiple[- ](?:response|answer|select|correct)|select all|choose all|multi[- ]?select|checkbox/iu, 'multiple'],
  [/single[- ](?:choice|answer|select)/iu, 'single'],
  [/true[\s/-]{0,3}(?:or[\s-]{0,3})?false|\bT\s?\/\s?F\b/iu, 'true-false'],
  [/short answer|open[- ]ended|essay|fill in/iu, 'open'],
]

/**
 * Returns the kind that a section's title names: `二、判断题` is true-false.
 *
 * @param title Plain text of a heading or a section line.
 */
export function kindOfTitle(title: string): KindHint | undefined {
  const plain = simplified(title)
  return names.find(([name]) => name.test(plain))?.[1]
}

const opening =
  /^[(（[【<〔]\s?(?:第?\p{Nd}{1,4}[、.]?)?\s?((?:单项选择|多项选择|不定项选择|单选|多选|复选|不定项|判断|填空|填充|简答|问答|论述|编程|选择|名词解释|计算|是非)题?|multiple choice|single choice|multi(?:ple)? select|true[\s/]{0,2}(?:or )?false|T\s?\/\s?F)[^()（）[\]【】<>〔〕]{0,16}[)）\]】>〕]\s?[.、:：]?\s{0,4}/iu

const spelled =
  /^(?:(单选|多选|不定项|判断|填空|简答)(?=\s?[:：])|(单项选择题|多项选择题|不定项选择题|单选题|多选题|不定项题|判断题|填空题|简答题|问答题|论述题|选择题))(?:\s?[:：]\s{0,4}|\s{1,4})(?=\S)/u

/** A kind in brackets at the beginning of a stem, and how long it is. */
export interface TypeMark {
  readonly hint: KindHint | undefined
  readonly length: number
}

/**
 * Returns the kind that a stem begins with, in brackets with a colon or a gap: `(单选题)`, `【多选】`, `判断题：`.
 *
 * @param stem The stem's text, its number taken off.
 */
export function typeMark(stem: string): TypeMark | undefined {
  const start = simplified(stem.slice(0, 60))
  const match = opening.exec(start) ?? spelled.exec(start)
  return match ? { hint: kindOfTitle((match[1] ?? match[2]) as string), length: match[0].length } : undefined
}

const asksSeveral =
  /[(（[【]\s?(?:多选题?|多项选择|不定项|可多选)\s?[)）\]】]|\b(?:choose|select|pick|check|mark)\s(?:the\s)?(?:two|three|four|five|2|3|4|5|all|any|every)\b|\ball that apply\b|\b(?:which|what) (?:two|three|four)\b|（?(?:选择|选)(?:两|二|三|四|多)[个项]/iu
const asksTruth =
  /[(（[]\s?(?:T\s?\/\s?F|true\s?\/\s?false|true or false|对\s?\/\s?错|√\s?[/或]\s?[×x]|判断)\s?[)）\]]|^(?:true or false|判断(?:题|正误|对错)?)\s?[:：?？]|(?<=[.。!?\s])true\s?\/\s?false\s{0,4}[?.]?\s{0,4}$/iu

/**
 * Returns the kind that a stem's own words ask for: "choose two", `(T/F)`.
 *
 * @param stem The whole stem's plain text.
 */
export function kindOfStem(stem: string): KindHint | undefined {
  const plain = simplified(stem)
  if (asksTruth.test(plain)) return 'true-false'
  return asksSeveral.test(plain) ? 'multiple' : undefined
}

const yes = /^[\s\p{P}]{0,3}(?:true|t|yes|right|correct|对的?|正确|是的?|√|✓|✔)[\s\p{P}]{0,3}$/iu
const no = /^[\s\p{P}]{0,3}(?:false|f|no|wrong|incorrect|错的?|错误|不对|不正确|否|不是|×|✗|✘|x)[\s\p{P}]{0,3}$/iu

/**
 * Returns which truth an option's text names, if it names one.
 *
 * @param text An option's plain text.
 */
export function truthOf(text: string): boolean | undefined {
  if (text.length > 12) return undefined
  const plain = simplified(text)
  if (yes.test(plain)) return true
  return no.test(plain) ? false : undefined
}
