import type { VFileMessage } from 'vfile-message'
import type { Sentence } from '../messages/sentence.ts'
import type { Leftover, Mark, Question, Reading } from '../schema/bank.ts'

/** A question as the recogniser leaves it: the bank's question without what the lock and the pipeline add. Pictures keep the `url` that the article gives. */
export type QuestionDraft = Question extends infer Kind
  ? Kind extends Question
    ? Omit<Kind, 'id' | 'contentHash' | 'modified'> & {
        /** The id that the author wrote at the question, as `{#id}`. */
        explicitId?: string
      }
    : never
  : never

/** What the article says about itself, in its frontmatter or its settings. */
export interface Metadata {
  title?: string
  description?: string
  language?: string
  tags?: readonly string[]
  license?: string
  author?: string
  url?: string
  translationOf?: { readonly collection: string; readonly language: string }
}

/** One way in which the article could have been read, and what speaks for it. */
export interface ReadingScore {
  readonly mark: Mark
  /** Higher is better; comparable only within one article. */
  readonly score: number
  /** Mean evidence of its questions, 0–1. */
  readonly evidence: number
  /** How many questions it would give. */
  readonly questions: number
  /** Sentences for `check --explain`: what speaks for and against. */
  readonly reasons: readonly Sentence[]
  /** 1-based lines where its first questions would start. */
  readonly lines: readonly number[]
}

/** A place where the recogniser had a choice, for receipts and `review`. */
export interface Guess {
  readonly line: number
  readonly ruleId: string
  /** What was decided, for a person. */
  readonly message: Sentence
}

/** An article recognised: its questions, what is in none of them, and how it was read. */
export interface Recognition {
  readonly reading: Reading
  readonly metadata: Metadata
  readonly questions: readonly QuestionDraft[]
  readonly leftovers: readonly Leftover[]
  /** What the author should know, at its place, in document order. */
  readonly messages: readonly VFileMessage[]
  /** All readings that were weighed, the one taken first. */
  readonly readings: readonly ReadingScore[]
  readonly guesses: readonly Guess[]
}
