import { VFileMessage } from 'vfile-message'
import { fingerprint } from './identity/fingerprint.ts'
import { guardedRecognise, type Limits } from './limits/guarded-recognise.ts'
import type { Lock } from './lock/lock.ts'
import type { LockReport } from './lock/lock-report.ts'
import { writeLock } from './lock/write-lock.ts'
import { say } from './messages/say.ts'
import type { Sentence } from './messages/sentence.ts'
import type { RecogniseInput } from './pipeline/recognise-article.ts'
import type { RecognisedArticle } from './pipeline/recognised-article.ts'
import { type BankOptions, type BankResult, toBank } from './pipeline/to-bank.ts'
import { messagesAbout } from './validate/message.ts'

/** An article and how to make its bank. */
export interface ParseBankInput extends RecogniseInput, BankOptions {
  /**
   * Whether a lock that does not fit the article is an error, as in CI. Default: false.
   */
  readonly frozen?: boolean | undefined
  /**
   * Where there is no `lock`: locks of articles that are no longer there. The one that knows at least half of this article's
   * questions, and half of whose questions are here, is its own from before it was renamed.
   */
  readonly orphanLocks?: readonly Lock[] | undefined
  readonly limits?: Limits | undefined
}

/** A bank, or why there is none. */
export interface ParsedBank extends Partial<Omit<BankResult, 'messages'>> {
  /** What the article was read as; undefined where it could not be read. */
  readonly article: RecognisedArticle | undefined
  /** The reading is not certain, and nobody has accepted it: the deck is to be withheld. */
  readonly isUnsure: boolean
  /** The lock that the article had under another name; see `orphanLocks`. */
  readonly inheritedLock?: Lock | undefined
  /** Whether the lock that was given is not the one that belongs to the article now. */
  readonly isLockStale: boolean
  /** Everything that the author should know, errors (`fatal: true`) and warnings, in the order of the article. */
  readonly messages: readonly VFileMessage[]
}

/**
 * Returns the bank of an article: decoded, read, recognised, its pictures taken in, its questions known by their ids, all
 * of it validated. It touches neither disk nor clock; the same input gives the same bank on any machine.
 *
 * What is wrong with the article is never thrown: it is in `messages`, and `bank` is undefined only where nothing valid
 * is left.
 *
 * @param input the article's `path` and `bytes` (or `source`), its lock, and a reader of its pictures.
 */
export async function parseBank(input: ParseBankInput): Promise<ParsedBank> {
  const article = await read(input)
  if (article instanceof VFileMessage)
    return { article: undefined, bank: undefined, isUnsure: false, isLockStale: false, messages: [article] }
  const tell = messagesAbout(article.path, article.source)
  const inheritedLock = input.lock === undefined ? findInherited(article, input.orphanLocks ?? []) : undefined
  const lock = input.lock ?? inheritedLock
  const result = await toBank(article, { ...input, lock })
  const isLockStale = input.lock === undefined || writeLock(result.lock) !== writeLock(input.lock)
  const isUnsure = article.recognition.reading.confidence === 'unsure' && !article.isAccepted
  const messages = [...article.messages, ...result.messages]
  for (const message of messages) message.file ||= article.path
  if (article.source.trim() === '')
    messages.splice(0, messages.length, tell({ reason: say('empty-article'), ruleId: 'empty-article', fatal: true }))
  else if (article.recognition.questions.length === 0)
    for (const message of messages) if (message.ruleId === 'no-questions') message.fatal = true
  if (input.frozen && isLockStale)
    messages.push(tell({ reason: staleReason(input, result.lockReport), ruleId: 'stale-lock', fatal: true }))
  return { ...result, article, inheritedLock, isUnsure, isLockStale, messages: messages.sort(byPlace(article.path)) }
}

async function read(input: ParseBankInput): Promise<RecognisedArticle | VFileMessage> {
  try {
    return await guardedRecognise(input, input.limits)
  } catch (error) {
    if (error instanceof VFileMessage) return error
    throw error
  }
}

function findInherited(article: RecognisedArticle, locks: readonly Lock[]): Lock | undefined {
  const prompts = new Set(article.recognition.questions.map((question) => fingerprint(question).prompt))
  const fitting = locks.filter(({ questions }) => {
    const known = questions.filter(({ prompt }) => prompts.has(prompt)).length
    return known > 0 && 2 * known >= questions.length && 2 * known >= prompts.size
  })
  return fitting.length === 1 ? fitting[0] : undefined
}

function staleReason({ lock }: ParseBankInput, { added, changed, retired }: LockReport): Sentence {
  if (lock === undefined) return say('stale-lock.none')
  return say('stale-lock.changed', { added: added.length, changed: changed.length, retired: retired.length })
}

/** Messages about the article come before those about the files beside it. */
function byPlace(path: string): (a: VFileMessage, b: VFileMessage) => number {
  const file = (message: VFileMessage) => (message.file === path ? 0 : 1)
  return (a, b) => file(a) - file(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}
