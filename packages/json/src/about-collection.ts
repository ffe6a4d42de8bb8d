import type { QuestionBank } from '@cardpress/core'

/** Returns what is said of a collection at the head of every file about it, in its order there. */
export function aboutCollection(bank: QuestionBank) {
  const { collection, title, description, language, tags, license, author, url, translationOf } = bank
  return {
    collection,
    title,
    ...(description === undefined ? {} : { description }),
    language,
    tags,
    ...(license === undefined ? {} : { license }),
    ...(author === undefined ? {} : { author }),
    ...(url === undefined ? {} : { url }),
    ...(translationOf === undefined ? {} : { translationOf }),
  }
}
