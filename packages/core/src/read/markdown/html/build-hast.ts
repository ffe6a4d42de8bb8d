import type { Element, ElementContent, Root as HastRoot, Properties } from 'hast'
import type { RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { decodeEntities } from '../../html/decode-entities.ts'
import { voidTags } from '../../html/tags.ts'
import type { Attributes } from '../../html/tokenize.ts'
import type { Matching } from './match-tags.ts'
import type { Document, Piece } from './pieces.ts'

/** A hast tree and the mdast that goes into it. */
export interface Mixed {
  readonly hast: HastRoot
  readonly islands: ReadonlyArray<readonly RootContent[]>
}

/**
 * Returns the hast tree that pieces of HTML and Markdown make together: matched tags are elements, other tags are
 * text, and what is mdast already is an island.
 *
 * @param pieces The pieces, in order.
 * @param matching Which tags belong together.
 * @param document Where they stand.
 * @param range Which of the pieces; no element reaches across its ends. Default: all.
 */
export function buildHast(
  pieces: readonly Piece[],
  matching: Matching,
  document: Document,
  range: { readonly from: number; readonly to: number } = { from: 0, to: pieces.length },
): Mixed {
  const islands: (readonly RootContent[])[] = []
  const root: HastRoot = { type: 'root', children: [] }
  const open: { element: Element | HastRoot; end: number }[] = [{ element: root, end: pieces.length + 1 }]
  const positionOf = ({ start, end }: { start: number; end: number }) => document.lines.position(start, end)
  const literal = (piece: { start: number; end: number }): ElementContent => ({
    type: 'text',
    value: document.source.slice(piece.start, piece.end),
    position: positionOf(piece),
  })
  for (let index = range.from; index < range.to; index++) {
    const piece = pieces[index] as Piece
    // Elements whose end tag was left out end before this piece; one that this very tag closes is still open.
    const closes = piece.type === 'close' && matching.closing.has(index) ? 1 : 0
    while (open.filter(({ end }) => end <= index).length > closes) open.pop()
    const parent = (open.at(-1) as { element: Element | HastRoot }).element
    const add = (child: ElementContent) => {
      parent.children.push(child)
      if ('position' in child) reach(open, child.position)
    }
    switch (piece.type) {
      case 'nodes':
        islands.push(piece.nodes)
        add(islandOf(piece, islands.length - 1, isInCode(open) ? document.source : undefined))
        reach(open, piece.nodes.at(-1)?.position)
        break
      case 'gap':
        islands.push([])
        add({ type: 'island', phrasing: false, index: islands.length - 1, text: '\n' })
        break
      case 'text':
        add({ type: 'text', value: decodeEntities(piece.value), position: positionOf(piece) })
        break
      case 'comment':
        add({ type: 'comment', value: piece.value, position: positionOf(piece) })
        break
      case 'open': {
        const end = matching.ends.get(index)
        if (end === undefined) {
          add(literal(piece))
          break
        }
        const element: Element = {
          type: 'element',
          tagName: isRed(piece) ? 'strong' : piece.name,
          properties: propertiesOf(piece.attributes),
          children: [],
          position: positionOf(piece),
        }
        add(element)
        if (!voidTags.has(piece.name)) open.push({ element, end })
        break
      }
      case 'close': {
        const top = open.at(-1)
        if (!matching.closing.has(index)) add(literal(piece))
        else if (top) {
          reach(open, positionOf(piece))
          open.pop()
        }
      }
    }
  }
  return { hast: root, islands }
}

/** Authors who write `<font color="red">` want it to stand out. */
function isRed(piece: Extract<Piece, { type: 'open' }>): boolean {
  if (piece.name !== 'font' && piece.name !== 'span') return false
  return [...piece.attributes].some(
    ([name, value]) =>
      (name === 'color' && red.test(value.trim())) ||
      (name === 'style' &&
        red.test(/(?:^|;)\s{0,8}color\s{0,4}:\s{0,4}([^;]{1,40})/iu.exec(value.slice(0, 200))?.[1] ?? '')),
  )
}

const red =
  /^(?:red|crimson|#f00|#(?:[c-f][0-9a-f])[0-4][0-9a-f][0-4][0-9a-f]|rgb\(\s?2[0-5]\d,\s?[0-6]?\d,\s?[0-6]?\d\s?\))\s{0,4}$/iu

/** Every open element reaches at least to the end of what has just come. */
function reach(open: readonly { element: Element | HastRoot }[], position: Element['position']): void {
  if (!position) return
  for (const { element } of open)
    if (element.type === 'element' && element.position)
      element.position = { start: element.position.start, end: position.end }
}

function isInCode(open: readonly { element: Element | HastRoot }[]): boolean {
  return open.some(({ element }) => element.type === 'element' && codeTags.has(element.tagName))
}

const codeTags: ReadonlySet<string> = new Set(['code', 'kbd', 'samp', 'tt', 'pre'])

function islandOf(piece: Extract<Piece, { type: 'nodes' }>, index: number, source: string | undefined): ElementContent {
  const text = source === undefined ? '' : piece.nodes.map((node) => rawText(node, source)).join('')
  return { type: 'island', phrasing: piece.phrasing, index, text }
}

/** What Markdown inside `<code>` shows: `__init__` is no bold there. */
function rawText(node: RootContent, source: string): string {
  if (node.type === 'text') return node.value
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  return start === undefined || end === undefined ? textOf(node) : decodeEntities(source.slice(start, end))
}

function propertiesOf(attributes: Attributes): Properties {
  const properties: Properties = {}
  for (const [name, value] of attributes) {
    if (name === 'class') properties.className = value.split(/\s/).filter(Boolean)
    else if (name === 'colspan') properties.colSpan = spanOf(value)
    else if (name === 'rowspan') properties.rowSpan = spanOf(value)
    else if (name === 'checked') properties.checked = true
    else if (name.startsWith('data-')) properties[`data${name.slice(5, 6).toUpperCase()}${name.slice(6)}`] = value
    else if (/^(?:href|src|alt|title|align|start|type|lang|id)$/.test(name)) properties[name] = value
  }
  return properties
}

/** A cell that says it spans a thousand columns would make a thousand. */
function spanOf(value: string): number {
  return Math.min(Number.parseInt(value, 10) || 1, 50)
}
