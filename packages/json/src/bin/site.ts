import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { runEmitter } from '@cardpress/core/disk'
import { listArtefacts } from '../disk/list-artefacts.ts'
import { emitSite } from '../emit-site.ts'
import { baseOption, toBase } from './options.ts'

const args = process.argv.slice(2)
const { positionals } = parseArgs({
  args,
  strict: false,
  allowPositionals: true,
  options: { out: { type: 'string', short: 'o' }, base: { type: 'string' } },
})
const [place = ''] = positionals
// The folder of a bank says as much as the bank: what is published lies there.
const folder = isFolder(place) ? place : dirname(place)

await runEmitter(
  {
    name: 'cardpress-site',
    emit: emitSite,
    options: { base: baseOption },
    toOptions: ({ base }) => ({ base: toBase(base), artefacts: () => listArtefacts(folder) }),
  },
  isFolder(place) ? args.map((arg) => (arg === place ? join(place, 'bank.json') : arg)) : args,
)

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
