import { parseArgs } from 'node:util'
import { exitOnSignals, UsageError, writeFiles } from '@cardpress/core/disk'
import { readLibrary } from '../disk/read-library.ts'
import { emitLibrary } from '../library/emit-library.ts'
import { toBase } from './options.ts'

const usage = `\
Usage: cardpress-library FOLDER --out DIR [options]

Puts the sites of all collections below FOLDER (FOLDER/*/dist/site) into one, with an index of the collections, all
questions in pages, the tags, and likely duplicates.

  -o, --out DIR      output folder
      --base URL     where the output folder will be published (default: addresses are relative)
      --title TEXT   title of the first page
      --language TAG language of its words (default: en)
  -h, --help         show this help

Exit status: 0 fine, 1 some collections are left out, 2 usage or environment.
`

exitOnSignals()
try {
  process.exitCode = await run()
} catch (error) {
  const known =
    error instanceof UsageError ||
    (error as NodeJS.ErrnoException).code !== undefined ||
    (error as Error).name === 'DiskError'
  process.stderr.write(`cardpress-library: ${known ? (error as Error).message : (error as Error).stack}\n`)
  process.exitCode = 2
}

async function run(): Promise<0 | 1> {
  const { values, positionals } = parse()
  if (values.help === true) {
    process.stdout.write(usage)
    return 0
  }
  const [folder] = positionals
  if (folder === undefined || positionals.length !== 1)
    throw new UsageError('one folder of collections is needed: content')
  if (values.out === undefined) throw new UsageError('--out DIR is needed')
  const { base, title, language, out } = values
  const { entries, broken, files } = await readLibrary(folder)
  const written = await writeFiles(out, both(emitLibrary(entries, { base: toBase(base), title, language }), files))
  process.stderr.write(`${out}: ${entries.length} collections, ${written.length} files\n`)
  for (const { folder: name, reason } of broken) process.stderr.write(`left out: ${name}: ${reason}\n`)
  return broken.length === 0 ? 0 : 1
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        out: { type: 'string', short: 'o' },
        base: { type: 'string' },
        title: { type: 'string' },
        language: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

async function* both<Item>(first: AsyncIterable<Item>, second: Iterable<Item>): AsyncGenerator<Item> {
  yield* first
  yield* second
}
