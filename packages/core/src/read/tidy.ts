import type { Nodes, Parents, PhrasingContent, Root, RootContent, Text } from 'mdast'
import type { Position } from 'unist'

/**
 * Makes a tree that was put together from pieces a good mdast, in place: phrasing holds phrasing, blocks hold blocks,
 * nothing is empty, every node has a position, text is in one node where it is in one place.
 *
 * @param tree The tree.
 * @param source What it was read from.
 */
export function tidy(tree: Root, source: string): void {
  tree.children = inFlow(tree.children.flatMap((child) => settle(child, source)))
  const end = tree.position?.end ?? tree.children.at(-1)?.position?.end
  fillPositions(tree, end ? { start: tree.position?.start ?? end, end } : undefined)
}

const phrasingTypes: ReadonlySet<string> = new Set(
  'text emphasis strong delete inlineCode inlineMath break link image linkReference imageReference footnoteReference highlight superscript subscript cloze html comment'.split(
    ' ',
  ),
)

const wrapTypes: ReadonlySet<string> = new Set(
  'emphasis strong delete link highlight superscript subscript cloze'.split(' '),
)

/** Whether a node belongs into a line. */
function isPhrasing(node: RootContent): node is PhrasingContent {
  return phrasingTypes.has(node.type)
}

/** Returns what a node becomes: itself, its children, nothing, or itself in pieces. */
function settle(node: RootContent, source: string): RootContent[] {
  if (node.data && 'hName' in node.data) {
    delete node.data.hName
    if (Object.keys(node.data).length === 0) delete node.data
  }
  if (node.type === 'text') return node.value === '' ? [] : [node]
  if (!('children' in node)) return [node]
  const parent = node as Parents & RootContent
  const children = (parent.children as RootContent[]).flatMap((child) => settle(child, source))
  const set = (list: readonly RootContent[]) => {
    parent.children = list as never
    return [parent as RootContent]
  }
  switch (parent.type) {
    case 'paragraph': {
      if (children.every(isPhrasing)) {
        if (children.length > 0 && children.every((child) => child.type === 'comment')) return children
        const line = inLine(children, source)
        const [only] = line
        if (line.length === 1 && only?.type === 'inlineMath' && isDisplay(only))
          return [{ type: 'math', value: only.value, ...(only.position ? { position: only.position } : {}) }]
        return line.length > 0 ? set(line) : []
      }
      return inFlow(children)
    }
    case 'heading': {
      const line = inLine(children.flatMap(asPhrasing), source)
      return line.length > 0 ? set(line) : []
    }
    case 'summary':
    case 'tableCell':
      return set(inLine(children.flatMap(asPhrasing), source))
    case 'blockquote':
    case 'listItem':
    case 'footnoteDefinition':
      return set(inFlow(children))
    case 'details': {
      const [summary, ...body] = children
      return set(summary ? [summary, ...inFlow(body)] : [])
    }
    case 'list':
      return children.length > 0 ? set(children) : []
    default:
      if (!wrapTypes.has(parent.type)) return set(children)
      if (!children.every(isPhrasing)) return children
      return children.length > 0 ? set(joinTexts(children, source)) : []
  }
}

/** Set by `math/from-markdown.ts`: written with the marks of a display formula. */
function isDisplay(node: RootContent): boolean {
  return (node.data as { display?: boolean } | undefined)?.display === true
}

/** Blocks as they are; runs of phrasing between them become paragraphs. */
function inFlow(nodes: readonly RootContent[]): RootContent[] {
  const blocks: RootContent[] = []
  let run: PhrasingContent[] = []
  const flush = () => {
    if (run.every((node) => node.type === 'comment')) blocks.push(...(run as RootContent[]))
    else if (run.some((node) => node.type !== 'text' || node.value.trim() !== ''))
      blocks.push({ type: 'paragraph', children: trimLine(run) })
    run = []
  }
  for (const node of nodes) {
    if (isPhrasing(node)) run.push(node)
    else {
      flush()
      blocks.push(node)
    }
  }
  flush()
  return blocks
}

