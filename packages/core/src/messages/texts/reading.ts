import type { SentenceTable } from '../sentence.ts'

/** How an article was read, and what is uncertain in it. */
export const reading = {
  'unknown-mark': {
    en: 'Nothing in the article begins with “{mark}”, as the setting “questions” says',
    zh: '设置 questions 说题目以“{mark}”开头，但文章里没有这样的行',
  },
  'no-questions': {
    en: 'No questions found: nothing on this page repeats as questions do. If it has some, say how one begins in its settings, as in: questions: "1."',
    zh: '没有找到题目：页面里没有像题目那样重复出现的内容。如果有题目，请在设置里写明题目怎样开头，例如：questions: "1."',
  },
  'unsure-reading': {
    en: 'It is not certain how this page marks its questions{rival}; say how one begins in its settings, as in: questions: "1."',
    zh: '不能确定题目是怎样标记的{rival}；请在设置里写明题目怎样开头，例如：questions: "1."',
  },
  'unsure-reading.rival': { en: ' ({count} would begin otherwise)', zh: '（另一种读法有 {count} 题）' },
  'unsure-question': {
    en: 'It is not certain that “{title}” was read right',
    zh: '不能确定“{title}”这一题读得对不对',
  },
  'unknown-correction.none': {
    en: 'The correction of “{key}” fits no question',
    zh: '对“{key}”的更正找不到对应的题目',
  },
  'unknown-correction.many': {
    en: 'The correction of “{key}” fits {count} questions; name the line instead, as in "line {line}"',
    zh: '对“{key}”的更正与 {count} 道题相符；请改用行号，例如 "line {line}"',
  },
  'number-before-digit': {
    en: '{number} + “{text}…”, not {other} ({beside} adjoin)',
    zh: '题号是 {number}，后面是“{text}…”，不是 {other}（前后是 {beside}）',
  },
  'number-before-digit.and': { en: ' and ', zh: ' 和 ' },
  'why.nothing': { en: 'no question', zh: '没有题目' },
  'why.asking': { en: '{asking} of {count} titles read like questions', zh: '{count} 个标题中有 {asking} 个像问题' },
  'why.steps': {
    en: '{regular} of {steps} steps of the numbering run on',
    zh: '编号共 {steps} 步，其中 {regular} 步连续',
  },
  'why.options': { en: '{count} hold one group of options', zh: '{count} 题各有一组选项' },
  'why.outside': { en: '{count} groups of options lie outside', zh: '{count} 组选项在题目之外' },
  'why.answers': { en: '{count} hold a marked answer', zh: '{count} 题有标出的答案' },
  'why.coverage': { en: '{percent}% of the text lies in them', zh: '正文的 {percent}% 在题目里' },
} as const satisfies SentenceTable
