import type { Labels } from './label-table.ts'

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
}
