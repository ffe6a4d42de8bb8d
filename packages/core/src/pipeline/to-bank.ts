import { createHash } from 'node:crypto'
import type { VFileMessage } from 'vfile-message'
import { remoteUrl, spanOfPicture } from '../assets/list-pictures.ts'
import { type LostPicture, PictureError, type ReadPicture, takePictures } from '../assets/take-pictures.ts'
import type { EmittedFile } from '../emit.ts'
import { newCollectionId } from '../identity/question-id.ts'
import type { Lock } from '../lock/lock.ts'
import type { LockReport } from '../lock/lock-report.ts'
import { updateLock } from '../lock/update-lock.ts'
import { say } from '../messages/say.ts'
import type { QuestionDraft } from '../recognise/recognition.ts'
import { type Question, type QuestionBank, questionBankSchema, schemaVersion } from '../schema/bank.ts'
import { toText } from '../to-text.ts'
import { messagesAbout } from '../validate/message.ts'
import { toProblem } from '../validate/problem.ts'
import { guessLanguage } from './language.ts'
import { lockMessages } from './lock-messages.ts'
import type { RecognisedArticle } from './recognised-article.ts'

/** What is needed besides the article to make its bank. */
export interface BankOptions {
  /** The article's memory, where it has one. */
  readonly lock?: Lock | undefined
  /** The time in seconds since 1970, for new and changed questions; see `LockOptions`. */
  readonly now?: number | undefined
  /** Raises `modified` of every question. Default: false. */
  readonly refresh?: boolean | undefined
  /** Reads a local picture. Default: none can be had, as for an article that is no file. */
  readonly readPicture?: ReadPicture | undefined
  /** Whether a picture that is not there is an error, as in a collection; else a warning. Default: false. */
  readonly strictPictures?: boolean | undefined
  /** What the article is called where it has no title: the folder of a collection. Default: the file's name without extension. */
  readonly name?: string | undefined
}

/** A bank and all that belongs to it. */
export interface BankResult {
  /** Undefined only where an error leaves no valid bank. */
  readonly bank: QuestionBank | undefined
  /** The pictures of the bank, as files beside `bank.json`. */
  readonly pictures: readonly (EmittedFile & { readonly chunks: readonly Uint8Array[] })[]
  /** The lock as it should be now. */
  readonly lock: Lock
  readonly lockReport: LockReport
  readonly messages: readonly VFileMessage[]
}

/** Makes a bank of a recognised article: pictures, ids, checks. Everything that the author should know is a message. */
export async function toBank(article: RecognisedArticle, options: BankOptions): Promise<BankResult> {
  const { path, source, recognition, metadata } = article
  const tell = messagesAbout(path, source)
  const taken = await takePictures(recognition.questions, options.readPicture ?? noPictures)
  const drafts = taken.questions
  const title = metadata.title ?? options.name ?? nameOf(path)
  const language = metadata.language ?? guessLanguage(sampleText(drafts))
  const update = updateLock(options.lock, drafts, {
    collection:
      metadata.collection ??
      newCollectionId({ title, author: metadata.author, url: metadata.url, language: metadata.language }),
    deck: metadata.deck ?? title,
    now: options.now,
    refresh: options.refresh,
  })
  const { lock, report, identities } = update
  const messages = [
    ...taken.lost.map((picture) =>
      tell(
        pictureDiagnostic(picture, recognition.questions[picture.question], source, options.strictPictures ?? false),
      ),
    ),
    ...lockMessages(
      report,
      drafts,
      identities.map(({ id }) => id),
    ).map(tell),
  ]
  const { deck: _deck, collection: _collection, translationOf, ...about } = metadata
  const candidate = {
    schemaVersion,
    collection: lock.collection,
    deck: lock.deck,
    ...about,
    title,
    language,
    tags: [...(metadata.tags ?? [])],
    ...(translationOf === undefined ? {} : { translationOf }),
    source: {
      // The file alone: where it lies differs from machine to machine.
      path: path.split('/').at(-1) ?? path,
      sha256: createHash('sha256').update(source).digest('hex'),
      encoding: article.encoding,
      format: article.format,
    },
    reading: recognition.reading,
    questions: drafts.map((draft, index) => {
      const { explicitId: _, ...question } = draft
      return { ...question, ...identities[index] } as Question
    }),
    retired: lock.retired.map(({ id, title, since }) => ({ id, title: title || id, since })),
    leftovers: recognition.leftovers,
  }
  const result = questionBankSchema.safeParse(candidate)
  if (!result.success)
    for (const issue of result.error.issues) {
      const { path: field, expected, found } = toProblem(issue, candidate)
      const [list, index] = issue.path
      const span = list === 'questions' && typeof index === 'number' ? drafts[index]?.spans[0] : undefined
      messages.push(
        tell({
          reason: say('invalid-bank', { path: field, expected, found }),
          ruleId: 'invalid-bank',
          fatal: true,
          span,
        }),
      )
    }
  return {
    bank: result.success ? result.data : undefined,
    pictures: taken.files,
    lock,
    lockReport: report,
    messages,
  }
}

const noPictures: ReadPicture = async (url) => {
  if (remoteUrl(url) !== undefined) throw new PictureError('remote-image', say('picture.remote'))
  throw new PictureError('missing-image', say('picture.no-folder'))
}

/** The file's name without folders and extension. */
function nameOf(path: string): string {
  const file = path.split('/').at(-1) ?? path
  return file.replace(/\.[^.]+$/, '') || file
}

/** Enough of the questions to tell the language: 20,000 characters at most. Code is in no language of people. */
function sampleText(drafts: readonly QuestionDraft[]): string {
  let text = ''
  for (const draft of drafts) {
    const parts = [draft.prompt, draft.kind === 'open' ? draft.answer : (draft.explanation ?? [])]
    for (const blocks of parts) text += `${toText(blocks.filter(({ type }) => type !== 'code' && type !== 'math'))}\n`
    if (text.length > 20_000) break
  }
  return text.slice(0, 20_000)
}

function pictureDiagnostic(picture: LostPicture, draft: QuestionDraft | undefined, source: string, strict: boolean) {
  const { url, ruleId, reason } = picture
  const shown = url.length > 80 ? `${url.slice(0, 79)}…` : url
  const span = draft && spanOfPicture(url, draft, source)
  return {
    reason: say('picture.lost', { url: shown, reason }),
    ruleId,
    fatal: strict && ruleId !== 'remote-image',
    span,
  }
}
