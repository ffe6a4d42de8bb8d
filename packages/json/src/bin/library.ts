import { parseArgs } from 'node:util'
import { exitOnSignals, UsageError, writeFiles } from '@cardpress/core/disk'
import { findLanguage, ToldError } from '@cardpress/core/messages'
import { readLibrary } from '../disk/read-library.ts'
import { emitLibrary } from '../library/emit-library.ts'
import { toBase } from './options.ts'

const usage = {
  en: `\
Usage: cardpress-library FOLDER --out DIR [options]

Puts the sites of all collections below FOLDER (FOLDER/*/dist/site) into one, with an index of the collections, all
questions in pages, the tags, and likely duplicates.

  -o, --out DIR      output folder
      --base URL     where the output folder will be published (default: addresses are relative)
      --title TEXT   title of the first page
      --language TAG language of its words (default: en)
  -h, --help         show this help

Exit status: 0 fine, 1 some collections are left out, 2 usage or environment.
`,
  zh: `\
用法：cardpress-library 文件夹 --out 目录 [选项]

把文件夹下所有合集的站点（文件夹/*/dist/site）合成一个：合集索引、分页的全部题目、标签，以及可能重复的题目。

  -o, --out 目录      输出文件夹
      --base 网址     输出文件夹将发布在哪个地址（默认用相对地址）
      --title 文字    首页的标题
      --language 标签 首页的语言（默认 en）
  -h, --help          显示帮助

退出状态：0 正常，1 有合集没有收入，2 用法或环境有误。
`,
}

const language = findLanguage(process.env)

exitOnSignals()
try {
  process.exitCode = await run()
} catch (error) {
  process.stderr.write(`cardpress-library: ${told(error)}\n`)
  process.exitCode = 2
}

/** A sentence for a mistake; a bug keeps its stack. */
function told(error: unknown): string {
  if (error instanceof ToldError) return error.sentence[language]
  const { code, message, stack } = error as NodeJS.ErrnoException
  return code === undefined ? String(stack) : message
}

async function run(): Promise<0 | 1> {
  const { values, positionals } = parse()
  if (values.help === true) {
    process.stdout.write(usage[language])
    return 0
  }
  const [folder] = positionals
  if (folder === undefined || positionals.length !== 1)
    throw new UsageError({ en: 'one folder of collections is needed: content', zh: '需要一个放合集的文件夹：content' })
  if (values.out === undefined) throw new UsageError({ en: '--out DIR is needed', zh: '需要 --out 目录' })
  const { base, title, out } = values
  const { entries, broken, files } = await readLibrary(folder)
  const written = await writeFiles(
    out,
    both(emitLibrary(entries, { base: toBase(base), title, language: values.language }), files),
  )
  const counts = {
    en: `${entries.length} collections, ${written.length} files`,
    zh: `${entries.length} 个合集，${written.length} 个文件`,
  }
  process.stderr.write(`${out}: ${counts[language]}\n`)
  for (const { folder: name, reason } of broken)
    process.stderr.write(`${{ en: 'left out', zh: '没有收入' }[language]}: ${name}: ${reason}\n`)
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
