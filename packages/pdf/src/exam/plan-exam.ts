import type { Question, QuestionBank } from '@cardpress/core'
import type { Sentence } from '@cardpress/core/messages'
import { randomNumbers, shuffled } from './random.ts'
import { type ChoiceQuestion, shuffleOptions } from './shuffle-options.ts'

/** What an exam is made of. */
export interface ExamRequest {
  /** Names of the versions; default one without a name, in the bank's order. */
  readonly versions: readonly string[]
  /** The same seed gives the same exam. */
  readonly seed: number
  /** How many questions, drawn by the seed; all where absent. */
  readonly pick?: number | undefined
  readonly kinds?: readonly Question['kind'][] | undefined
  /** Sections by name, at any depth. */
  readonly sections?: readonly string[] | undefined
  /** Further condition on a question. */
  readonly where?: ((question: Question) => boolean) | undefined
  /** Points by kind, for questions that have none in the bank. */
  readonly points: Readonly<Record<Question['kind'], number>>
}

/** One question of one version. */
export interface ExamQuestion {
  /** As printed, from 1. */
  readonly number: number
  /** With its options in this version's order. */
  readonly question: Question
  readonly points: number
  /** Old letter to new letter. */
  readonly letters: ReadonlyMap<string, string>
}

/** Questions of one kind. */
export interface ExamPart {
  readonly kind: Question['kind']
  readonly questions: readonly ExamQuestion[]
  readonly points: number
}

export interface ExamVersion {
  /** Empty where there is only one. */
  readonly name: string
  readonly parts: readonly ExamPart[]
  readonly points: number
}

/** Questions that stay together: one, or all of a shared stem. */
type Cluster = readonly Question[]

/** The order in which kinds are asked. */
const kindOrder: readonly Question['kind'][] = [
  'single-choice',
  'multiple-choice',
  'true-false',
  'cloze',
  'short-answer',
  'open',
]

/**
 * Chooses the questions of an exam and puts each version in order.
 * @param onKept called with a question whose options are left in their order although there are versions, and why
 */
export function planExam(
  bank: QuestionBank,
  request: ExamRequest,
  onKept: (question: Question, reason: Sentence) => void,
): ExamVersion[] {
  const chosen = choose(bank, request)
  const isShuffled = request.versions.length > 0
  const told = new Set<string>()
  return (isShuffled ? request.versions : ['']).map((name) => {
    let number = 0
    const parts: ExamPart[] = []
    for (const kind of kindOrder) {
      const clusters = chosen.filter((cluster) => cluster[0]?.kind === kind)
      const order = isShuffled ? shuffled(clusters, randomNumbers(`${request.seed}/${name}/${kind}`)) : clusters
      const questions = order.flat().map((question): ExamQuestion => {
        number++
        const points = question.points ?? request.points[question.kind]
        if (!isShuffled || !isChoice(question)) return { number, question, points, letters: new Map() }
        const result = shuffleOptions(question, randomNumbers(`${request.seed}/${name}/${question.id}`))
        if (result.kept !== undefined && !told.has(question.id)) {
          told.add(question.id)
          onKept(question, result.kept)
        }
        return { number, question: result.question, points, letters: result.letters }
      })
      if (questions.length > 0) parts.push({ kind, questions, points: sum(questions.map((one) => one.points)) })
    }
    return { name, parts, points: sum(parts.map((part) => part.points)) }
  })
}

function isChoice(question: Question): question is ChoiceQuestion {
  return question.kind === 'single-choice' || question.kind === 'multiple-choice'
}

function choose(bank: QuestionBank, request: ExamRequest): Cluster[] {
  const fitting = bank.questions.filter(
    (question) =>
      (!request.kinds || request.kinds.includes(question.kind)) &&
      (!request.sections || question.section.some((name) => request.sections?.includes(name))) &&
      (!request.where || request.where(question)),
  )
  const clusters: Question[][] = []
  for (const question of fitting) {
    const last = clusters.at(-1)
    if (question.group && last?.[0]?.group?.id === question.group.id) last.push(question)
    else clusters.push([question])
  }
  const { pick } = request
  if (pick === undefined || pick >= fitting.length) return clusters
  const drawn = new Set<Question[]>()
  let count = 0
  for (const cluster of shuffled(clusters, randomNumbers(`${request.seed}/pick`))) {
    if (count + cluster.length > pick) continue
    drawn.add(cluster)
    count += cluster.length
  }
  return clusters.filter((cluster) => drawn.has(cluster))
}

function sum(values: readonly number[]): number {
  // Points may be halves; sums of tenths must not print as 0.30000000000000004.
  return Math.round(values.reduce((total, value) => total + value, 0) * 100) / 100
}
