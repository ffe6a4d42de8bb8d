import type { SentenceTable } from '../sentence.ts'

/** A quiz in GIFT or Aiken that breaks its format. */
export const exchange = {
  'aiken.no-such-option': {
    en: 'The key names {label}, and the question has options A to {last}',
    zh: '答案写的是 {label}，而这道题的选项是 A 到 {last}',
  },
  'aiken.shape': {
    en: 'A question in Aiken is a line of text, at least two options (A. B.) and a line such as ANSWER: B',
    zh: 'Aiken 格式的一道题由一行题干、至少两个选项（A. B.）和一行答案（如 ANSWER: B）组成',
  },
  'aiken.no-key': {
    en: 'The question has no line such as ANSWER: B',
    zh: '这道题没有答案行，如 ANSWER: B',
  },
  'aiken.no-questions': {
    en: 'No questions found: a question in Aiken ends with a line such as ANSWER: B',
    zh: '没有找到题目：Aiken 格式的每道题以答案行结束，如 ANSWER: B',
  },
  'gift.open': {
    en: 'This question of GIFT does not end: its answers are not closed by }',
    zh: '这道 GIFT 题没有结束：答案部分缺少 }',
  },
  'gift.broken': {
    en: 'This is not GIFT from “{text}” on: a blank line parts questions, and in text ~ = # {braces} and : need a backslash before them',
    zh: '从“{text}”起不是 GIFT 格式：题与题之间要空一行，文字里的 ~ = # {braces} 和 : 前要加反斜杠',
  },
  'gift.two': {
    en: 'Here are two questions of GIFT with no blank line between them; part them by one',
    zh: '这里两道 GIFT 题之间没有空行，请用空行隔开',
  },
  'gift.no-questions': {
    en: 'No questions found: a question in GIFT is a paragraph with its answers in braces, as in: Two plus two is {example}.',
    zh: '没有找到题目：GIFT 格式的每道题是一段文字，答案写在花括号里，例如：二加二等于 {example}。',
  },
} as const satisfies SentenceTable
