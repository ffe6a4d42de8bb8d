import type { Sentence } from '../messages/sentence.ts'
import type { Span } from '../schema/bank.ts'

/** A text of an exchange file, its escapes undone. */
export interface Rich {
  readonly text: string
  readonly format: 'text' | 'markdown' | 'html'
}

/** One option of a {@link QuizItem}. */
export interface QuizOption {
  readonly content: Rich
  readonly feedback?: Rich | undefined
  readonly isRight: boolean
}

interface QuizItemBase {
  /** Its part of the file, comments before it left out. */
  readonly span: Span
  /** 1-based line of the file where it begins. */
  readonly line: number
  /** The id that the file gives it. */
  readonly id?: string | undefined
  readonly tags: readonly string[]
  readonly section: readonly string[]
  readonly stem: Rich
}

/** A question of an exchange file (GIFT, Aiken), before it becomes one of a bank. */
export type QuizItem = QuizItemBase &
  (
    | {
        readonly kind: 'open'
        readonly answer: readonly Rich[]
        /** What the question asks for one by one, and the answer to each: a matching question. */
        readonly pairs?: ReadonlyArray<readonly [item: Rich, match: string]> | undefined
        /** It was of a kind that banks do not have: numeric, matching. */
        readonly isConverted?: boolean | undefined
      }
    | {
        readonly kind: 'choice'
        readonly options: readonly QuizOption[]
        /** Several options may be right. */
        readonly isMultiple: boolean
        readonly explanation: readonly Rich[]
      }
    | { readonly kind: 'true-false'; readonly answer: boolean; readonly explanation: readonly Rich[] }
    | {
        readonly kind: 'short-answer'
        readonly accepted: ReadonlyArray<{ readonly text: string; readonly feedback?: Rich | undefined }>
        readonly explanation: readonly Rich[]
      }
  )

/** What an exchange file holds: its questions in order, and what of it is in none. */
export interface QuizFile {
  readonly items: readonly QuizItem[]
  /** What the file calls all of it. */
  readonly title?: string | undefined
  /** Parts of the file that are no question, and why. */
  readonly leftovers: ReadonlyArray<{ readonly span: Span; readonly reason: string }>
  /** Questions that could not be read. */
  readonly mistakes: ReadonlyArray<{ readonly span: Span; readonly reason: Sentence; readonly ruleId: string }>
}
