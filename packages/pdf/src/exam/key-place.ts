import type { ExamQuestion, ExamVersion } from './plan-exam.ts'

/** The key's file, for links from the exams. */
export const keyFile = 'exam-key.pdf'

/** Returns the name of the place in the key where a question is answered. */
export function keyPlace(version: Pick<ExamVersion, 'name'>, one: Pick<ExamQuestion, 'number'>): string {
  return `k-${version.name}-${one.number}`
}
