import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseBank, adoptLock as toLock, writeLock } from '@cardpress/core'
import { DiskError, readArticleFiles, readClock, toDiskError, writeFileAtomic } from '@cardpress/core/disk'
import type { Environment } from '../environment.ts'
import { findInputs, type Input } from '../inputs.ts'
import { UsageError } from '../usage-error.ts'

/**
 * Makes the lost lock of an article again, of a deck that was built with it, so that the cards people study stay theirs.
 *
 * @param named - the article or its collection; exactly one
 * @param deckFile - path of the .apkg
 * @param environment - the clock's stand-in, streams and language
 * @returns the exit status: 1 when no note of the deck belongs to the article
 * @throws {UsageError} when there is not exactly one article, it has a lock already, or the deck cannot be read
 */
export async function adoptLock(named: readonly string[], deckFile: string, environment: Environment): Promise<number> {
  const { say, stderr } = environment
  const [input, ...others] = await findInputs(named, environment)
  if (input?.file === undefined || others.length > 0) throw new UsageError(say('adoptOne'))
  await refuseLock(input, input.file, environment)
  const files = await readArticleFiles(input.file, { path: input.shown, withLock: false })
  const article = {
    path: files.path,
    bytes: files.bytes,
    name: files.name,
    settingsFile: files.settingsFile,
    readPicture: files.readPicture,
    strictPictures: files.isCollection,
  }
  const unlocked = await parseBank(article)
  const deck = await readDeckFile(deckFile, environment)
  const adopted = toLock(deck.notes, {
    drafts: unlocked.article?.recognition.questions ?? [],
    collections: unlocked.bank === undefined ? [] : [unlocked.bank.collection],
    deck: deck.deck,
  })
  if (adopted === undefined) {
    stderr.write(`${say('adoptNone', { path: input.shown, deck: deckFile })}\n`)
    return 1
  }
  const { lock, isUnsure } = await parseBank({ ...article, lock: adopted.lock, now: readClock(environment.env) })
  if (lock === undefined || isUnsure) {
    stderr.write(`${say('lockUnsure', { path: input.shown })}\n`)
    return 1
  }
  await writeFileAtomic(files.lockFile, writeLock(lock))
  const known = deck.notes.length - adopted.unknown.length
  environment.note(say('adopted', { path: input.shown, known, notes: deck.notes.length }))
  return 0
}

/** A lock that can be read is not lost: it is never replaced. */
async function refuseLock(input: Input, file: string, { say }: Environment): Promise<void> {
  const hasLock = await readArticleFiles(file, { path: input.shown }).then(
    ({ lock }) => lock !== undefined,
    // A broken lock is as good as lost; anything else is told when the article is read.
    (error: unknown) => {
      if (error instanceof DiskError) return false
      throw error
    },
  )
  if (hasLock) throw new UsageError(say('adoptHasLock', { path: input.shown }))
}

async function readDeckFile(deckFile: string, { say, cwd, language }: Environment) {
  const { DeckError, readDeck } = await import('@cardpress/anki')
  const bytes = await readFile(resolve(cwd, deckFile)).catch((error: unknown) => {
    throw toDiskError(error, deckFile)
  })
  return readDeck(bytes).catch((error: unknown) => {
    if (!(error instanceof DeckError)) throw error
    throw new UsageError(say('adoptNoDeck', { deck: deckFile, reason: error.sentence[language] }))
  })
}
