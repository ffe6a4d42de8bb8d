import type { VFileMessage } from 'vfile-message'
import type { Article } from '../article.ts'
import { type ArticleInput, readArticle } from '../read/read-article.ts'
import { recognise } from '../recognise/recognise.ts'
import { readYaml } from '../validate/read-yaml.ts'
import { metadataSchema } from './metadata.ts'
import type { RecognisedArticle } from './recognised-article.ts'

/** An article's bytes or text, and what the person said about how to read it. */
export interface RecogniseInput extends ArticleInput {
  /** The settings file beside the article (`<article>.cardpress.yml`), where there is one. */
  readonly settingsFile?: { readonly path: string; readonly text: string } | undefined
}

/**
 * Reads and recognises an article: all of the work that may take long. Pure and synchronous; `guardedRecognise` does the
 * same within limits of time and memory.
 *
 * @throws VFileMessage (fatal) when the article cannot be read at all; see `readArticle`.
 */
export function recogniseArticle(input: RecogniseInput): RecognisedArticle {
  const article = readArticle(input)
  const front = readFrontmatter(article)
  const recognition = recognise(article)
  return {
    path: article.path,
    source: article.source,
    encoding: article.encoding,
    format: article.format,
    recognition,
    // The recogniser knows more spellings, and the first heading; what is stated outright and right comes before it.
    metadata: { ...recognition.metadata, ...front.metadata },
    messages: [...(article.messages ?? []), ...front.messages, ...recognition.messages],
  }
}

function readFrontmatter({ tree, path }: Article): { metadata: object; messages: readonly VFileMessage[] } {
  const [node] = tree.children
  if (node?.type !== 'yaml' || node.position === undefined) return { metadata: {}, messages: [] }
  const { line, offset = 0 } = node.position.start
  // The YAML starts below the fence of three hyphens.
  const start = { line: line + 1, column: 1, offset: offset + 4 }
  const { value, messages } = readYaml({ text: node.value, path, start, what: 'frontmatter' }, metadataSchema)
  return {
    metadata: value ?? {},
    // Frontmatter is shared with blogs and their tools: what is none of ours is no mistake, unless it looks like a slip.
    messages: messages
      .filter((message) => message.ruleId !== 'unknown-field' || message.reason.includes('did you mean'))
      .map((message) => {
        if (message.ruleId !== 'broken-yaml') message.fatal = false
        return message
      }),
  }
}
