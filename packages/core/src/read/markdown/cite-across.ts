import type { Definition, FootnoteDefinition, Nodes, RootContent } from 'mdast'
import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import { parseMarkdown } from './parse-markdown.ts'
import type { Part } from './parts-of.ts'
import { shift } from './shift.ts'

/**
 * Returns the parts, those that cite labels which other parts define parsed again behind these definitions.
 *
 * @param parts The parts of a document.
 * @param source The document.
 */
export function citeAcross(parts: readonly Part[], source: string): readonly Part[] {
  const homes = new Map<string, { part: Part; source: string }>()
  for (const part of parts)
    for (const definition of part.nodes.flatMap(definitionsIn)) {
      const key = keyOf(definition.type === 'definition' ? '' : '^', definition.identifier)
      if (!homes.has(key)) homes.set(key, { part, source: stubOf(definition) })
    }
  if (homes.size === 0) return parts
  return parts.map((part) => {
    const cited = new Set<string>()
    for (const label of labelsIn(source, part.start, part.stop)) {
      const home = label.startsWith('^') ? homes.get(keyOf('^', label.slice(1))) : undefined
      const stub = home ?? homes.get(keyOf('', label))
      if (stub && stub.part !== part) cited.add(stub.source)
    }
    return cited.size > 0 ? parseBehind([...cited], part, source) : part
  })
}

/** What stands between brackets, without brackets in it: all that can be a label (CommonMark § 4.7), and more. */
function* labelsIn(source: string, from: number, to: number): Generator<string> {
  let open = -1
  for (let at = from; at < to; at++) {
    const unit = source[at]
    if (unit === '\\') at++
    else if (unit === '[') open = at
    else if (unit === ']') {
      if (open !== -1 && at - open <= 1000) yield source.slice(open + 1, at)
      open = -1
    }
  }
}

function keyOf(prefix: string, label: string): string {
  return prefix + normalizeIdentifier(label)
}

function definitionsIn(node: Nodes): Array<Definition | FootnoteDefinition> {
  const inner = 'children' in node ? (node.children as RootContent[]).flatMap(definitionsIn) : []
  return node.type === 'definition' || node.type === 'footnoteDefinition' ? [node, ...inner] : inner
}

/** The shortest definition of the same label; where it leads is looked up in the whole tree afterwards. */
function stubOf(definition: Definition | FootnoteDefinition): string {
  // The identifier, unlike the label, still has its backslashes.
  const { type, identifier } = definition
  return type === 'definition' ? `[${identifier}]: x` : `[^${identifier}]: x`
}

function parseBehind(stubs: readonly string[], part: Part, source: string): Part {
  const front = `${stubs.join('\n\n')}\n\n<!-- -->\n\n`
  const lines = front.split('\n').length - 1
  const tree = parseMarkdown(front + source.slice(part.start, part.stop), false)
  // Front matter is read only without stubs before it.
  const first = part.nodes.filter((node) => node.type === 'yaml' || (node.type as string) === 'toml')
  const skipped = first[0]?.position?.end.offset ?? -1
  const nodes = tree.children.filter((node) => (node.position?.start.offset ?? 0) >= front.length)
  for (const node of nodes) shift(node, part.start - front.length, part.line - lines)
  return { ...part, nodes: [...first, ...nodes.filter((node) => (node.position?.start.offset ?? 0) >= skipped)] }
}
