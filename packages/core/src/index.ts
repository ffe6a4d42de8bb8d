export type { Account, Accountable, Violation } from './account.ts'
export { account } from './account.ts'
export type { Article, Dropped } from './article.ts'
export type { ListedPicture } from './assets/list-pictures.ts'
export { listPictures, remoteUrl } from './assets/list-pictures.ts'
export type { PictureType } from './assets/sniff-picture.ts'
export { sniffPicture } from './assets/sniff-picture.ts'
export type { LostPicture, ReadPicture } from './assets/take-pictures.ts'
export { PictureError, pictureName } from './assets/take-pictures.ts'
export { clozesOf } from './content/clozes-of.ts'
export { hideClozes } from './content/hide-clozes.ts'
export { mapInline } from './content/map-inline.ts'
export type { Decoded, DecodeOptions } from './decode.ts'
export { decode } from './decode.ts'
export type { SettingsEdit } from './edit-settings.ts'
export { editSettings } from './edit-settings.ts'
export type { Assets, Emit, EmitCallbacks, EmittedFile } from './emit.ts'
export type { NoteFamily } from './identity/note.ts'
export { noteFamily, noteGuid, stableId } from './identity/note.ts'
export { newCollectionId } from './identity/question-id.ts'
export type { Limits } from './limits/guarded-recognise.ts'
export type { AdoptedLock, AdoptedNote, AdoptOptions } from './lock/adopt-lock.ts'
export { adoptLock } from './lock/adopt-lock.ts'
export type { Lock, LockedQuestion, RetiredQuestion } from './lock/lock.ts'
export { lockSchema } from './lock/lock.ts'
export type { LockReport } from './lock/lock-report.ts'
export { LockError, readLock } from './lock/read-lock.ts'
export type { LockOptions, LockUpdate, QuestionIdentity } from './lock/update-lock.ts'
export { updateLock } from './lock/update-lock.ts'
export { writeLock } from './lock/write-lock.ts'
export { kindName } from './messages/kind-name.ts'
export { reasonIn } from './messages/message.ts'
export type { Filling, Language, Sentence } from './messages/sentence.ts'
export { ToldError } from './messages/told-error.ts'
export type { ParseBankInput, ParsedBank } from './parse-bank.ts'
export { parseBank } from './parse-bank.ts'
export { articleSettingsSchema } from './pipeline/article-settings.ts'
export type { ArticleMetadata } from './pipeline/metadata.ts'
export type { RecogniseInput } from './pipeline/recognise-article.ts'
export type { RecognisedArticle } from './pipeline/recognised-article.ts'
export type { ArticleInput } from './read/read-article.ts'
export { readArticle } from './read/read-article.ts'
export { BankError, readBank } from './read-bank.ts'
export { recognise } from './recognise/recognise.ts'
export type { Guess, Metadata, QuestionDraft, ReadingScore, Recognition } from './recognise/recognition.ts'
export { remarkQuestions } from './recognise/remark-questions.ts'
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
export type { Correction, Settings } from './settings.ts'
export { settingsSchema } from './settings.ts'
export { toCondition } from './to-condition.ts'
export { toMarkdown } from './to-markdown.ts'
export { toLine, toText } from './to-text.ts'
export type { FieldMistake } from './validate/field-mistakes.ts'
export { fieldMistakes } from './validate/field-mistakes.ts'
export type { Problem } from './validate/problem.ts'
