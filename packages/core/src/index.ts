export type { Article, Dropped } from './article.ts'
export type { Decoded, DecodeOptions } from './decode.ts'
export { decode } from './decode.ts'
export type { Assets, Emit, EmitCallbacks, EmittedFile } from './emit.ts'
export type { NoteFamily } from './identity/note.ts'
export { noteFamily, noteGuid, stableId } from './identity/note.ts'
export type { ArticleInput } from './read/read-article.ts'
export { readArticle } from './read/read-article.ts'
export type { BankProblem } from './read-bank.ts'
export { BankError, readBank } from './read-bank.ts'
export type {
  ClozeQuestion,
  Confidence,
  Leftover,
  Mark,
  MultipleChoiceQuestion,
  OpenQuestion,
  Option,
  Question,
  QuestionBank,
  Reading,
  ShortAnswerQuestion,
  SingleChoiceQuestion,
  Span,
  TrueFalseQuestion,
} from './schema/bank.ts'
export { questionBankSchema, questionSchema, schemaVersion } from './schema/bank.ts'
export type { Block, ContentNode, Inline } from './schema/content.ts'
export { blockSchema, blocksSchema, inlineSchema } from './schema/content.ts'
export { toMarkdown } from './to-markdown.ts'
export { toLine, toText } from './to-text.ts'
