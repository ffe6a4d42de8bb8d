import type { Article } from '../article.ts'
import { decode } from '../decode.ts'
import { say } from '../messages/say.ts'
import { articleError } from './article-error.ts'
import { guessFormat } from './guess-format.ts'
import { deepestNesting, largestArticle } from './limits.ts'
import { isTooDeep, looksTooDeep } from './nesting.ts'
import { readHtml } from './read-html.ts'
import { readMarkdown } from './read-markdown.ts'
import { readText } from './read-text.ts'
import { repair } from './repair.ts'

/** What {@link readArticle} reads: an article's bytes, or its text where it is decoded already. */
export interface ArticleInput {
  /** Where it comes from, as messages and the bank name it: relative, with `/`; its extension tells the format. */
  readonly path: string
  /** The file as it is. */
  readonly bytes?: Uint8Array | undefined
  /** The text, without a byte-order mark; used when there are no `bytes`. */
  readonly source?: string | undefined
  /** Default: by the extension, and by the content where the extension is none or `.txt`. */
  readonly format?: Article['format'] | undefined
  /** WHATWG name of the encoding of `bytes`. Default: found from the bytes. */
  readonly encoding?: string | undefined
}

/**
 * Returns an article as a tree: the three front doors (Markdown, plain text, saved web page) open into one room.
 *
 * @param input The article.
 * @throws VFileMessage with rule id `too-large`, `too-deep`, `binary-file`, `unknown-encoding` or `wrong-encoding`.
 */
export function readArticle(input: ArticleInput): Article {
  const { path } = input
  const size = input.bytes?.length ?? input.source?.length ?? 0
  if (size > largestArticle)
    throw articleError(
      say('too-large', { size: Math.ceil(size / 1_048_576), most: largestArticle / 1_048_576 }),
      'too-large',
      path,
    )
  const decoded = input.bytes
    ? decode(input.bytes, { path, encoding: input.encoding })
    : { source: input.source ?? '', encoding: input.encoding ?? 'utf-8' }
  // remark and parse5 take any mark at the start away, and offsets would be wrong by one.
  const { source, messages } = repair(decoded.source.replace(/^\ufeff+/, ''), path)
  const format = input.format ?? guessFormat(path, source)
  if (format === 'markdown' && looksTooDeep(source)) throw tooDeep(path)
  const read = readers[format](source, path)
  if (isTooDeep(read.tree)) throw tooDeep(path)
  return {
    path,
    source,
    encoding: decoded.encoding,
    format,
    ...read,
    messages: [...messages, ...(read.messages ?? [])],
  }
}

function tooDeep(path: string) {
  return articleError(say('too-deep', { most: deepestNesting }), 'too-deep', path)
}

const readers: Readonly<Record<Article['format'], (source: string, path: string) => ReadResult>> = {
  markdown: readMarkdown,
  text: readText,
  html: readHtml,
  // Their own readers take them apart; the tree is their lines.
  gift: readText,
  aiken: readText,
}

/** What a front door returns. */
export type ReadResult = Pick<Article, 'tree' | 'dropped' | 'messages'>
