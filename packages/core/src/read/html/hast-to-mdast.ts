import type { Element, Comment as HastComment, Nodes as HastNodes, Root as HastRoot } from 'hast'
import { type Handle, type State, toMdast } from 'hast-util-to-mdast'
import type { Nodes, Root, RootContent } from 'mdast'
import { elementsIn } from './elements.ts'
import type { Formula } from './formulas.ts'
import type { Sign } from './mathml.ts'
import { addressOf } from './pictures.ts'

/** A place in a hast tree where mdast goes: nodes that are read already. */
export interface Island {
  type: 'island'
  /** Whether the nodes are phrasing; otherwise they are blocks. */
  phrasing: boolean
  /** Which of the islands it is. */
  index: number
  /** What it counts as inside `<code>` and `<pre>`. */
  text: string
  position?: undefined
}

declare module 'hast' {
  interface CommentData {
    /** Why the front door leaves this part of a page out. */
    reason?: string
  }
  interface RootContentMap {
    island: Island
  }
  interface ElementContentMap {
    island: Island
  }
}

/**
 * Returns the mdast of a hast tree, as `hast-util-to-mdast` makes it, with Cardpress's own nodes for what mdast has no
 * name for. The result may still break mdast's content model; see `tidy.ts`.
 *
 * @param hast The tree, which is not changed.
 * @param islands The nodes that stand for each {@link Island} in it.
 * @param flow Whether the result is blocks (phrasing is wrapped in paragraphs) or may stay phrasing.
 */
export function hastToMdast(
  hast: HastRoot,
  islands: ReadonlyArray<readonly RootContent[]>,
  flow: boolean,
): RootContent[] {
  const tree = toMdast(hast as HastNodes, {
    newlines: true,
    document: flow,
    handlers,
    nodeHandlers: { island, comment, formula, sign },
  }) as Root
  return tree.children.flatMap((node) => settle(node, islands))
}

/** Puts the islands in their places. */
function settle(node: RootContent, islands: ReadonlyArray<readonly RootContent[]>): RootContent[] {
  const placeholder = node as { type: string; index?: number }
  if (placeholder.type === 'island') return [...(islands[placeholder.index as number] ?? [])]
  if (placeholder.type === 'sign') return [{ type: 'text', value: (node as unknown as Sign).value }]
  if ('children' in node) {
    const parent = node as { children: RootContent[] }
    parent.children = parent.children.flatMap((child) => settle(child, islands))
  }
  return [node]
}

/** `data.hName` tells hast-util-to-mdast whether an unknown node is phrasing; `tidy.ts` takes it away again. */
const island = (_: State, node: Island): Nodes =>
  ({ type: 'island', index: node.index, data: { hName: node.phrasing ? 'span' : 'div' } }) as unknown as Nodes

const comment = (state: State, node: HastComment): Nodes => {
  const reason = node.data?.reason
  const data = { hName: 'span', ...(reason ? { reason } : {}) }
  const result = { type: 'comment', value: node.value, data } as unknown as Nodes
  state.patch(node, result)
  return result
}

const formula = (state: State, node: Formula): Nodes => {
  const data = { hName: 'span', ...(node.display ? { display: true } : {}) }
  const result = { type: 'inlineMath', value: node.value, data } as unknown as Nodes
  state.patch(node as unknown as HastNodes, result)
  return result
}

/** No part of the texts beside it: it is not in the source. */
const sign = (_: State, { value }: Sign): Nodes =>
  ({ type: 'sign', value, data: { hName: 'span' } }) as unknown as Nodes

const ofType =
  (type: 'highlight' | 'superscript' | 'subscript', hName: string): Handle =>
  (state, node) => {
    const result = { type, children: state.all(node), data: { hName } } as unknown as Nodes
    state.patch(node, result)
    return result
  }

const details: Handle = (state, node) => {
  const at = node.children.findIndex((child) => child.type === 'element' && child.tagName === 'summary')
  const heading = node.children[at] as Element | undefined
  const summary = { type: 'summary', children: heading ? state.all(heading) : [] } as unknown as Nodes
  if (heading) state.patch(heading, summary)
  else if (node.position) summary.position = { start: node.position.start, end: node.position.start }
  const body = { ...node, children: node.children.filter((_, index) => index !== at) }
  const result = { type: 'details', children: [summary, ...state.toFlow(state.all(body))] } as unknown as Nodes
  state.patch(node, result)
  return result
}

/** A paragraph, or the blocks that its author has put into it. */
const paragraph: Handle = (state, node) => {
  const children = state.all(node)
  if (children.length === 0) return undefined
  const flow = state.toFlow(children)
  const [only] = flow
  if (flow.length === 1 && only?.type === 'paragraph') state.patch(node, only)
  return flow
}

