import type { Labels } from './label-table.ts'

/** Returns 一, 二, …, 十二 for a number below 100. */
function numeral(number: number): string {
  const digits = '零一二三四五六七八九'
  const tens = Math.floor(number / 10)
  const ones = number % 10
  const head = tens === 0 ? '' : `${tens === 1 ? '' : digits.charAt(tens)}十`
  return head + (ones > 0 || tens === 0 ? digits.charAt(ones) : '')
}

/** Chinese, simplified. */
export const zh: Labels = {
  answer: '答案',
  explanation: '解析',
  hint: '提示',
  references: '参考',
  noAnswer: '原文没有给出答案',
  noKey: '原文没有给出答案',
  true: '对',
  false: '错',
  colon: '：',
  page: (page, count) => `第 ${page} 页，共 ${count} 页`,
  questions: (count) => `共 ${count} 题`,
  flags: {
    'missing-figure': '原文缺图或公式',
    disputed: '答案有争议',
    'hint-only': '只有提示',
  },
  cheatsheet: '速查表',
  exam: '试卷',
  examKey: '答案与解析',
  cards: '卡片',
  contents: '目录',
  kinds: {
    'single-choice': '单项选择题',
    'multiple-choice': '多项选择题',
    'true-false': '判断题',
    cloze: '填空题',
    'short-answer': '简答题',
    open: '问答题',
  },
  part: (number, name, count, each, total) =>
    `${numeral(number)}、${name}（共 ${count} 题，${each === undefined ? '' : `每题 ${each} 分，`}共 ${total} 分）`,
  partNumber: (number) => numeral(number),
  points: (points) => `（${points} 分）`,
  bracket: '（\u3000\u3000）',
  version: (name) => `${name} 卷`,
  fields: ['姓名', '班级', '学号'],
  seal: '密　封　线　内　不　要　答　题',
  instructions: (count, points) => `本卷共 ${count} 题，满分 ${points} 分。答案写在题后的空白处，字迹要清楚。`,
  continued: (number) => `第 ${number} 题（续）`,
  partHead: '题号',
  fullMarks: '满分',
  score: '得分',
  total: '总分',
  numberHead: '题号',
  keyOverview: '答案速查',
  versionTable: '各卷题号与选项对照',
  versionTableHead: '题目',
  sheet: (number, side) => `第 ${number} 张${{ front: '（正面）', back: '（背面）', both: '' }[side]}`,
  cardPart: (part, count) => `续 ${part}/${count}`,
}
