import { editSettings, kindName, type Mark, type Question, type SettingsEdit } from '@cardpress/core'
import { asSentence, sentenceOf } from '@cardpress/core/messages'
import type { ReadInput } from '../read-input.ts'
import type { Choice, Place } from './place.ts'

/**
 * Returns the places of an article that are not certain, in the order in which they are best settled: how the page is
 * marked, settings that fit nothing, and the questions that are less certain than the page.
 *
 * @param read - the article as it is read now
 */
export function findPlaces(read: ReadInput): Place[] {
  const { bank, isAccepted, messages, settings } = read
  if (isAccepted) return []
  const text = settings?.text ?? ''
  const places: Place[] = []
  if (bank === undefined || bank.questions.length === 0 || bank.reading.confidence !== 'sure')
    places.push(ofReading(read))
  for (const message of messages) {
    const { ruleId, actual } = message
    const path = ruleId === 'unknown-correction' ? ['corrections', actual ?? ''] : ['questions']
    if (ruleId !== 'unknown-correction' && ruleId !== 'unknown-mark') continue
    const edits = [{ path, value: undefined }]
    // What a flag or the frontmatter says is not in the file.
    if (editSettings(text, edits) === text) continue
    const choices: Choice[] = [{ text: 'reviewForget', values: { setting: path.join(': ') }, edits }]
    places.push({
      id: path.join(' '),
      line: 1,
      about: 'setting',
      title: sentenceOf(message),
      choices,
      typed: undefined,
    })
  }
  for (const [index, question] of (bank?.questions ?? []).entries())
    if (rank[question.confidence] < rank[bank?.reading.confidence ?? 'sure'])
      places.push(ofQuestion(question, index, bank?.questions ?? []))
  return places
}

const rank = { unsure: 0, likely: 1, sure: 2 } as const

/** Readings that are offered beside the one that is taken. */
const mostRivals = 2

function ofReading({ bank, readings }: ReadInput): Place {
  const isRead = bank !== undefined && bank.questions.length > 0
  const ranked = isRead ? readings : [undefined, ...readings]
  const [taken, ...others] = ranked
  const { runnerUp } = bank?.reading ?? {}
  const isRunnerUp = ({ mark }: (typeof readings)[number]) =>
    mark.style === runnerUp?.style && mark.example === runnerUp.example
  const rivals = others
    .filter((one) => one !== undefined)
    // Readings of other names that begin the same questions are no choice.
    .filter(
      (one, at, all) => ![taken, ...all.slice(0, at)].some((former) => former && startsOf(former) === startsOf(one)),
    )
    .sort((one, other) => Number(isRunnerUp(other)) - Number(isRunnerUp(one)))
    .slice(0, mostRivals)
  const choice = (text: Choice['text'], mark: Mark): Choice => ({
    text,
    values: { mark: mark.example || mark.style, count: mark.count },
    edits: [
      {
        path: ['questions'],
        value: nameOf(
          mark,
          readings.map((one) => one.mark),
        ),
      },
    ],
  })
  return {
    id: 'reading',
    line: bank?.questions[0]?.line ?? 1,
    about: 'reading',
    title: asSentence(taken?.mark.example ?? ''),
    choices: [
      ...(taken === undefined ? [] : [choice('reviewKeep', taken.mark)]),
      ...rivals.map(({ mark }) => choice('reviewMark', mark)),
    ],
    typed: { text: 'reviewTypeMark', edits: (words) => [{ path: ['questions'], value: words }] },
  }
}

function startsOf({ lines, questions }: ReadInput['readings'][number]): string {
  return `${questions}: ${lines.join(' ')}`
}

/** The shortest name by which the settings know a reading: its style, with its detail where others share the style. */
function nameOf({ style, detail = '' }: Mark, all: readonly Mark[]): string {
  return all.filter((mark) => mark.style === style).length > 1 ? `${style} ${detail}`.trim() : style
}

function ofQuestion(question: Question, index: number, all: readonly Question[]): Place {
  const { number, line, kind, title } = question
  // A number outlives lines that are inserted above.
  const isNamed = /^\d{1,6}$/.test(number ?? '') && all.filter((one) => one.number === number).length === 1
  const key = isNamed && number !== undefined ? number : `line ${line}`
  const set = (field: string, value: SettingsEdit['value']): SettingsEdit[] => [
    { path: ['corrections', key, field], value },
  ]
  const other = otherKinds[kind]
  const hasKey = kind === 'single-choice' || kind === 'multiple-choice' || kind === 'true-false'
  return {
    id: key,
    line,
    about: 'question',
    title: asSentence(title),
    choices: [
      { text: 'reviewIs', values: {}, edits: set('question', true) },
      ...(index === 0 ? [] : [{ text: 'reviewIsNone', values: {}, edits: set('question', false) } as const]),
      ...(other === undefined
        ? []
        : [{ text: 'reviewKind', values: { kind: kindName(other) }, edits: set('kind', other) } as const]),
    ],
    typed: hasKey
      ? { text: 'reviewTypeKey', edits: (words) => set('key', kind === 'true-false' ? isTrue(words) : words) }
      : undefined,
  }
}

const otherKinds: Partial<Record<Question['kind'], 'single-choice' | 'multiple-choice' | 'open' | 'true-false'>> = {
  'single-choice': 'multiple-choice',
  'multiple-choice': 'single-choice',
  'true-false': 'open',
}

function isTrue(words: string): boolean {
  return /^(?:t|true|y|yes|对|正确|√)$/iu.test(words.trim())
}
