import { createHash } from 'node:crypto'
import type { QuestionDraft } from '../recognise/recognition.ts'

/**
 * Returns a sha256, in hex, of what a person learns from a question: its kind, prompt, options, key, answer,
 * explanation, hint, references, shared stem, difficulty, points, section, tags and flags. Pictures count by their
 * bytes, because their names are hashes of them. Number, order, line, spans and certainty do not count: one insertion must
 * not rewrite every note.
 */
export function contentHash(question: QuestionDraft): string {
  const {
    number: _n,
    title: _t,
    confidence: _c,
    line: _l,
    spans: _s,
    markers: _m,
    explicitId: _e,
    group,
    ...rest
  } = question
  const learned = { ...rest, group: group?.stem, tags: [...question.tags].sort(), flags: [...question.flags].sort() }
  return createHash('sha256').update(canonical(learned)).digest('hex')
}

/** JSON with the keys of every object in order, so that the order in which a tree was built does not count. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  fields.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`
}
