import type { Root } from 'mdast'
import type { Extension } from 'mdast-util-from-markdown'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { formulasFromMarkdown } from './math/from-markdown.ts'
import { formulas } from './math/syntax.ts'

const body = unified().use(remarkParse).use(remarkGfm).use(remarkFormulas).use(withoutTransforms).freeze()
const whole = body().use(remarkFrontmatter, ['yaml', 'toml']).freeze()

/**
 * Returns the mdast of a Markdown source, as remark reads it, HTML nodes included.
 *
 * @param source The text, without a byte-order mark.
 * @param atStart Whether this is where the document starts, where front matter may stand. Default: true.
 */
export function parseMarkdown(source: string, atStart = true): Root {
  return (atStart && hasFrontMatter(source) ? whole : body).parse(source)
}

/**
 * Whether a document begins with front matter. Many begin with a rule (`---`) instead, and then remark-frontmatter,
 * which looks for the end through the whole document, leaves the blocks that it went over as plain paragraphs.
 */
function hasFrontMatter(source: string): boolean {
  const mark = /^(---|\+\+\+)[ \t]{0,20}\r?\n/.exec(source)?.[1]
  if (!mark) return false
  const lines = source.slice(0, longestFrontMatter).split(/\r?\n/)
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === mark)
  const first = lines.slice(1, end).find((line) => line.trim() !== '')
  return end > 0 && (first === undefined ? end === 1 : /^[\w"'\u4e00-\u9fff-][^:=]{0,80}[:=](?:\s|$)|^\{/.test(first))
}

const longestFrontMatter = 20_000

/** A remark plugin that reads formulas as Cardpress does; see `math/syntax.ts`. */
function remarkFormulas(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), formulas()]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), formulasFromMarkdown()]
}

/**
 * A remark plugin that takes the tree transforms away. There is one, which finds addresses that GFM's own grammar does
 * not (after Chinese punctuation, say); the nodes that it makes have no positions.
 */
function withoutTransforms(this: Processor): void {
  const data = this.data()
  const extensions = (data.fromMarkdownExtensions ?? []).flat() as Extension[]
  data.fromMarkdownExtensions = extensions.map((extension) => ({ ...extension, transforms: [] }))
}
