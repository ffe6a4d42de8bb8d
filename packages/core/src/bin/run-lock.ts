import { relative } from 'node:path'
import { stamp } from '../disk/lock-stamp.ts'
import { toSlashes } from '../disk/platform.ts'
import { findCollectionArticle, readArticleFiles } from '../disk/read-article-files.ts'
import { readClock } from '../disk/read-clock.ts'
import { writeFileAtomic } from '../disk/write-files.ts'
import type { LockReport } from '../lock/lock-report.ts'
import { writeLock } from '../lock/write-lock.ts'
import { say } from '../messages/say.ts'
import { joined, type Sentence } from '../messages/sentence.ts'
import { parseBank } from '../parse-bank.ts'
import { type Host, isCi, languageOf, printMessages, runProgram } from './program.ts'

/** Runs `cardpress-lock`: brings a collection's `cardpress.lock.json` up to date. Returns the exit status. */
export function runLock(args: readonly string[], host: Host = process): Promise<0 | 1 | 2> {
  return runProgram({ name: 'cardpress-lock', about, switches, run }, args, host)
}

const about = say('about-lock')
const switches = {
  refresh: say('switch.refresh'),
  'frozen-lock': say('switch.frozen-lock'),
  accept: say('switch.accept'),
}

async function run(folder: string, isOn: (name: keyof typeof switches) => boolean, host: Host): Promise<0 | 1> {
  const files = await readArticleFiles(await findCollectionArticle(folder))
  const frozen = isOn('frozen-lock') || isCi(host.env)
  const { bank, lock, lockReport, isLockStale, isUnsure, messages } = await parseBank({
    ...files,
    orphanLocks: [],
    frozen,
    strictPictures: true,
    ...(frozen ? {} : { now: readClock(host.env), refresh: isOn('refresh') }),
  })
  printMessages(messages, host)
  // An article that is broken for a moment must not retire its questions.
  if (bank === undefined || lock === undefined || messages.some((message) => message.fatal === true)) return 1
  if (isUnsure && !isOn('accept')) {
    host.stderr.write(`${say('lock-kept', { path: files.path })[languageOf(host)]}\n`)
    return 1
  }
  const shown = toSlashes(relative('.', files.lockFile))
  if (isLockStale) await writeFileAtomic(files.lockFile, writeLock(lock))
  const news = isLockStale ? inWords(lockReport, isOn('refresh')) : say('lock-fresh')
  host.stderr.write(`${shown}  ${news[languageOf(host)]}\n`)
  // What has something to say must say it again.
  if (messages.length === 0) stamp(folder)
  return 0
}

function inWords(report: LockReport | undefined, refreshed: boolean): Sentence {
  if (report === undefined) return joined()
  const { added, changed, retired } = report
  const counts = say('lock-counts', {
    added: added.length,
    changed: changed.length,
    retired: retired.length,
  })
  return refreshed ? joined(counts, say('lock-refreshed')) : counts
}
