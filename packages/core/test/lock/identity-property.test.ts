import { type Lock, type QuestionDraft, updateLock } from '@cardpress/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choice, open } from './drafts.ts'

/** A question and who it is, which the lock must find out by itself. */
interface Known {
  readonly who: number
  readonly draft: QuestionDraft
}

const english =
  'gradient kernel layer weight dropout batch tensor anchor sigmoid momentum entropy margin pooling stride padding residual encoder decoder attention query value scale bias variance recall precision threshold sampling epoch cluster margin feature channel receptive field saliency pruning distillation quantisation'.split(
    ' ',
  )
const chinese = [
  ...'网络卷积梯度权重激活函数损失训练样本特征通道检测分割池化步长填充残差编码解码注意缩放偏置方差召回精度阈值采样聚类剪枝蒸馏量化',
]

const words = (minimum: number, maximum: number) =>
  fc.oneof(
    fc.array(fc.constantFrom(...english), { minLength: minimum, maxLength: maximum }).map((list) => list.join(' ')),
    fc
      .array(fc.constantFrom(...chinese), { minLength: 2 * minimum, maxLength: 2 * maximum })
      .map((list) => list.join('')),
  )

const question = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({ prompt: words(6, 10), answer: words(10, 20) })
      .map(({ prompt, answer }) => open(`${prompt}?`, answer)),
  },
  // The same prompt again and again, as articles of exercises have it.
  {
    weight: 1,
    arbitrary: fc.tuple(words(8, 12), words(8, 12)).map((options) => choice('What is printed?', options, 'A')),
  },
)

/** Edits that an author makes; each takes an article and what is needed to choose a place. */
const edits = {
  rewordOne: (article: readonly Known[], at: number) =>
    change(article, at, (draft) => (isGeneric(draft) ? draft : withPrompt(draft, reword(promptOf(draft))))),
  changeAnswer: (article: readonly Known[], at: number, fresh: QuestionDraft) =>
    change(article, at, (draft) =>
      isGeneric(draft) || draft.kind !== 'open' || fresh.kind !== 'open' ? draft : { ...draft, answer: fresh.answer },
    ),
  renumber: (article: readonly Known[]) =>
    article.map(({ who, draft }, index) => ({
      who,
      draft: { ...draft, number: String(index + 1), line: index * 7 + 1 },
    })),
  moveSection: (article: readonly Known[], at: number) =>
    change(article, at, (draft) => ({ ...draft, section: ['Moved'] })),
  move: (article: readonly Known[], at: number) => {
    const from = at % article.length
    const rest = article.filter((_, index) => index !== from)
    const to = (at * 7) % article.length
    return [...rest.slice(0, to), article[from] as Known, ...rest.slice(to)]
  },
  insert: (article: readonly Known[], at: number, fresh: QuestionDraft, who: number) => {
    const to = at % (article.length + 1)
    return [...article.slice(0, to), { who, draft: fresh }, ...article.slice(to)]
  },
  remove: (article: readonly Known[], at: number) =>
    article.length === 1 ? article : article.filter((_, index) => index !== at % article.length),
} as const

type EditName = keyof typeof edits

function change(article: readonly Known[], at: number, map: (draft: QuestionDraft) => QuestionDraft): readonly Known[] {
  return article.map((known, index) => (index === at % article.length ? { ...known, draft: map(known.draft) } : known))
}

const promptOf = (draft: QuestionDraft): string => draft.title
const isGeneric = (draft: QuestionDraft): boolean => promptOf(draft) === 'What is printed?'
const withPrompt = (draft: QuestionDraft, prompt: string): QuestionDraft => ({
  ...draft,
  title: prompt,
  prompt: open(prompt).prompt,
})

/** Adds a word, drops one, or changes the ends: what people do to make a question clearer. */
function reword(prompt: string): string {
  const list = prompt.includes(' ') ? prompt.split(' ') : [...prompt]
  const glue = prompt.includes(' ') ? ' ' : ''
  return [...list.slice(0, 2), prompt.includes(' ') ? 'please' : '请问', ...list.slice(3)].join(glue)
}

const steps = fc.array(
  fc.record({
    edit: fc.constantFrom<EditName>('rewordOne', 'changeAnswer', 'renumber', 'moveSection', 'move', 'insert', 'remove'),
    at: fc.nat(1000),
    fresh: question,
  }),
  { minLength: 1, maxLength: 8 },
)

/** Whether two articles' questions could be taken for one another by anyone: then no promise is made. */
const distinct = (article: readonly Known[]): boolean =>
  new Set(article.map(({ draft }) => JSON.stringify([draft.prompt, 'options' in draft && draft.options]))).size ===
  article.length

test('ids survive any script of edits, are never shared and never reused, and untouched content keeps its time', () => {
  fc.assert(
    fc.property(fc.array(question, { minLength: 1, maxLength: 12 }), steps, (drafts, script) => {
      let article: readonly Known[] = drafts.map((draft, who) => ({ who, draft }))
      fc.pre(distinct(article))
      let next = article.length
      let now = 1_700_000_000
      let update = updateLock(
        undefined,
        article.map(({ draft }) => draft),
        { collection: 'c', deck: 'd', now },
      )
      const idOf = new Map(article.map(({ who }, index) => [who, update.identities[index]?.id]))
      const everUsed = new Set(idOf.values())
      for (const { edit, at, fresh } of script) {
        const before = new Map(
          article.map(({ who, draft }, index) => [who, { draft, identity: update.identities[index] }]),
        )
        const edited = edits[edit](article, at, fresh, next++)
        if (!distinct(edited)) continue
        article = edited
        now += 60
        update = updateLock(
          update.lock as Lock,
          article.map(({ draft }) => draft),
          { collection: 'c', deck: 'd', now },
        )
        const ids = update.identities.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const [index, { who, draft }] of article.entries()) {
          const identity = update.identities[index]
          const old = before.get(who)
          if (old === undefined) {
            // A new question's id was nobody's before.
            expect(everUsed).not.toContain(identity?.id)
            idOf.set(who, identity?.id)
            everUsed.add(identity?.id)
            continue
          }
          expect(identity?.id).toBe(idOf.get(who))
          if (identity?.contentHash === old.identity?.contentHash)
            expect(identity?.modified).toBe(old.identity?.modified)
          else expect(identity?.modified).toBeGreaterThan(old.identity?.modified ?? Number.POSITIVE_INFINITY)
          if (JSON.stringify(draft) === JSON.stringify(old.draft)) expect(identity).toEqual(old.identity)
        }
        // The same again: nothing moves.
        expect(
          updateLock(
            update.lock,
            article.map(({ draft }) => draft),
            { collection: 'c', deck: 'd', now: now + 9 },
          ).lock,
        ).toEqual(update.lock)
      }
    }),
    { numRuns: Number(process.env.CARDPRESS_RUNS ?? 150), seed: 7 },
  )
})

test('whatever two articles are, no two questions get one id and no id changes hands without likeness', () => {
  fc.assert(
    fc.property(fc.array(question, { maxLength: 12 }), fc.array(question, { maxLength: 12 }), (first, second) => {
      const one = updateLock(undefined, first, { collection: 'c', deck: 'd', now: 5 })
      const two = updateLock(one.lock, second, { collection: 'c', deck: 'd', now: 9 })
      const ids = [...two.lock.questions, ...two.lock.retired].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { id } of one.identities) expect(ids).toContain(id)
    }),
    { numRuns: Number(process.env.CARDPRESS_RUNS ?? 150), seed: 11 },
  )
})
