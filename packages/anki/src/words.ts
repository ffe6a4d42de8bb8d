/** What a card says by itself, in one language. */
export interface Words {
  readonly answer: string
  readonly explanation: string
  readonly hint: string
  readonly references: string
  readonly myNotes: string
  readonly source: string
  readonly multiple: string
  readonly right: string
  readonly wrong: string
  readonly partly: string
  readonly missed: string
  readonly picked: string
  readonly trueWord: string
  readonly falseWord: string
  readonly alsoAccepted: string
  readonly questions: (count: number) => string
  readonly flags: Readonly<Record<string, string>>
}

/** The languages that cards speak, by BCP 47 tag; `en` is also what any other language gets. */
export const words = {
  en: {
    answer: 'Answer',
    explanation: 'Explanation',
    hint: 'Hint',
    references: 'References',
    myNotes: 'My notes',
    source: 'Source',
    multiple: 'Choose all that apply',
    right: 'Correct',
    wrong: 'Not correct',
    partly: 'Partly correct',
    missed: 'missed',
    picked: 'your pick',
    trueWord: 'True',
    falseWord: 'False',
    alsoAccepted: 'Also accepted:',
    questions: (count) => `${count} question${count === 1 ? '' : 's'}`,
    flags: {
      'missing-figure': 'The article lost a formula or picture here.',
      disputed: 'The author is not sure of this answer.',
      'no-answer': 'The article gives no answer to this question.',
      'no-key': 'The article names no correct option.',
      'hint-only': 'The article gives only a hint, not a full answer.',
      'duplicate-number': 'Another question of the article has the same number.',
      placeholder: 'The article left this answer to be written.',
      converted: 'This was another kind of question in the article.',
    },
  },
  zh: {
    answer: '答案',
    explanation: '解析',
    hint: '提示',
    references: '参考',
    myNotes: '我的笔记',
    source: '出处',
    multiple: '多选题',
    right: '回答正确',
    wrong: '回答错误',
    partly: '部分正确',
    missed: '漏选',
    picked: '你的选择',
    trueWord: '正确',
    falseWord: '错误',
    alsoAccepted: '也可以答：',
    questions: (count) => `${count} 道题`,
    flags: {
      'missing-figure': '原文此处的公式或图片已缺失。',
      disputed: '作者对这个答案存疑。',
      'no-answer': '原文没有给出答案。',
      'no-key': '原文没有给出正确选项。',
      'hint-only': '原文只给了提示，没有完整答案。',
      'duplicate-number': '原文中另有一题使用了相同的题号。',
      placeholder: '原文的答案还没有写。',
      converted: '原文中这是另一种题型。',
    },
  },
  'zh-Hant': {
    answer: '答案',
    explanation: '解析',
    hint: '提示',
    references: '參考',
    myNotes: '我的筆記',
    source: '出處',
    multiple: '多選題',
    right: '回答正確',
    wrong: '回答錯誤',
    partly: '部分正確',
    missed: '漏選',
    picked: '你的選擇',
    trueWord: '正確',
    falseWord: '錯誤',
    alsoAccepted: '也可以答：',
    questions: (count) => `${count} 道題`,
    flags: {
      'missing-figure': '原文此處的公式或圖片已缺失。',
      disputed: '作者對這個答案存疑。',
      'no-answer': '原文沒有給出答案。',
      'no-key': '原文沒有給出正確選項。',
      'hint-only': '原文只給了提示，沒有完整答案。',
      'duplicate-number': '原文中另有一題使用了相同的題號。',
      placeholder: '原文的答案還沒有寫。',
      converted: '原文中這是另一種題型。',
    },
  },
} as const satisfies Record<string, Words>

/** Returns what cards say in a language, English where the language is not known. */
export function wordsOf(language: string): Words {
  if (/^zh-(?:hant|tw|hk|mo)\b/i.test(language)) return words['zh-Hant']
  return /^zh\b/i.test(language) ? words.zh : words.en
}
