import type { SettingsEdit } from '@cardpress/core'
import type { Sentence } from '@cardpress/core/messages'
import type { ReadInput } from '../read-input.ts'

/** One answer to an uncertain place: what it says, and what it sets. */
export interface Choice {
  /** What the person is told; a sentence of the table. */
  readonly text: 'reviewKeep' | 'reviewMark' | 'reviewIs' | 'reviewIsNone' | 'reviewKind' | 'reviewForget'
  readonly values: Readonly<Record<string, string | number | Sentence>>
  readonly edits: readonly SettingsEdit[]
}

/** A place where the reading of an article is not certain. */
export interface Place {
  /** The same place has the same name after another reading. */
  readonly id: string
  /** 1-based. */
  readonly line: number
  /** What is not certain. */
  readonly about: 'reading' | 'question' | 'setting'
  readonly title: Sentence
  readonly choices: readonly Choice[]
  /** What a person may type here: how a question begins, or the labels of a key. */
  readonly typed:
    | { readonly text: 'reviewTypeMark' | 'reviewTypeKey'; edits(words: string): SettingsEdit[] }
    | undefined
}

/** UTF-16 units beyond which an article takes seconds to read: then it is read as seldom as can be. */
const large = 100_000

/**
 * Whether a person should not wait for an article to be read again because of one place: what is said of a single question
 * of a large page changes little else.
 *
 * @param place - what is asked about
 * @param read - the article
 */
export function isSlow({ about }: Place, { source = '' }: ReadInput): boolean {
  return about === 'question' && source.length > large
}

/** Reads the article again as if its settings file said something else. */
export type ReadWith = (settings: string) => Promise<ReadInput>
