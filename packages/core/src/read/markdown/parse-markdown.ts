import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import type {} from 'remark-parse'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { formulasFromMarkdown } from './math/from-markdown.ts'
import { formulas } from './math/syntax.ts'

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(remarkFormulas)
  .freeze()

/**
 * Returns the mdast of a whole Markdown source, as remark reads it, HTML nodes included.
 *
 * @param source The text, without a byte-order mark.
 */
export function parseMarkdown(source: string): Root {
  return processor.parse(source)
}

/** A remark plugin that reads formulas as Cardpress does; see `math/syntax.ts`. */
function remarkFormulas(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), formulas()]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), formulasFromMarkdown()]
}
