import type { Block, ContentNode } from '@cardpress/core'

/** Returns the cards of a cloze note: the index of each deletion less one, ascending, each once. */
export function clozeCards(blocks: readonly Block[]): readonly number[] {
  const found = new Set<number>()
  const visit = (node: ContentNode): void => {
    if (node.type === 'cloze') found.add(node.index - 1)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  for (const block of blocks) visit(block)
  return [...found].sort((a, b) => a - b)
}
