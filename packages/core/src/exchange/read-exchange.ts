import type { Article } from '../article.ts'
import { say } from '../messages/say.ts'
import { correct, placeCorrections } from '../recognise/apply-settings.ts'
import { toDocument } from '../recognise/document.ts'
import { toLines } from '../recognise/lines/to-lines.ts'
import type { Recognition } from '../recognise/recognition.ts'
import { subtractSpans, trimSpan } from '../recognise/spans.ts'
import type { Settings } from '../settings.ts'
import { messagesAbout } from '../validate/message.ts'
import { readAiken } from './aiken/read-aiken.ts'
import { readGift } from './gift/read-gift.ts'
import type { QuizFile, QuizItem } from './quiz-item.ts'
import { toDraft } from './to-draft.ts'

/** Formats in which programs pass quizzes to each other: they say outright what is a question, an option, a key. */
export type ExchangeFormat = 'gift' | 'aiken'

const readers: Readonly<Record<ExchangeFormat, (source: string) => QuizFile>> = { gift: readGift, aiken: readAiken }

/**
 * Returns the questions of an exchange file. Nothing is inferred: what the format does not allow is a mistake, told with
 * its place, and the other questions are read all the same.
 *
 * @param article The file, as text.
 * @param format Its format.
 * @param settings What a person says about single questions (by `line 12`, or by their first words).
 */
export function readExchange(article: Article, format: ExchangeFormat, settings: Settings = {}): Recognition {
  const { source, path } = article
  const file = readers[format](source)
  const tell = messagesAbout(path, source)
  const document = toDocument(toLines(article.tree, source), source, settings)
  const { questions, messages } = correct(
    file.items.map((item) => toDraft(item, source)),
    placeCorrections(document, settings),
  )
  const taken = [...file.items.map(({ span }) => span), ...file.leftovers.map(({ span }) => span)]
  const rest = subtractSpans(
    [{ start: 0, end: source.length }],
    taken.toSorted((a, b) => a.start - b.start),
  ).flatMap((span) => trimSpan(source, span) ?? [])
  return {
    reading: {
      question: { style: format, example: '', count: file.items.length },
      ...keyMark(file.items, format),
      confidence: 'sure',
    },
    metadata: file.title === undefined ? {} : { title: file.title },
    questions,
    leftovers: [...file.leftovers, ...rest.map((span) => ({ span, reason: 'no-question' }))].toSorted(
      (a, b) => a.span.start - b.span.start,
    ),
    messages: [
      ...file.mistakes.map((mistake) => tell({ ...mistake, fatal: true })),
      ...(questions.length === 0
        ? [tell({ reason: say(`${format}.no-questions`, { example: '{=4 ~5}' }), ruleId: 'no-questions' })]
        : []),
      ...messages,
    ],
    readings: [],
    guesses: [],
  }
}

function keyMark(items: readonly QuizItem[], format: ExchangeFormat): Pick<Recognition['reading'], 'key'> {
  const count = items.filter((item) =>
    item.kind === 'choice' ? item.options.some(({ isRight }) => isRight) : item.kind === 'true-false',
  ).length
  return count === 0 ? {} : { key: { style: 'prefix', example: format === 'gift' ? '=' : 'ANSWER:', count } }
}
