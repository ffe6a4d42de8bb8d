import { readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { toSlashes } from '../disk/platform.ts'
import { findCollectionArticle, readArticleFiles } from '../disk/read-article-files.ts'
import { writeFiles } from '../disk/write-files.ts'
import type { EmittedFile } from '../emit.ts'
import { say } from '../messages/say.ts'
import { parseBank } from '../parse-bank.ts'
import { type Host, isCi, languageOf, printMessages, runProgram } from './program.ts'

/** Runs `cardpress-parse`: a collection's article → `dist/bank.json` and `dist/assets/`. Returns the exit status. */
export function runParse(args: readonly string[], host: Host = process): Promise<0 | 1 | 2> {
  return runProgram({ name: 'cardpress-parse', about, switches, run }, args, host)
}

const about = say('about-parse')
const switches = {
  'frozen-lock': say('switch.frozen-lock'),
  accept: say('switch.accept'),
}

async function run(folder: string, isOn: (name: keyof typeof switches) => boolean, host: Host): Promise<0 | 1> {
  const files = await readArticleFiles(await findCollectionArticle(folder))
  const parsed = await parseBank({
    ...files,
    orphanLocks: [],
    strictPictures: true,
    frozen: isOn('frozen-lock') || isCi(host.env),
  })
  const language = languageOf(host)
  const { bank, pictures = [], messages, isLockStale, isUnsure, article } = parsed
  printMessages(messages, host)
  if (bank === undefined || messages.some((message) => message.fatal === true)) return 1
  if (isLockStale) host.stderr.write(`${say('lock-stale', { path: files.path })[language]}\n`)

  const out = join(folder, 'dist')
  const text: EmittedFile = { path: 'bank.json', chunks: [Buffer.from(`${JSON.stringify(bank, null, 2)}\n`)] }
  await writeFiles(out, [...pictures, text])
  await removeOthers(join(out, 'assets'), new Set(pictures.map(({ path }) => path)))
  const withheld = isUnsure && !isOn('accept')
  const facts = {
    path: toSlashes(join(out, 'bank.json')),
    questions: bank.questions.length,
    pictures: pictures.length,
    encoding: article?.encoding ?? '',
  }
  host.stderr.write(`${say('bank-written', facts)[language]}\n`)
  if (withheld) host.stderr.write(`${say('deck-withheld', { path: files.path })[language]}\n`)
  return withheld ? 1 : 0
}

/** Removes pictures of earlier builds: the same article must leave the same folder. */
async function removeOthers(folder: string, kept: ReadonlySet<string>): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names)
    if (/^[0-9a-f]{16}\.[a-z]+$/.test(name) && !kept.has(`assets/${name}`)) await unlink(join(folder, name))
}
