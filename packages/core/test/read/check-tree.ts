import type { Article } from '@cardpress/core'

interface AnyNode {
  readonly type: string
  readonly value?: string
  readonly children?: readonly AnyNode[]
  readonly position?: { start: { offset?: number }; end: { offset?: number } }
}

const phrasing = new Set(
  'text emphasis strong delete inlineCode inlineMath break link image footnoteReference highlight superscript subscript cloze comment'.split(
    ' ',
  ),
)
const holdsPhrasing = new Set(
  'paragraph heading tableCell summary emphasis strong delete link highlight superscript subscript cloze'.split(' '),
)

/** Returns what is wrong with a tree: HTML or references in it, no or bad positions, blocks in lines, lines in blocks. */
export function checkTree({ tree, source, dropped = [] }: Article): string[] {
  const problems: string[] = []
  const tell = (node: AnyNode, problem: string) =>
    problems.push(`${node.type} ${JSON.stringify(node.position)}: ${problem}`)
  const visit = (node: AnyNode, from: number, to: number) => {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start === undefined || end === undefined) return tell(node, 'has no position')
    if (start < from || end > to || start > end) tell(node, `lies outside of ${from}-${to}`)
    if (/^html$|Reference$/.test(node.type) && node.type !== 'footnoteReference') tell(node, 'must not be in a tree')
    if (node.type === 'text' && node.value === '') tell(node, 'is empty')
    let before = start
    for (const child of node.children ?? []) {
      visit(child, before, end)
      before = child.position?.end.offset ?? before
      if (holdsPhrasing.has(node.type) && !phrasing.has(child.type)) tell(child, `is in a ${node.type}`)
      if (!holdsPhrasing.has(node.type) && phrasing.has(child.type) && child.type !== 'comment')
        tell(child, `is in a ${node.type}`)
    }
    return undefined
  }
  visit(tree as AnyNode, 0, source.length)
  let end = 0
  for (const { span } of dropped) {
    if (span.start < end || span.end <= span.start || span.end > source.length)
      problems.push(`dropped ${span.start}-${span.end}`)
    end = span.end
  }
  return problems
}
