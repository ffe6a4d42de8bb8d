import { type SentenceTable, sayFrom } from '@cardpress/core/messages'

/** Every sentence that this package says to a person. */
export const texts = {
  'lms-no-key': {
    en: 'Question {number} has no key: learning platforms get it as an essay question',
    zh: '第 {number} 题没有标准答案：在学习平台上成为问答题',
  },
} as const satisfies SentenceTable

/** Says a sentence of this package. */
export const say = sayFrom(texts)
