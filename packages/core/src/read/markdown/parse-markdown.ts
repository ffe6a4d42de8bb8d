import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .freeze()

/**
 * Returns the mdast of a whole Markdown source, as remark reads it, HTML nodes included.
 *
 * @param source The text, without a byte-order mark.
 */
export function parseMarkdown(source: string): Root {
  return processor.parse(source)
}
