import type { QuestionDraft } from './recognition.ts'

/**
 * Returns questions with a flag at those whose number stands twice in one section. They stay apart.
 *
 * @param questions The questions.
 */
export function flagDuplicates(questions: readonly QuestionDraft[]): QuestionDraft[] {
  const seen = new Map<string, number>()
  const keyOf = ({ section, number }: QuestionDraft): string => JSON.stringify([section, number])
  for (const question of questions)
    if (question.number !== undefined) seen.set(keyOf(question), (seen.get(keyOf(question)) ?? 0) + 1)
  return questions.map((question) =>
    question.number !== undefined && (seen.get(keyOf(question)) ?? 0) > 1
      ? { ...question, flags: [...question.flags, 'duplicate-number'] }
      : question,
  )
}
