import type { Element, Root as HastRoot } from 'hast'
import type { Heading, Parents, Root, RootContent } from 'mdast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { Dropped } from '../article.ts'
import { say } from '../messages/say.ts'
import { articleError } from './article-error.ts'
import { resolveBase } from './html/base-address.ts'
import { cleanContent } from './html/clean.ts'
import { elementsIn } from './html/elements.ts'
import { estimateNesting } from './html/estimate-nesting.ts'
import { restoreGoogleDocs } from './html/google-docs.ts'
import { hastToMdast } from './html/hast-to-mdast.ts'
import { mainContent } from './html/main-content.ts'
import { placeFormulas } from './html/place-formulas.ts'
import { deepestPage } from './limits.ts'
import { indexLines } from './line-index.ts'
import type { Comment } from './nodes.ts'
import type { ReadResult } from './read-article.ts'
import { readFormulas } from './read-formulas.ts'
import { readMarks } from './read-marks.ts'
import { resolveLinks } from './resolve-links.ts'
import { extent, tidy } from './tidy.ts'

const parser = unified().use(rehypeParse).freeze()

/**
 * Returns a saved web page as a tree: the page's main content, with its title before it. What is left out (head,
 * navigation, scripts, …) is in `dropped`.
 *
 * @param source The decoded page.
 * @param path The article's path, for messages.
 * @throws VFileMessage with rule id `too-deep` for pages whose elements nest beyond any real page's.
 */
export function readHtml(source: string, path: string): ReadResult {
  if (estimateNesting(source) > deepestPage)
    throw articleError(say('too-deep-page', { most: deepestPage }), 'too-deep', path)
  const page = parser.parse(source) as HastRoot
  restoreGoogleDocs(page)
  const main = mainContent(page)
  const lines = indexLines(source)
  const content = main ? hastToMdast(cleanContent(main, page), [], true) : []
  const title = main && titleOutside(page, main)
  const children = withFrame([...(title ? [title] : []), ...content], page, source, (start, end) =>
    lines.position(start, end),
  )
  resolveBase(page, children)
  placeFormulas(children, source, lines)
  const tree: Root = { type: 'root', children, position: lines.position(0, source.length) }
  const dropped = takeHidden(tree, source)
  resolveLinks(tree, source, lines)
  readMarks(tree, source, lines, new Set(['cloze']))
  // A page that loads a typesetter has its formulas in dollar signs; on others a dollar is money.
  readFormulas(tree, source, lines, /mathjax|katex/i.test(source) ? 'any' : 'tex')
  tidy(tree, source)
  return { tree, dropped }
}

/** Takes the parts that are left out from the tree, with why. */
function takeHidden(tree: Root, source: string): Dropped[] {
  const dropped: Dropped[] = []
  const take = (parent: Parents): void => {
    parent.children = (parent.children as RootContent[]).filter((node) => {
      if ('children' in node) take(node)
      if (node.type !== 'comment' || !node.data?.reason) return true
      const span = trimmed(source, node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
      const last = dropped.at(-1)
      if (span.end > span.start && span.start >= (last?.span.end ?? 0)) dropped.push({ span, reason: node.data.reason })
      return false
    }) as never
  }
  take(tree)
  return dropped
}

function trimmed(source: string, start: number, end: number): { start: number; end: number } {
  const text = source.slice(start, end)
  return { start: start + text.length - text.trimStart().length, end: start + text.trimEnd().length }
}

/** The page's headline, where the main content does not hold it: WeChat and most blogs have it above the article. */
function titleOutside(page: HastRoot, main: Element): Heading | undefined {
  const inside = new Set(elementsIn(main))
  const headlines = [...elementsIn(page)].filter(({ tagName }) => tagName === 'h1')
  const [first] = headlines
  if (!first || headlines.some((headline) => inside.has(headline))) return undefined
  if (offsetOf(first) >= offsetOf(main)) return undefined
  const [heading] = hastToMdast(
    { type: 'root', children: [cleanContent({ ...first, children: [first] }, page).children[0] as Element] },
    [],
    true,
  )
  return heading?.type === 'heading' ? heading : undefined
}

function offsetOf({ position }: Element): number {
  return position?.start.offset ?? 0
}

/** The blocks, and between, before and behind them, where they leave out more than white space and tags, comments. */
function withFrame(
  blocks: readonly RootContent[],
  page: HastRoot,
  source: string,
  positionOf: (start: number, end: number) => NonNullable<RootContent['position']>,
): RootContent[] {
  const first = blocks.find(extent)
  const last = blocks.findLast(extent)
  const head = [...elementsIn(page)].find(({ tagName }) => tagName === 'head')
  const all: RootContent[] = []
  let from = 0
  const leaveOut = (to: number, reason: string) => {
    if (source.slice(from, to).trim() !== '') {
      const comment: Comment = { type: 'comment', value: '', data: { reason }, position: positionOf(from, to) }
      all.push(comment)
    }
    from = Math.max(from, to)
  }
  const headEnd = head?.position?.end.offset ?? 0
  if (headEnd > 0 && headEnd <= (first ? startOf(first) : source.length)) leaveOut(headEnd, 'metadata')
  for (const block of blocks) {
    if (
      block === first ||
      (extent(block) && block !== blocks[0] && blocks[0]?.type === 'heading' && block === blocks[1])
    )
      leaveOut(startOf(block), 'navigation')
    all.push(block)
    from = Math.max(from, extent(block)?.end.offset ?? 0)
  }
  if (last || blocks.length === 0) leaveOut(source.length, 'navigation')
  return all
}

function startOf(block: RootContent): number {
  return extent(block)?.start.offset ?? 0
}
