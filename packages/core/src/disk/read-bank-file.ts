import { readFile } from 'node:fs/promises'
import { say } from '../messages/say.ts'
import { BankError, readBank } from '../read-bank.ts'
import type { QuestionBank } from '../schema/bank.ts'
import { DiskError, toDiskError } from './write-error.ts'

/**
 * Reads and validates a bank.
 *
 * @param file - path of a bank.json
 * @throws {DiskError} when the file cannot be read or is no bank of schema 1.x; it names the first wrong field
 */
export async function readBankFile(file: string): Promise<QuestionBank> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw toDiskError(error, file)
  })
  try {
    return readBank(text)
  } catch (error) {
    if (!(error instanceof BankError)) throw error
    throw new DiskError(file, error.sentence, say('hint.bank'), { cause: error })
  }
}
