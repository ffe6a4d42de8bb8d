import type { Emit } from '@cardpress/core'
import { toMessage } from '@cardpress/core/messages'
import { say } from './texts.ts'
import { toCsv } from './to-csv.ts'
import { toGift } from './to-gift.ts'
import { toMoodleXml } from './to-moodle-xml.ts'

/** A format of learning platforms. */
export type LmsFormat = 'gift' | 'moodle' | 'csv'

/** Which formats are written. */
export interface LmsOptions {
  /** Default: all of them. */
  readonly formats?: readonly LmsFormat[] | undefined
}

/**
 * Emits a bank for learning platforms: `questions.gift` (Moodle, Canvas and others read it), `moodle.xml` (with pictures,
 * feedback, hints and tags) and `questions.csv` (one row per question, for spreadsheets).
 *
 * Questions without a key go out as essay questions that show the options, with a message.
 */
export const emitLms: Emit<LmsOptions> = async function* (bank, assets, options) {
  for (const question of bank.questions) {
    const keyless =
      question.kind === 'true-false' ? question.answer === null : 'options' in question && question.answer.length === 0
    if (!keyless) continue
    const ruleId = 'lms-no-key'
    const reason = say(ruleId, { number: question.number ?? question.id })
    options.onMessage?.(toMessage(reason, { ruleId, place: { line: question.line, column: 1 }, fatal: 'info' }))
  }
  const encoder = new TextEncoder()
  const formats = options.formats ?? ['gift', 'moodle', 'csv']
  if (formats.includes('gift')) yield { path: 'questions.gift', chunks: [encoder.encode(toGift(bank))] }
  if (formats.includes('moodle'))
    yield { path: 'moodle.xml', chunks: [encoder.encode(await toMoodleXml(bank, assets))] }
  if (formats.includes('csv')) yield { path: 'questions.csv', chunks: [encoder.encode(toCsv(bank))] }
}
