import type { Block, Inline } from '../schema/content.ts'

/**
 * Returns rich text with every inline node replaced, the outermost first; what replaces a node is not entered.
 *
 * @param blocks Blocks of a bank; they stay as they are.
 * @param replace gets a node and returns what stands in its place: the node itself to leave it and go on within it.
 */
export function mapInline(blocks: readonly Block[], replace: (node: Inline) => Inline): Block[] {
  type Node = { readonly type: string; readonly children?: readonly Node[] }
  const visit = (node: Node): Node => {
    const replaced = replace(node as Inline) as Node
    if (replaced !== node || replaced.children === undefined) return replaced
    return { ...replaced, children: replaced.children.map(visit) }
  }
  return blocks.map((block) => visit(block as Node) as Block)
}
