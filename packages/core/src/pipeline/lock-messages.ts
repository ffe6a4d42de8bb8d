import type { LockReport } from '../lock/lock-report.ts'
import { kindName } from '../messages/kind-name.ts'
import { say } from '../messages/say.ts'
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
      reason: say('duplicate-id', { id: drafts[draft]?.explicitId ?? '' }),
      ruleId: 'duplicate-id',
      fatal: true,
      span: spanOf(draft),
    })),
    ...report.renamed.map(({ draft, from, to }) => ({
      reason: say('renamed-id', { from, to }),
      ruleId: 'renamed-id',
      span: spanOf(draft),
    })),
    ...report.familyChanged.map(({ id, from, to }) => ({
      reason: say('kind-changed', { from: kindName(from), to: kindName(to) }),
      ruleId: 'kind-changed',
      span: spanOf(ids.indexOf(id)),
    })),
    ...report.reworded.map(({ id, from }) => ({
      reason: say('reworded-question', { from }),
      ruleId: 'reworded-question',
      fatal: 'info' as const,
      span: spanOf(ids.indexOf(id)),
    })),
    ...report.retired.map(({ id, title }) => ({
      reason: say('retired-question', { title, id }),
      ruleId: 'retired-question',
      fatal: 'info' as const,
    })),
    ...report.ambiguous.map((draft) => ({
      reason: say('ambiguous-identity'),
      ruleId: 'ambiguous-identity',
      span: spanOf(draft),
    })),
  ]
}
