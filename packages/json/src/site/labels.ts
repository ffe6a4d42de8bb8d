/** The words that a site prints. */
export interface Labels {
  readonly answer: string
  readonly explanation: string
  readonly hint: string
  readonly references: string
  readonly noAnswer: string
  readonly true: string
  readonly false: string
  readonly contents: string
  readonly downloads: string
  /** What a file of a build is, by its name; a deck by its extension. */
  readonly files: Readonly<Record<FileKind, string>>
  /** What a reader should know of a question that has a flag. */
  readonly flags: Readonly<Record<NotedFlag, string>>
  readonly questions: (count: number) => string
  readonly collections: (count: number) => string
  readonly listSeparator: string
}

/** A flag that says something to a reader who sees the question and its answer. */
export type NotedFlag = 'missing-figure' | 'disputed' | 'hint-only' | 'placeholder'

/** A file that people take home. */
export type FileKind = 'apkg' | 'cheatsheet.pdf' | 'exam.pdf' | 'exam-key.pdf' | 'cards.pdf' | 'questions.json'

/** Returns the words in the language of a BCP 47 tag: Chinese, simplified or traditional, or, for any other, English. */
export function labelsFor(language: string): Labels {
  if (/^zh-(?:hant|tw|hk|mo)\b/i.test(language)) return traditional
  return /^zh\b/i.test(language) ? chinese : english
}

const english: Labels = {
  answer: 'Answer',
  explanation: 'Explanation',
  hint: 'Hint',
  references: 'References',
  noAnswer: 'The article gives no answer.',
  true: 'true',
  false: 'false',
  contents: 'Contents',
  downloads: 'Downloads',
  files: {
    apkg: 'Anki deck',
    'cheatsheet.pdf': 'Cheat sheet',
    'exam.pdf': 'Practice exam',
    'exam-key.pdf': 'Key to the exam',
    'cards.pdf': 'Flash cards to print',
    'questions.json': 'Questions as JSON',
  },
  flags: {
    'missing-figure': 'The article lost a formula or picture here.',
    disputed: 'The author is not sure of this answer.',
    'hint-only': 'The article gives only a hint, not a full answer.',
    placeholder: 'The article left this answer to be written.',
  },
  questions: (count) => (count === 1 ? '1 question' : `${count} questions`),
  collections: (count) => (count === 1 ? '1 collection' : `${count} collections`),
  listSeparator: ', ',
}

const chinese: Labels = {
  answer: '答案',
  explanation: '解析',
  hint: '提示',
  references: '参考',
  noAnswer: '原文没有给出答案。',
  true: '对',
  false: '错',
  contents: '目录',
  downloads: '下载',
  files: {
    apkg: 'Anki 牌组',
    'cheatsheet.pdf': '速查表',
    'exam.pdf': '练习卷',
    'exam-key.pdf': '练习卷答案',
    'cards.pdf': '可打印的卡片',
    'questions.json': '全部题目（JSON）',
  },
  flags: {
    'missing-figure': '原文此处的公式或图片已缺失。',
    disputed: '作者对这个答案存疑。',
    'hint-only': '原文只给了提示，没有完整答案。',
    placeholder: '原文的答案还没有写。',
  },
  questions: (count) => `${count} 道题`,
  collections: (count) => `${count} 个题集`,
  listSeparator: '、',
}

const traditional: Labels = {
  answer: '答案',
  explanation: '解析',
  hint: '提示',
  references: '參考',
  noAnswer: '原文沒有給出答案。',
  true: '對',
  false: '錯',
  contents: '目錄',
  downloads: '下載',
  files: {
    apkg: 'Anki 牌組',
    'cheatsheet.pdf': '速查表',
    'exam.pdf': '練習卷',
    'exam-key.pdf': '練習卷答案',
    'cards.pdf': '可列印的卡片',
    'questions.json': '全部題目（JSON）',
  },
  flags: {
    'missing-figure': '原文此處的公式或圖片已缺失。',
    disputed: '作者對這個答案存疑。',
    'hint-only': '原文只給了提示，沒有完整答案。',
    placeholder: '原文的答案還沒有寫。',
  },
  questions: (count) => `${count} 道題`,
  collections: (count) => `${count} 個題集`,
  listSeparator: '、',
}