/** What a block says in one line: a table's cell or a heading cannot hold more. */
function asPhrasing(node: RootContent, index: number, all: readonly RootContent[]): PhrasingContent[] {
  if (isPhrasing(node)) return [node]
  const before: PhrasingContent[] = index > 0 ? [{ type: 'break' }] : []
  const after: PhrasingContent[] =
    index < all.length - 1 && isPhrasing(all[index + 1] as RootContent) ? [{ type: 'break' }] : []
  if (node.type === 'code' || node.type === 'math') {
    const type = node.type === 'code' ? 'inlineCode' : 'inlineMath'
    return [...before, { type, value: node.value, ...(node.position ? { position: node.position } : {}) }, ...after]
  }
  if (!('children' in node)) return []
  return [...before, ...(node.children as RootContent[]).flatMap(asPhrasing), ...after]
}

/** A line of phrasing, without breaks and white space around it. */
function inLine(children: readonly RootContent[], source: string): PhrasingContent[] {
  return trimLine(joinTexts(children as PhrasingContent[], source))
}

function trimLine(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  let start = 0
  let end = nodes.length
  const blank = (node: PhrasingContent | undefined) =>
    node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '')
  while (start < end && blank(nodes[start])) start++
  while (end > start && blank(nodes[end - 1])) end--
  const line = nodes.slice(start, end)
  return line.flatMap((node, index): PhrasingContent[] => {
    if (node.type !== 'text') return [node]
    // A line end beside a break is the same line end.
    const left = index === 0 || line[index - 1]?.type === 'break'
    const right = index === line.length - 1 || line[index + 1]?.type === 'break'
    const trimmed = trimText(node, left, right)
    return trimmed.value === '' ? [] : [trimmed]
  })
}

function trimText(node: Text, left: boolean, right: boolean): Text {
  let value = node.value
  if (left) value = value.trimStart()
  if (right) value = value.trimEnd()
  if (value === node.value) return node
  const from = node.value.length - (left ? node.value.trimStart() : node.value).length
  const position = node.position && moved(node, from, from + value.length)
  return { ...node, value, ...(position ? { position } : {}) }
}

/** The position of a part of a text on one line that stands as it is in the source; else that of the whole. */
function moved(node: Text, from: number, to: number): Position | undefined {
  const { position, value } = node
  const start = position?.start.offset
  if (!position || start === undefined || position.end.offset !== start + value.length) return position
  if (/[\r\n]/.test(value.slice(0, to))) {
    // Only the end moves when what is cut off at the start holds no line end.
    return position
  }
  const at = (offset: number) => ({
    line: position.start.line,
    column: position.start.column + offset,
    offset: start + offset,
  })
  return { start: at(from), end: at(to) }
}

/** Neighbouring texts become one where the source has them, unescaped, side by side. */
function joinTexts<Node extends RootContent>(nodes: readonly Node[], source: string): Node[] {
  const joined: Node[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (
      last?.type === 'text' &&
      node.type === 'text' &&
      isVerbatim(last, source) &&
      isVerbatim(node, source) &&
      touch(last, node)
    ) {
      joined[joined.length - 1] = {
        ...last,
        value: last.value + node.value,
        position: { start: (last.position as Position).start, end: (node.position as Position).end },
      }
    } else joined.push(node)
  }
  return joined
}

function isVerbatim({ position, value }: Text, source: string): boolean {
  const start = position?.start.offset
  return start !== undefined && position?.end.offset === start + value.length && source.startsWith(value, start)
}

function touch(a: Text, b: Text): boolean {
  return a.position?.end.offset === b.position?.start.offset && !a.data?.href && !b.data?.href
}

/** Gives nodes without a position that of their children, or an empty one where they would stand. */
function fillPositions(node: Nodes, around: Position | undefined): void {
  if (!('children' in node)) return
  const children = node.children as RootContent[]
  let before = (node.position ?? around)?.start
  for (const child of children) {
    if (!child.position) {
      const inner = extent(child)
      if (inner) child.position = inner
      else if (before) child.position = { start: before, end: before }
    }
    fillPositions(child, child.position)
    before = child.position?.end ?? before
  }
}

/** Returns where a node is: its own position, or that of what is in it; `undefined` where neither has one. */
export function extent(node: Nodes): Position | undefined {
  if (node.position) return node.position
  if (!('children' in node)) return undefined
  const inner = (node.children as RootContent[]).map(extent).filter((position) => position !== undefined)
  const [first] = inner
  const last = inner.at(-1)
  return first && last ? { start: first.start, end: last.end } : undefined
}
