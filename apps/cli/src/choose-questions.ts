import type { Question, QuestionBank } from '@cardpress/core'

/**
 * Returns the questions of a bank that meet a condition. The tags of an article are tags of each of its questions.
 *
 * @param bank - as it was read
 * @param meets - of `toCondition`
 */
export function chooseQuestions({ questions, tags }: QuestionBank, meets: (question: Question) => boolean): Question[] {
  return questions.filter((question) => meets({ ...question, tags: [...tags, ...question.tags] }))
}
