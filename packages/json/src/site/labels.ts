/** The words that a site prints. */
export interface Labels {
  readonly answer: string
  readonly explanation: string
  readonly hint: string
  readonly references: string
  readonly noAnswer: string
  readonly true: string
  readonly false: string
  readonly downloads: string
  readonly questions: (count: number) => string
  readonly collections: (count: number) => string
  readonly listSeparator: string
}

/** Returns the words in the language of a BCP 47 tag: Chinese or, for any other, English. */
export function labelsFor(language: string): Labels {
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
  downloads: 'Downloads',
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
  downloads: '下载',
  questions: (count) => `${count} 道题`,
  collections: (count) => `${count} 个题集`,
  listSeparator: '、',
}
