import type { Document } from '../document.ts'
import type { Features } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'
import { isApart } from '../marks/apart.ts'
import { foldsAnswer, isFolding } from '../marks/folding.ts'
import type { Candidate, Start } from './reading.ts'

interface HeadingNode {
  readonly line: number
  /** It names a part of the page that is about the page: licence, references, introduction. */
  readonly apart: boolean
  readonly depth: number
  readonly likeness: number
  readonly children: HeadingNode[]
}

/** A heading below this likeness is a topic, not a question. */
const asks = 0.7

/**
 * Returns the readings in which headings are questions, whatever their level: every heading of one level, and the one in
 * which each branch of the outline decides for itself (a topic may group questions one level below it, while under a
 * question the same level divides its answer).
 *
 * @param document What is known of the document.
 */
export function headingCandidates(document: Document): Candidate[] {
  const folded = depthsThatFold(document)
  const found = document.lines.flatMap((line, index): HeadingNode[] => {
    if (line.kind !== 'heading' || document.noise[index] !== undefined || document.answers[index]?.firm) return []
    if (document.features[index]?.place === 'none' || document.roles[index] === 'section') return []
    const likeness = Math.max(
      (document.features[index] as Features).likeness,
      foldsItsAnswer(document, index, folded) ? 0.8 : 0,
    )
    return [{ line: index, apart: isApart(line.text), depth: line.depth, likeness, children: [] }]
  })
  const headings = withoutTitle(document, found)
  const outline = toOutline(headings)
  const chosen: HeadingNode[] = []
  const usual = usualDepths(headings)
  // The page's own title may read like a question; what it stands above is asked below it.
  const [title, ...others] = outline
  const roots = title && others.length === 0 && title.children.length > 0 ? title.children : outline
  const rootsAsk = mostAsk(roots)
  for (const node of roots) choose(node, usual, chosen, rootsAsk)
  const plain = (starts: HeadingNode[], detail: string, depth: number): Candidate => ({
    style: 'heading',
    detail,
    depth,
    regular: 0,
    irregular: 0,
    starts: starts.map((node) => toStart(document, node)),
  })
  const deepest = Math.max(0, ...headings.map((heading) => heading.depth))
  const levels = [...new Set(headings.map((heading) => heading.depth))].filter(
    (depth) => depth === deepest || headings.filter((heading) => heading.depth === depth).length > 1,
  )
  return [
    plain(chosen, 'outline', Math.max(0, ...chosen.map((node) => node.depth))),
    ...levels.map((depth) =>
      plain(
        headings.filter((heading) => heading.depth === depth),
        `level ${depth}`,
        depth,
      ),
    ),
  ]
}

/** The page's title may be of the same level as its questions: it is the first, asks nothing, and has no text below it. */
function withoutTitle({ lines }: Document, found: readonly HeadingNode[]): readonly HeadingNode[] {
  // What stands above the page's only title and asks nothing leads to other pages.
  const titles = lines.filter(({ kind, depth }) => kind === 'heading' && depth === 1)
  const headings =
    titles.length === 1
      ? found.filter(({ line, likeness }) => line >= (titles[0]?.index ?? 0) || likeness >= asks)
      : found
  const [first, second, ...others] = headings
  if (!first || !second || others.length === 0 || first.likeness >= asks || second.likeness < asks) return headings
  return first.depth === second.depth && second.line === first.line + 1 ? headings.slice(1) : headings
}

/**
 * What stands below it is folded away behind a word such as "answer", or behind any word ("click to expand") where half of
 * the headings of its level, and three of them, do the same: it asks, however it is put.
 */
function foldsItsAnswer({ lines }: Document, index: number, depths: ReadonlySet<number>): boolean {
  const summary = summaryBelow(lines, index)
  if (!summary) return false
  return foldsAnswer(summary.text) || (depths.has(lines[index]?.depth ?? 0) && isFolding(summary.text))
}

function summaryBelow(lines: readonly Line[], index: number): Line | undefined {
  const next = lines.slice(index + 1, index + 4).find((line) => line.text.trim() !== '')
  return next?.kind === 'summary' ? next : undefined
}

function depthsThatFold({ lines }: Document): Set<number> {
  const depths = new Set<number>()
  for (let depth = 1; depth <= 6; depth++) {
    const level = lines.filter((line) => line.kind === 'heading' && line.depth === depth)
    const folding = level.filter((line) => isFolding(summaryBelow(lines, line.index)?.text ?? '-'))
    if (folding.length >= 3 && folding.length * 2 >= level.length) depths.add(depth)
  }
  return depths
}

function toStart(document: Document, { line, likeness }: HeadingNode): Start {
  const { numbers, indent } = document.features[line] as Features
  const number = numbers.find((mark) => mark.style !== 'bare')
  return { line, number, mark: indent + (number?.length ?? 0), likeness }
}

function toOutline(headings: readonly HeadingNode[]): HeadingNode[] {
  const roots: HeadingNode[] = []
  const stack: HeadingNode[] = []
  for (const node of headings) {
    while (stack.length > 0 && (stack.at(-1) as HeadingNode).depth >= node.depth) stack.pop()
    const parent = stack.at(-1)
    if (parent) parent.children.push(node)
    else roots.push(node)
    stack.push(node)
  }
  return roots
}

/** The levels at which at least a third of the headings, and three of them, ask. */
function usualDepths(headings: readonly HeadingNode[]): Set<number> {
  const usual = new Set<number>()
  for (let depth = 1; depth <= 6; depth++) {
    const level = headings.filter((heading) => heading.depth === depth)
    const asking = level.filter((heading) => heading.likeness >= asks)
    if (asking.length >= 3 && asking.length * 3 >= level.length) usual.add(depth)
  }
  return usual
}

/** At least half of some headings ask. */
function mostAsk(nodes: readonly HeadingNode[]): boolean {
  return nodes.filter((node) => node.likeness >= asks).length * 2 >= nodes.length
}

function choose(node: HeadingNode, usual: ReadonlySet<number>, chosen: HeadingNode[], siblingsAsk: boolean): void {
  if (node.likeness >= asks && (usual.has(node.depth) || node.children.every((child) => child.likeness < asks))) {
    chosen.push(node)
    return
  }
  const before = chosen.length
  const childrenAsk = mostAsk(node.children)
  for (const child of node.children) choose(child, usual, chosen, childrenAsk)
  // A leaf among questions of its level is one too, even if it only names a topic.
  if (chosen.length === before && usual.has(node.depth) && !node.apart && siblingsAsk) chosen.push(node)
}
