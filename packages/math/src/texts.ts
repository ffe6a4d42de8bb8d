import { type Sentence, type SentenceTable, sayFrom } from '@cardpress/core/messages'

/** Every sentence that this package says to a person. */
export const texts = {
  'wrong-formula': { en: 'Formula: {detail}', zh: '公式：{detail}' },
  'formula.refused': { en: '\\{macro} is not allowed in a formula', zh: '公式里不允许使用 \\{macro}' },
  'formula.long': {
    en: 'a formula has at most {most} characters, this one has {length}',
    zh: '公式至多 {most} 个字符，这一个有 {length} 个',
  },
  'formula.braces': { en: 'braces are nested deeper than {most}', zh: '花括号嵌套超过 {most} 层' },
  'formula.deep': { en: 'the formula is nested too deeply', zh: '公式嵌套太深' },
  'formula.wide': { en: 'the formula is as wide as the page', zh: '公式和页面一样宽' },
} as const satisfies SentenceTable

/** Says a sentence of this package. */
export const say = sayFrom(texts)

/** What MathJax finds wrong, in Chinese, by its id; `{name}` is the command or environment. Its own words are the English. */
const mathJaxErrors: Readonly<Record<string, string>> = {
  BadColorValue: '颜色的值无效',
  CantUseHash1: '数学模式里不能用“#”',
  CommandNotAllowedInEnv: '这个环境里不能用 {name}',
  DoubleExponent: '连续两个上标：请用花括号分开',
  DoubleExponentPrime: '撇号造成两个上标：请用花括号分开',
  DoubleSubscripts: '连续两个下标：请用花括号分开',
  EnvBadEnd: '\\begin 与 \\end 的环境不一致（{name}）',
  EnvMissingEnd: '缺少 \\end（{name}）',
  ErroneousNestingEq: '公式环境嵌套有误',
  ExtraAlignTab: '多了一个“&”',
  ExtraCloseLooking: '多了一个右花括号',
  ExtraCloseMissingOpen: '多了右花括号，或缺少左花括号',
  ExtraLeftMissingRight: '多了 \\left，或缺少 \\right',
  ExtraMiddle: '多了 \\middle',
  ExtraOpenMissingClose: '多了左花括号，或缺少右花括号',
  IllegalMacroParam: '宏的参数有误',
  MathNotTerminated: '数学模式没有结束',
  MaxBufferSize: '宏展开过长，也许在循环',
  MaxMacroSub1: '宏展开次数过多，也许在循环',
  MaxMacroSub2: '环境嵌套次数过多，也许在循环',
  Misplaced: '{name} 的位置不对',
  MisplacedLimits: '{name} 只能用在运算符上',
  MissingArgFor: '{name} 缺少参数',
  MissingCloseBrace: '缺少右花括号',
  MissingCloseBracket: '{name} 的参数缺少“]”',
  MissingDimOrUnits: '{name} 缺少尺寸或单位',
  MissingLeftExtraRight: '缺少 \\left，或多了 \\right',
  MissingOpenForSub: '下标缺少左花括号',
  MissingOpenForSup: '上标缺少左花括号',
  MissingOrUnrecognizedDelim: '{name} 缺少定界符，或定界符无法识别',
  ModelArg2: '颜色的值超出范围',
  NotInAlignment: '{name} 只能用在对齐环境里',
  TokenNotFoundForCommand: '{name} 后面缺少对应的部分',
  UndefinedControlSequence: '没有命令 {name}',
  UndefinedColorModel: '没有这种颜色模型：{name}',
  UnknownEnv: '没有环境 {name}',
}

/**
 * Returns what MathJax found wrong, in every language.
 *
 * @param id MathJax's name of the mistake.
 * @param message its words.
 */
export function mathJaxSentence(id: string, message: string): Sentence {
  // Commands first: environments and other names stand in quotes or braces.
  const name = /\\[A-Za-z]+(?:\{[^}]*\})?|(?<=['"{])[^'"}]+(?=['"}])/.exec(message)?.[0] ?? ''
  const zh = mathJaxErrors[id]
  return { en: message, zh: zh === undefined ? message : zh.replace('{name}', () => name) }
}
