import type { Html, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import { blockTags, blockTagsInLine, inlineTags, voidTags } from '../../html/tags.ts'
import { type Attributes, type HtmlToken, tokenizeHtml } from '../../html/tokenize.ts'
import type { LineIndex } from '../../line-index.ts'
import { parseLines, type Segment } from './parse-lines.ts'

/** What a run of Markdown blocks with HTML among them consists of; offsets are those of the source. */
export type Piece =
  | {
      readonly type: 'open'
      readonly name: string
      readonly attributes: Attributes
      readonly start: number
      readonly end: number
      readonly home?: Paragraph | undefined
    }
  | {
      readonly type: 'close'
      readonly name: string
      readonly start: number
      readonly end: number
      readonly home?: Paragraph | undefined
    }
  | { readonly type: 'text' | 'comment'; readonly value: string; readonly start: number; readonly end: number }
  | {
      readonly type: 'nodes'
      readonly nodes: readonly RootContent[]
      readonly phrasing: boolean
      readonly home?: Paragraph | undefined
    }
  | { readonly type: 'gap' }

/** What {@link piecesOf} needs to know of the document. */
export interface Document {
  readonly source: string
  readonly lines: LineIndex
  /** Parses a piece of Markdown that an HTML block holds. */
  readonly parse: (markdown: string) => Root
  /** Resolves the HTML of such a piece. */
  readonly resolve: (tree: Root) => void
}

/** Whether a tag means anything to Cardpress; the others are text. */
export function isKnown(name: string): boolean {
  return inlineTags.has(name) || blockTags.has(name)
}

/**
 * Returns the pieces of an HTML block: its tags, its comments, its texts. Text that is plainly Markdown (a fence, a
 * list, `**bold**`, …) is read as such, though CommonMark would not: whoever writes `**B**` between `<details>` and
 * `</details>` means bold.
 *
 * @param node The HTML node.
 * @param document Where it stands.
 */
export function piecesOfHtml(node: Html, document: Document): Piece[] {
  const offsetOf = offsetsOf(node, document)
  if (isDropped(node.value)) {
    return [{ type: 'comment', value: node.value, start: offsetOf(0), end: offsetOf(node.value.length) }]
  }
  const tokens = protectedTokens(node.value)
  const pieces: Piece[] = []
  const open: { name: string; markdown: boolean }[] = []
  let run: HtmlToken[] = []
  const flush = () => {
    const context = open.at(-1)
    const raw = open.some(({ name }) => name === 'pre' || name === 'code')
    // A tag alone on its line would make all that follows HTML again.
    const body = run.findIndex(
      (token, at) => !isSpacer(token, node.value) && !(token.type === 'open' && endsLine(run[at + 1], node.value)),
    )
    for (const token of run.splice(0, body === -1 ? run.length : body))
      pieces.push(pieceOf(token, node.value, offsetOf))
    const closing: HtmlToken[] = []
    const depth = (type: HtmlToken['type']): number => run.filter((token) => token.type === type).length
    for (let surplus = depth('close') - depth('open'); surplus > 0 && run.at(-1)?.type === 'close'; surplus--)
      closing.unshift(run.pop() as HtmlToken)
    const first = run[0]
    const last = run.at(-1)
    if (first && last && !raw) {
      const markdown = node.value.slice(first.start, last.end)
      if (context?.markdown || looksLikeMarkdown(markdown)) {
        const segments = segmentsOf(markdown, first.start, offsetOf)
        const tree = parseLines(segments, document.source, document.lines, document.parse)
        document.resolve(tree)
        const [only] = tree.children
        if (tree.children.length === 1 && only?.type === 'paragraph')
          pieces.push({ type: 'nodes', nodes: only.children, phrasing: true })
        else pieces.push({ type: 'nodes', nodes: tree.children, phrasing: false })
        run = []
      }
    }
    for (const token of [...run, ...closing]) pieces.push(pieceOf(token, node.value, offsetOf))
    run = []
  }
  for (const token of tokens) {
    const isBlock = (token.type === 'open' || token.type === 'close') && blockTags.has(token.name)
    if (!isBlock) {
      run.push(token)
      continue
    }
    flush()
    pieces.push(pieceOf(token, node.value, offsetOf))
    if (token.type === 'open')
      open.push({ name: token.name, markdown: asksForMarkdown(token.attributes, open.at(-1)?.markdown) })
    else {
      const at = open.findLastIndex(({ name }) => name === token.name)
      if (at !== -1) open.length = at
    }
  }
  flush()
  return pieces
}

/**
 * Returns the pieces of a paragraph with HTML in it, or `undefined` where it holds no tag that opens or closes a block.
 *
 * @param node The paragraph.
 */
export function piecesOfParagraph(node: Paragraph): Piece[] | undefined {
  const pieces: Piece[] = []
  let blocks = 0
  for (const child of node.children) {
    const token = child.type === 'html' ? tagOf(child) : undefined
    if (token && blockTagsInLine.has(token.name)) {
      blocks++
      pieces.push({ ...token, home: node })
    } else if (token && inlineTags.has(token.name)) pieces.push({ ...token, home: node })
    else pieces.push({ type: 'nodes', nodes: [asText(child)], phrasing: true, home: node })
  }
  return blocks > 0 ? pieces : undefined
}

/** Returns the tag that an inline HTML node is, with offsets of the source; `undefined` for comments and the like. */
export function tagOf(node: Html): Extract<Piece, { type: 'open' | 'close' }> | undefined {
  const [token] = tokenizeHtml(node.value)
  if (!token || (token.type !== 'open' && token.type !== 'close') || token.end !== node.value.length) return undefined
  const start = node.position?.start.offset as number
  return { ...token, start, end: node.position?.end.offset as number }
}

/** Returns the node that an inline HTML node becomes when its tag means nothing: a comment, or its source as text. */
export function asText(node: PhrasingContent): PhrasingContent {
  if (node.type !== 'html') return node
  const { value, position } = node
  if (value.startsWith('<!--')) return { type: 'comment', value: commentText(value), position } as PhrasingContent
  return { type: 'text', value, position } as PhrasingContent
}

function commentText(source: string): string {
  return source.replace(/^<!--/, '').replace(/-->$/, '')
}

function pieceOf(token: HtmlToken, value: string, offsetOf: (at: number) => number): Piece {
  const start = offsetOf(token.start)
  const end = offsetOf(token.end)
  if (token.type === 'open' || token.type === 'close') return { ...token, start, end }
  const text = value.slice(token.start, token.end)
  return { type: token.type, value: token.type === 'comment' ? commentText(text) : text, start, end }
}

function endsLine(token: HtmlToken | undefined, value: string): boolean {
  return token?.type === 'text' && /^[ \t]{0,8}\n/.test(value.slice(token.start, token.end))
}

function isSpacer(token: HtmlToken, value: string): boolean {
  if (token.type === 'text') return value.slice(token.start, token.end).trim() === ''
  return token.type === 'comment' || (token.type === 'open' && voidTags.has(token.name))
}

/** A script or a style sheet, whole: it is not for the reader. */
function isDropped(value: string): boolean {
  const name = /^\s{0,100}<(script|style)\b/i.exec(value)?.[1]
  return name !== undefined && value.trimEnd().toLowerCase().endsWith(`</${name.toLowerCase()}>`)
}

/** `<details markdown="1">`, as kramdown and Markdown Extra have it; it holds for what is inside, too. */
function asksForMarkdown(attributes: Attributes, inherited = false): boolean {
  const value = attributes.get('markdown')
  return value === undefined ? inherited : value !== '0'
}

/** Marks that are in the text because it is Markdown. */
function looksLikeMarkdown(text: string): boolean {
  return (
    /(?:^|\n) {0,3}(?:`{3}|~{3}|#{1,6} \S|[-*+] \S|\d{1,9}[.)] \S|> \S)/.test(text) ||
    /`[^`\n]{1,500}`|\*\*[^\s*][^*\n]{0,500}\*\*|\]\([^()\s]{1,500}\)|<https?:[^\s<>]{1,500}>/.test(text)
  )
}

/** The tokens of an HTML block; what stands in a code fence or between backticks is text there. */
function protectedTokens(value: string): HtmlToken[] {
  if (/^\s{0,100}<(?:pre|script|style|textarea|!|\?)/i.test(value)) return tokenizeHtml(value)
  const tokens: HtmlToken[] = []
  let from = 0
  const shift = (end: number) => {
    for (const token of tokenizeHtml(value.slice(from, end)))
      tokens.push({ ...token, start: token.start + from, end: token.end + from })
  }
  for (const { start, end } of codeRanges(value)) {
    shift(start)
    tokens.push({ type: 'text', start, end })
    from = end
  }
  shift(value.length)
  return tokens
}

function codeRanges(value: string): Segment[] {
  const ranges: Segment[] = []
  let fence: { mark: string; start: number } | undefined
  let start = 0
  for (const line of value.split('\n')) {
    const end = start + line.length
    const mark = /^[ \t]{0,12}(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence) {
      if (mark?.startsWith(fence.mark)) {
        ranges.push({ start: fence.start, end })
        fence = undefined
      }
    } else if (mark) fence = { mark, start }
    else
      for (const code of line.matchAll(/`[^`]{1,500}`/g))
        ranges.push({ start: start + code.index, end: start + code.index + code[0].length })
    start = end + 1
  }
  return ranges
}

/** Where a text first stands in a line of a source; -1 where it does not. */
function within(source: string, text: string, from: number, to: number): number {
  const at = source.slice(from, to).indexOf(text)
  return at === -1 ? -1 : from + at
}

/** Maps offsets of an HTML node's value, whose lines are ends of the source's lines (containers are cut off), to the source. */
function offsetsOf(node: Html, { source, lines }: Document): (at: number) => number {
  const first = node.position?.start as { line: number; offset: number }
  const starts: number[] = []
  const places: number[] = []
  let at = 0
  for (const [index, text] of node.value.split(/\r\n|\n|\r/).entries()) {
    starts.push(at)
    const lineEnd = lines.ends[first.line - 1 + index] ?? source.length
    const lineStart = lines.starts[first.line - 1 + index] ?? 0
    // Within a piece of a block, its last line may end before the source's does.
    const early = source.startsWith(text, lineEnd - text.length) ? -1 : within(source, text, lineStart, lineEnd)
    places.push(index === 0 ? first.offset : early >= 0 ? early : Math.max(lineStart, lineEnd - text.length))
    at += text.length + (node.value.startsWith('\r\n', at + text.length) ? 2 : 1)
  }
  return (offset) => {
    let line = 0
    for (let high = starts.length - 1; line < high; ) {
      const middle = (line + high + 1) >> 1
      if ((starts[middle] as number) <= offset) line = middle
      else high = middle - 1
    }
    return (places[line] as number) + offset - (starts[line] as number)
  }
}

/** The lines of a piece of an HTML node's value, without the indentation that all but the first have in common. */
function segmentsOf(markdown: string, from: number, offsetOf: (at: number) => number): Segment[] {
  const texts = markdown.split(/\r\n|\n|\r/)
  const indents = texts
    .slice(1)
    .filter((text) => text.trim() !== '')
    .map((text) => text.length - text.trimStart().length)
  const common = indents.length > 0 ? Math.min(...indents) : 0
  let at = from
  return texts.map((text, index) => {
    const cut =
      index === 0 ? text.length - text.trimStart().length : Math.min(common, text.length - text.trimStart().length)
    const start = offsetOf(at + cut)
    at += text.length + (markdown.startsWith('\r\n', at - from + text.length) ? 2 : 1)
    return { start, end: start + text.length - cut }
  })
}
