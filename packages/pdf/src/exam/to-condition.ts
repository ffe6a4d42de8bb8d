import type { Question } from '@cardpress/core'

/** What can be asked of a question. */
const fields = {
  tag: (question) => question.tags,
  flag: (question) => question.flags,
  section: (question) => question.section,
  kind: (question) => [question.kind],
  difficulty: (question) => [question.difficulty ?? ''],
  confidence: (question) => [question.confidence],
  id: (question) => [question.id],
  number: (question) => [question.number ?? ''],
} satisfies Record<string, (question: Question) => readonly string[]>

/**
 * Makes a condition of its text: `tag=cnn,difficulty!=easy` (all must hold).
 * @param text conditions `field=value` or `field!=value`, joined by commas; fields: tag, flag, section, kind,
 *   difficulty, confidence, id, number
 * @throws Error that names the part which is no condition
 */
export function toCondition(text: string): (question: Question) => boolean {
  const tests = text.split(',').map((part) => {
    const [, name = '', operator = '', value = ''] = part.match(/^\s*([a-z]+)\s*(!?=)\s*(.*?)\s*$/) ?? []
    const read = Object.hasOwn(fields, name) ? fields[name as keyof typeof fields] : undefined
    if (!read)
      throw new Error(
        `"${part}" is no condition: FIELD=VALUE or FIELD!=VALUE, FIELD one of ${Object.keys(fields).join(', ')}`,
      )
    return (question: Question) => read(question).includes(value) === (operator === '=')
  })
  return (question) => tests.every((test) => test(question))
}
