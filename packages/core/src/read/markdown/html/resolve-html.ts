import type { Html, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast'
import { hastToMdast } from '../../html/hast-to-mdast.ts'
import { blockTagsInLine, inlineTags } from '../../html/tags.ts'
import { buildHast } from './build-hast.ts'
import { type Matching, matchTags } from './match-tags.ts'
import { asText, type Document, type Piece, piecesOfHtml, piecesOfParagraph, tagOf } from './pieces.ts'

/**
 * Replaces the HTML in a tree by mdast, in place: balanced tags that mean something become nodes, comments become
 * `comment` nodes, and all other tags become text, as they stand in the source.
 *
 * @param tree What remark has read, with positions in the document's source.
 * @param document The source, its lines, and how to read more Markdown.
 */
export function resolveHtml(tree: Root, document: Omit<Document, 'resolve'>, depth = 0): void {
  const resolve = (piece: Root) => {
    // Each level is a Markdown text within an HTML block of the one around it; nobody goes this far.
    if (depth < 8) resolveHtml(piece, document, depth + 1)
    else sealHtml(piece)
  }
  resolveIn(tree, { ...document, resolve }, false)
}

/** Makes all HTML in a tree text. */
function sealHtml(parent: Parents): void {
  parent.children = parent.children.map((child): RootContent => {
    if ('children' in child) sealHtml(child)
    if (child.type !== 'html') return child
    const text = asText(child)
    return phrasingHome.has(parent.type)
      ? text
      : ({ type: 'paragraph', children: [text], position: child.position } as Paragraph)
  }) as typeof parent.children
}

const phrasingHome: ReadonlySet<string> = new Set(
  'paragraph heading tableCell emphasis strong delete link linkReference'.split(' '),
)

/** Returns end tags at the end of a container that close nothing in it: they may close something around it. */
function resolveIn(parent: Parents, document: Document, nested: boolean): Piece[] {
  let outer: Piece[] = []
  const after = new Map<RootContent, Piece[]>()
  for (const child of parent.children) {
    if (!('children' in child)) continue
    const rest = resolveIn(child, document, nested || parent.type !== 'root')
    if (rest.length > 0) after.set(child, rest)
  }
  if (flowParents.has(parent.type)) {
    if (parent.children.some((child) => isHtml(child) || holdsHtml(child)) || after.size > 0)
      outer = resolveFlow(parent as Root, document, after, parent.type !== 'root')
  } else if (parent.type === 'list') {
    const last = parent.children.at(-1)
    outer = (last && after.get(last)) ?? []
    for (const [child, pieces] of after) if (child !== last) child && restore(child as Parents, pieces, document)
  } else if (parent.children.some(isHtml)) resolvePhrasing(parent as Paragraph, document)
  return outer
}

const flowParents: ReadonlySet<string> = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition', 'details'])

const isHtml = (node: RootContent): node is Html => node.type === 'html'
const holdsHtml = (node: RootContent): node is Paragraph => node.type === 'paragraph' && node.children.some(isHtml)

/** A line of inline content; left as it is where a paragraph has block tags in it, which the flow around it sees to. */
function resolvePhrasing(parent: Paragraph, document: Document): void {
  if (parent.type === 'paragraph' && piecesOfParagraph(parent)) return
  parent.children = resolveTags(parent.children, document) as PhrasingContent[]
}

function resolveTags(children: readonly RootContent[], document: Document): RootContent[] {
  const pieces = children.map((child): Piece => {
    const tag = isHtml(child) ? tagOf(child) : undefined
    return tag && (inlineTags.has(tag.name) || blockTagsInLine.has(tag.name))
      ? tag
      : { type: 'nodes', nodes: [asText(child as PhrasingContent)], phrasing: true }
  })
  const matching = matchTags(pieces, false)
  const literal = emptyElements(pieces, matching.ends)
  const literals = new Set(literal.values())
  const ends = new Map([...matching.ends].filter(([start]) => !literal.has(start)))
  const closing = new Set([...matching.closing].filter((end) => !literals.has(end)))
  if (ends.size === 0) return children.map((child) => asText(child as PhrasingContent))
  const { hast, islands } = buildHast(pieces, { ends, closing }, document)
  return hastToMdast(hast, islands, false)
}

/** `<b></b>` in a sentence, with nothing in it, is about the tag. */
function emptyElements(pieces: readonly Piece[], ends: ReadonlyMap<number, number>): Map<number, number> {
  const empty = new Map<number, number>()
  for (const [start, end] of ends) {
    const piece = pieces[start]
    if (piece?.type === 'open' && piece.attributes.size === 0 && end === start + 1 && pieces[end]?.type === 'close')
      empty.set(start, end)
  }
  return empty
}

function resolveFlow(
  parent: Root,
  document: Document,
  after: ReadonlyMap<RootContent, Piece[]>,
  nested: boolean,
): Piece[] {
  const made = new Map<Html, Piece[]>()
  let pieces = collect(parent, document, after, made)
  let matching = matchTags(pieces, true)
  // A paragraph none of whose block tags matches anything stays one.
  const split = new Set<Paragraph>()
  const used = new Set<Paragraph>()
  for (const [index, piece] of pieces.entries()) {
    if ((piece.type !== 'open' && piece.type !== 'close') || !piece.home) continue
    split.add(piece.home)
    if (matching.ends.has(index) || matching.closing.has(index)) used.add(piece.home)
  }
  const whole = [...split].filter((paragraph) => !used.has(paragraph))
  if (whole.length > 0) {
    for (const paragraph of whole) paragraph.children = resolveTags(paragraph.children, document) as PhrasingContent[]
    pieces = collect(parent, document, after, made)
    matching = matchTags(pieces, true)
  }
  const outer: Piece[] = []
  if (nested)
    while (pieces.length > 0 && isStrayEnd(pieces.length - 1, pieces, matching)) {
      const piece = pieces.pop() as Piece
      if (piece.type === 'close') outer.unshift({ ...piece, home: undefined })
    }
  parent.children = blocksOf(pieces, matching, document) as typeof parent.children
  return outer
}

/** Blocks that stand outside of all elements stay as they are; the rest goes through hast. */
function blocksOf(pieces: readonly Piece[], matching: Matching, document: Document): RootContent[] {
  const blocks: RootContent[] = []
  let from = 0
  let end = -1
  const convert = (to: number) => {
    if (to > from) {
      const { hast, islands } = buildHast(pieces, matching, document, { from, to })
      for (const block of hastToMdast(hast, islands, true)) blocks.push(block)
    }
    from = to + 1
  }
  for (const [index, piece] of pieces.entries()) {
    const inside = index < end || (index === end && matching.closing.has(index))
    if (!inside && piece.type === 'nodes' && !piece.phrasing) {
      convert(index)
      blocks.push(...piece.nodes)
    } else end = Math.max(end, matching.ends.get(index) ?? -1)
  }
  convert(pieces.length)
  return blocks
}

function collect(
  parent: Root,
  document: Document,
  after: ReadonlyMap<RootContent, Piece[]>,
  made: Map<Html, Piece[]>,
): Piece[] {
  const pieces: Piece[] = []
  for (const child of parent.children) {
    if (isHtml(child)) {
      const own = made.get(child) ?? piecesOfHtml(child, document)
      made.set(child, own)
      pieces.push({ type: 'gap' }, ...own, { type: 'gap' })
      continue
    }
    const parts = holdsHtml(child) ? piecesOfParagraph(child) : undefined
    if (parts) pieces.push({ type: 'gap' }, ...parts, { type: 'gap' })
    else pieces.push({ type: 'nodes', nodes: [child], phrasing: false })
    pieces.push(...(after.get(child) ?? []))
  }
  return pieces
}

function isStrayEnd(index: number, pieces: readonly Piece[], matching: Matching): boolean {
  const piece = pieces[index]
  return piece?.type === 'gap' || (piece?.type === 'close' && hoisted.has(piece.name) && !matching.closing.has(index))
}

const hoisted: ReadonlySet<string> = new Set(['details', 'div', 'center', 'p'])

/** Puts end tags that turned out to close nothing back, as text, where they stood. */
function restore(parent: Parents, pieces: readonly Piece[], document: Document): void {
  const item = parent as Root
  for (const piece of pieces) {
    if (piece.type !== 'close') continue
    const position = document.lines.position(piece.start, piece.end)
    const value = document.source.slice(piece.start, piece.end)
    item.children.push({ type: 'paragraph', children: [{ type: 'text', value, position }], position })
  }
}
