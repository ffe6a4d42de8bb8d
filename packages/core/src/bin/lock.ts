import { isStamped } from '../disk/lock-stamp.ts'
import { findLanguage } from '../messages/find-language.ts'
import { say } from '../messages/say.ts'

const args = process.argv.slice(2)
if (args.length === 0 && isStamped('.'))
  process.stderr.write(`cardpress.lock.json  ${say('lock-fresh')[findLanguage(process.env)]}\n`)
else {
  // Only now what reads articles is loaded.
  const { runLock } = await import('./run-lock.ts')
  process.exitCode = await runLock(args)
}
