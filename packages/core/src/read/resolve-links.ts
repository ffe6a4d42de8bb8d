import type { Definition, Link, Nodes, Parents, Root, RootContent, Text } from 'mdast'
import type { Position } from 'unist'
import type { LineIndex } from './line-index.ts'

/** Where a reader may be sent from a card: the same list as the bank's schema has. */
const followed = /^(?:https?:\/\/|mailto:|#)/i

/**
 * Replaces references by the links and pictures that they stand for, and links that cannot be followed from a card
 * (relative ones, `javascript:` and the like) by their text, in place. Each node of such a text keeps where it led to as
 * `data.href`: a list of relative links is still a contents list. Definitions stay in the tree.
 *
 * @param tree The tree.
 * @param source What it was read from.
 * @param lines The source's lines.
 */
export function resolveLinks(tree: Root, source: string, lines: LineIndex): void {
  const definitions = new Map<string, Definition>()
  collect(tree, definitions)
  resolveIn(tree, { definitions, source, lines })
}

interface Context {
  readonly definitions: ReadonlyMap<string, Definition>
  readonly source: string
  readonly lines: LineIndex
}

/** The first definition of a label counts (CommonMark § 4.7). */
function collect(node: Nodes, definitions: Map<string, Definition>): void {
  if (node.type === 'definition') {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
  } else if ('children' in node) for (const child of node.children) collect(child, definitions)
}

function resolveIn(parent: Parents, context: Context): void {
  let changed = false
  const children = (parent.children as RootContent[]).flatMap((child): RootContent[] => {
    if ('children' in child) resolveIn(child, context)
    const resolved = resolve(child, context)
    changed ||= resolved.length !== 1 || resolved[0] !== child
    return resolved
  })
  if (changed) parent.children = children as never
}

function resolve(node: RootContent, context: Context): RootContent[] {
  const { position } = node
  const place = position ? { position } : {}
  switch (node.type) {
    case 'linkReference': {
      const definition = context.definitions.get(node.identifier)
      const { children } = node
      if (!definition) return children
      const { url, title = null } = definition
      return followable({ type: 'link', url, title, children, ...place })
    }
    case 'imageReference': {
      const definition = context.definitions.get(node.identifier)
      if (!definition) return [{ type: 'text', value: node.alt ?? node.label ?? '', ...place }]
      return [{ type: 'image', url: definition.url, title: definition.title ?? null, alt: node.alt ?? '', ...place }]
    }
    case 'link':
      return cutLiteral(node, context).flatMap((part) => (part.type === 'link' ? followable(part) : [part]))
    default:
      return [node]
  }
}

function followable(link: Link): RootContent[] {
  if (followed.test(link.url)) return link.children.length > 0 ? [link] : []
  if (link.url === '') return link.children
  return link.children.map((child) => ({ ...child, data: { ...child.data, href: link.url } }) as RootContent)
}

/**
 * GFM lets a bare address run to the next space. Chinese has none, so `见https://a.example/b，然后` would take the rest
 * of the sentence along: full-width punctuation ends an address here, and so does a Chinese character in the host.
 */
function cutLiteral(link: Link, { source, lines }: Context): Array<Link | Text> {
  const [text] = link.children
  const start = link.position?.start.offset
  if (start === undefined || text?.type !== 'text' || link.children.length > 1) return [link]
  if (!source.startsWith(text.value, start) || link.position?.end.offset !== start + text.value.length) return [link]
  const cut = endOfAddress(text.value)
  if (cut < 1) return [link]
  const at = (from: number, to: number): Position => lines.position(start + from, start + to)
  const value = text.value.slice(0, cut)
  const url = link.url.slice(0, link.url.length - (text.value.length - cut))
  const rest: Text = { type: 'text', value: text.value.slice(cut), position: at(cut, text.value.length) }
  return [{ ...link, url, children: [{ type: 'text', value, position: at(0, cut) }], position: at(0, cut) }, rest]
}

const fullWidth = /[\u3000-\u303f\uff01-\uff0f\uff1a-\uff1f\uff3b-\uff40\uff5b-\uff65\u2018-\u201f\u2026]/
const chinese = /[\u3400-\u9fff]/

/** Returns where an address in running text ends, or -1 where it takes all of the text. */
function endOfAddress(text: string): number {
  const punctuation = text.search(fullWidth)
  const scheme = text.indexOf('://')
  const host = scheme === -1 ? 0 : scheme + 3
  const path = text.indexOf('/', host)
  const ideograph = text.slice(host, path === -1 ? undefined : path).search(chinese)
  if (ideograph === -1) return punctuation
  return punctuation === -1 ? host + ideograph : Math.min(punctuation, host + ideograph)
}
