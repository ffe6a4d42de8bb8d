import { asSentence, type Sentence } from './sentence.ts'

/** An error that a person can do something about, said in every language. `message` is English. */
export class ToldError extends Error {
  readonly sentence: Sentence

  constructor(sentence: string | Sentence, options?: ErrorOptions) {
    const told = asSentence(sentence)
    super(told.en, options)
    this.sentence = told
  }
}
