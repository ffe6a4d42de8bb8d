import type { Element, ElementContent, Root, RootContent, Text } from 'hast'
import { isLiteral } from './math-to-hast.ts'
import type { HtmlOptions } from './options.ts'

/**
 * Returns content in which nothing is acted on that the article did not mean so. Where a program looks for a mark in
 * HTML (`\(` by MathJax, `[sound:` by Anki), the first character of the mark goes into a `<span>` of its own: the text is
 * the same, the mark is not there, and it stays so when the note is edited (an editor would undo a character reference).
 *
 * Anki looks with regular expressions over a field's HTML (`rslib/src/text.rs`, `latex.rs`, `cloze.rs`); MathJax looks in
 * text between tags and takes `<br>`, `<wbr>` and comments for text, so only a real element parts it.
 */
export function makeInert(nodes: readonly ElementContent[], options: HtmlOptions): ElementContent[] {
  return walk(nodes, { tex: (options.math ?? 'tex') === 'tex', anki: options.inert === 'anki', cloze: false })
}

interface Where {
  readonly tex: boolean
  readonly anki: boolean
  /** Inside a cloze, where `}}` ends it and `::` begins its hint. */
  readonly cloze: boolean
}

function walk(nodes: readonly ElementContent[], where: Where): ElementContent[] {
  return joinText(nodes).flatMap((node): ElementContent[] => {
    if (node.type === 'text') return isLiteral(node) ? [{ type: 'text', value: node.value }] : split(node.value, where)
    if (node.type !== 'element') return []
    // The children of a cloze for Anki, which have no element of their own in HTML.
    if (node.tagName === 'cloze') return walk(node.children, { ...where, cloze: true })
    return [{ ...node, children: walk(node.children, where) } satisfies Element]
  })
}

/** Adjacent texts as one: a mark may be made of two. */
function joinText(nodes: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.type === 'text' && last?.type === 'text' && !isLiteral(node) && !isLiteral(last))
      joined[joined.length - 1] = { type: 'text', value: last.value + node.value }
    else joined.push(node)
  }
  return joined
}

const texMarks = /\\(?=[()[\]]|begin\{|end\{|(?:eq)?ref\{)/
const ankiMarks = /\[(?=\/?latex\]|\/?\$\$?\]|sound:|\/?anki:)|\{(?=\{|$)/
const clozeMarks = /\}(?=\}|$)|:(?=:|$)|^[}:]/

function split(text: string, where: Where): ElementContent[] {
  const sources = [where.tex && texMarks, where.anki && ankiMarks, where.cloze && clozeMarks]
    .filter((mark): mark is RegExp => mark !== false)
    .map((mark) => mark.source)
  if (sources.length === 0) return text === '' ? [] : [{ type: 'text', value: text }]
  const parts: ElementContent[] = []
  let from = 0
  for (const { index } of text.matchAll(new RegExp(sources.join('|'), 'giu'))) {
    if (index > from) parts.push(textOf(text.slice(from, index)))
    parts.push({ type: 'element', tagName: 'span', properties: {}, children: [textOf(text.charAt(index))] })
    from = index + 1
  }
  if (from < text.length) parts.push(textOf(text.slice(from)))
  return parts
}

function textOf(value: string): Text {
  return { type: 'text', value }
}

/**
 * Returns a tree as HTML in which the marks that Anki looks for in attributes are character references: an attribute
 * cannot hold an element. A serialiser writes only the references it must, so noncharacters (which `printable` has taken
 * out of all content) stand for them until it is done.
 *
 * @param tree content
 * @param stringify the serialiser
 */
export function stringifyInert(tree: Root, stringify: (tree: Root) => string): string {
  const marked: Root = { ...tree, children: tree.children.map((node) => markAttributes(node)) }
  return stringify(marked).replace(/[\uFDD0-\uFDD4]/g, (mark) => `&#${marks.charCodeAt(mark.charCodeAt(0) - 0xfdd0)};`)
}

const marks = '[{}\\:'

function markAttributes<Node extends RootContent>(node: Node): Node {
  if (node.type !== 'element') return node
  const properties = Object.fromEntries(
    Object.entries(node.properties).map(([name, value]) => [name, typeof value === 'string' ? mark(value) : value]),
  )
  return { ...node, properties, children: node.children.map((child) => markAttributes(child)) }
}

function mark(value: string): string {
  return value.replace(/[[{}\\]|:(?=:)/g, (character) => String.fromCharCode(0xfdd0 + marks.indexOf(character)))
}
