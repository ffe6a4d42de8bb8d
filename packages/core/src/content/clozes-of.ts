import type { Block, Inline } from '../schema/content.ts'
import { mapInline } from './map-inline.ts'

/** Returns the hidden parts of rich text, in their order there. */
export function clozesOf(blocks: readonly Block[]): readonly Extract<Inline, { type: 'cloze' }>[] {
  const found: Extract<Inline, { type: 'cloze' }>[] = []
  mapInline(blocks, (node) => {
    if (node.type === 'cloze') found.push(node)
    return node
  })
  return found
}