/** A link or a deletion around blocks is let go: it would have to be torn into one for each block. */
const aroundPhrasing =
  (build: (node: Element, children: Nodes[]) => unknown): Handle =>
  (state, node) => {
    const children = state.all(node) as Nodes[]
    if (children.some(isBlock)) return children
    const result = build(node, children) as Nodes
    state.patch(node, result)
    return result
  }

const link = aroundPhrasing(({ properties }, children) => ({
  type: 'link',
  url: String(properties.href ?? ''),
  title: properties.title ? String(properties.title) : null,
  children,
}))

const deletion = aroundPhrasing((_, children) => ({ type: 'delete', children }))

function isBlock(node: Nodes): boolean {
  return blockTypes.has(node.type) || (node.data as { hName?: string } | undefined)?.hName === 'div'
}

const blockTypes: ReadonlySet<string> = new Set(
  'paragraph heading list listItem blockquote code table tableRow tableCell thematicBreak math details'.split(' '),
)

/** A term becomes a line in bold, its definition what follows it. */
const term: Handle = (state, node) => {
  const strong = { type: 'strong', children: state.all(node) } as unknown as Nodes
  const result = { type: 'paragraph', children: [strong] } as unknown as Nodes
  state.patch(node, strong)
  state.patch(node, result)
  return result
}

const flow: Handle = (state, node) => state.toFlow(state.all(node)) as Nodes[]

const inlineCode: Handle = (state, node) => {
  const value = textOf(node)
  if (value.trim() === '') return undefined
  const result: Nodes = { type: 'inlineCode', value }
  state.patch(node, result)
  return result
}

const code: Handle = (state, node) => {
  const result: Nodes = {
    type: 'code',
    lang: languageOf(node) ?? null,
    meta: null,
    value: codeOf(node)
      .replace(/^\r?\n/, '')
      .trimEnd(),
  }
  state.patch(node, result)
  return result
}

const image: Handle = (state, node) => {
  const picture = node.tagName === 'picture' ? [...elementsIn(node)].find(({ tagName }) => tagName === 'img') : node
  const url = addressOf(node)
  if (url === '') return undefined
  const of = (name: string) => String(picture?.properties[name] ?? '')
  const result: Nodes = { type: 'image', url, alt: of('alt'), title: of('title') || null }
  state.patch(node, result)
  return result
}

const nothing: Handle = () => undefined

const handlers: Record<string, Handle> = {
  a: link,
  del: deletion,
  s: deletion,
  strike: deletion,
  details,
  summary: flow,
  p: paragraph,
  dl: flow,
  dt: term,
  dd: flow,
  mark: ofType('highlight', 'mark'),
  sub: ofType('subscript', 'sub'),
  sup: ofType('superscript', 'sup'),
  code: inlineCode,
  kbd: inlineCode,
  samp: inlineCode,
  tt: inlineCode,
  pre: code,
  img: image,
  picture: image,
  caption: flow,
  noscript: nothing,
  iframe: nothing,
  video: nothing,
  audio: nothing,
}

/** WeChat has each line of a program in a `<code>` of its own. */
function codeOf(node: Element): string {
  const lines = node.children.filter((child) => child.type === 'element' && child.tagName === 'code')
  return lines.length > 1 ? lines.map(textOf).join('\n') : textOf(node)
}

/** The text of a preformatted element: `<br>` is a line end, and so is the end of a block (`<div>` lines of code). */
function textOf(node: Element | Element['children'][number]): string {
  if (node.type === 'text') return node.value
  if (node.type === 'island') return node.text
  if (node.type !== 'element') return ''
  if (node.tagName === 'br') return '\n'
  const text = node.children.map(textOf).join('')
  return lineTags.has(node.tagName) && !text.endsWith('\n') ? `${text}\n` : text
}

const lineTags: ReadonlySet<string> = new Set(['div', 'p', 'li', 'tr'])

/** The language of highlighted code: on `<code class="language-js">` by convention of HTML § 4.5.15, or on `<pre>`. */
function languageOf(node: Element): string | undefined {
  const inner = node.children.find((child): child is Element => child.type === 'element' && child.tagName === 'code')
  for (const element of inner ? [inner, node] : [node]) {
    const { dataLang, lang, className } = element.properties
    const names = Array.isArray(className) ? className.map(String) : []
    const named = names.find((name) => /^(?:language|lang|highlight-source|brush)-[\w+#.-]+$/.test(name))
    if (named) return named.slice(named.lastIndexOf('-') + 1)
    if (typeof dataLang === 'string' && dataLang !== '') return dataLang
    if (typeof lang === 'string' && /^[a-z+#]{1,20}$/.test(lang)) return lang
  }
  return undefined
}
