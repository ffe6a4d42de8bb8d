import type { VFileMessage } from 'vfile-message'
import type { Article } from '../article.ts'
import type { Recognition } from '../recognise/recognition.ts'
import type { ArticleMetadata } from './metadata.ts'

/** An article, read and recognised: what `parseBank` makes a bank of. */
export interface RecognisedArticle {
  /** Where it came from: relative, with `/`. */
  readonly path: string
  /** The decoded text after the byte-order mark. */
  readonly source: string
  /** WHATWG name of the encoding. */
  readonly encoding: string
  readonly format: Article['format']
  readonly recognition: Recognition
  /** What the article says about itself, in its frontmatter or in the settings file beside it. */
  readonly metadata: ArticleMetadata
  /** Whether the article's settings say that a person has looked at an uncertain reading and takes it. */
  readonly isAccepted: boolean
  /** What decoding, reading, settings and recognition have to say. */
  readonly messages: readonly VFileMessage[]
}
