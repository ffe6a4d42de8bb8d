import type { GIFTQuestion, TextFormat } from 'gift-pegjs'
import type { Span } from '../../schema/bank.ts'
import { toLine } from '../../to-text.ts'
import type { QuizItem, Rich } from '../quiz-item.ts'
import { toBlocks } from '../to-blocks.ts'
import { numericAnswers } from './numeric-answers.ts'

/** Where a question of a GIFT file stands. */
export interface Place {
  /** Its own text, comments before it left out. */
  readonly source: string
  readonly span: Span
  /** 1-based. */
  readonly line: number
  readonly section: readonly string[]
}

const validId = /^[a-z0-9][a-z0-9._-]{0,63}$/u

/**
 * Returns a question of GIFT.
 *
 * @param parsed The question as gift-pegjs gives it.
 * @param place Where it stands.
 */
export function toItem(
  parsed: Exclude<GIFTQuestion, { type: 'Category' | 'Description' }>,
  { source, span, line, section }: Place,
): QuizItem {
  const { id, tags, stem, globalFeedback } = parsed
  const base = {
    span,
    line,
    ...(id && validId.test(id) ? { id } : {}),
    tags: (tags ?? []).map((tag) => tag.trim()).filter((tag) => tag !== ''),
    section,
    // The parser puts a gap with a space on both sides where answers stand amid a sentence.
    stem: rich({ ...stem, text: stem.text.replace(/_____ (?=[.,;:?!。，；：？！)）])/u, '_____') }),
  }
  const general = textsOf(globalFeedback)
  switch (parsed.type) {
    case 'MC': {
      const weighs = parsed.choices.some(({ isCorrect, weight }) => !isCorrect && (weight ?? 0) > 0)
      const options = parsed.choices.map(({ text, feedback, isCorrect, weight }) => ({
        content: rich(text),
        feedback: feedback ? rich(feedback) : undefined,
        isRight: isCorrect || (weight ?? 0) > 0,
      }))
      // One option alone is no choice.
      if (options.length < 2)
        return { ...base, kind: 'open', answer: [...options.map(({ content }) => content), ...general] }
      return { ...base, kind: 'choice', options, isMultiple: weighs, explanation: general }
    }
    case 'TF':
      return {
        ...base,
        kind: 'true-false',
        answer: parsed.isTrue,
        explanation: [...textsOf(parsed.trueFeedback), ...textsOf(parsed.falseFeedback), ...general],
      }
    case 'Short':
      return {
        ...base,
        kind: 'short-answer',
        accepted: parsed.choices
          .map(({ text, feedback }) => ({
            text: toLine(toBlocks(rich(text))),
            feedback: feedback ? rich(feedback) : undefined,
          }))
          // A star alone takes anything, to give feedback on it; one behind a backslash is a star.
          .filter(({ text }) => text !== '' && text !== '*')
          .map((one) => ({ ...one, text: one.text.replaceAll('\\*', '*') }))
          .filter(({ text }, index, all) => all.findIndex((one) => one.text === text) === index),
        explanation: general,
      }
    case 'Numerical': {
      const answers = numericAnswers(source).map((text): Rich => ({ text, format: 'text' }))
      const feedback = Array.isArray(parsed.choices) ? parsed.choices.map((choice) => textsOf(choice.feedback)) : []
      const isPaired = feedback.length === answers.length
      return {
        ...base,
        kind: 'open',
        isConverted: true,
        answer: isPaired
          ? [...answers.flatMap((answer, index) => [answer, ...(feedback[index] ?? [])]), ...general]
          : [...answers, ...feedback.flat(), ...general],
      }
    }
    case 'Matching':
      return {
        ...base,
        kind: 'open',
        isConverted: true,
        pairs: parsed.matchPairs
          .filter(({ subquestion }) => subquestion.text.trim() !== '')
          .map(({ subquestion, subanswer }) => [rich(subquestion), subanswer] as const),
        answer: general,
      }
    case 'Essay':
      return { ...base, kind: 'open', answer: general }
  }
}

function textsOf(text: TextFormat | null | undefined): Rich[] {
  return text && text.text.trim() !== '' ? [rich(text)] : []
}

/** Moodle's own format is plain text in which tags count. */
function rich({ format, text }: TextFormat): Rich {
  if (format === 'html' || format === 'markdown') return { text, format }
  const hasMarkup = format === 'moodle' && /<\/?[a-z][^<>]*>|&(?:[a-z]+|#\d+);/iu.test(text)
  return { text, format: hasMarkup ? 'html' : 'text' }
}
