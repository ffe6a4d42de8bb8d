import type { LockReport } from '../lock/lock-report.ts'
import type { QuestionDraft } from '../recognise/recognition.ts'
import type { Diagnostic } from '../validate/message.ts'

/** Returns what the author should know of the changes that the lock has seen. */
export function lockMessages(
  report: LockReport,
  drafts: readonly QuestionDraft[],
  ids: readonly string[],
): readonly Diagnostic[] {
  const spanOf = (draft: number) => drafts[draft]?.spans[0]
  return [
    ...report.duplicateIds.map((draft) => ({
      reason: `Another question has the id {#${drafts[draft]?.explicitId}} already, so this one gets an id of its own. Give it another`,
      ruleId: 'duplicate-id',
      fatal: true,
      span: spanOf(draft),
    })),
    ...report.renamed.map(({ draft, from, to }) => ({
      reason: `This question was {#${from}} and is now {#${to}}: its card starts anew. Write {#${from}} to keep what was learned`,
      ruleId: 'renamed-id',
      span: spanOf(draft),
    })),
    ...report.familyChanged.map(({ id, from, to }) => ({
      reason: `This question was ${from} and is ${to} now: it becomes another note in Anki, and what was learned stays with the old one`,
      ruleId: 'kind-changed',
      span: spanOf(ids.indexOf(id)),
    })),
    ...report.reworded.map(({ id, from }) => ({
      reason: `This question is taken for “${from}” reworded, and keeps its card. If it is another, write a new id after it: {#id}`,
      ruleId: 'reworded-question',
      fatal: 'info' as const,
      span: spanOf(ids.indexOf(id)),
    })),
    ...report.retired.map(({ id, title }) => ({
      reason: `“${title}” (${id}) is no longer in the article; its card stays in Anki until you delete it`,
      ruleId: 'retired-question',
      fatal: 'info' as const,
    })),
    ...report.ambiguous.map((draft) => ({
      reason:
        'This question was reworded, and more than one earlier question could be it, so it counts as new. To say which, write its id from the lock after it: {#id}',
      ruleId: 'ambiguous-identity',
      span: spanOf(draft),
    })),
  ]
}
