import { mapInline } from '../../content/map-inline.ts'
import type { Block } from '../../schema/content.ts'

/** Tells whether rich text hides a part of itself. */
export function hasClozes(blocks: readonly Block[]): boolean {
  let found = false
  mapInline(blocks, (node) => {
    found ||= node.type === 'cloze'
    return node
  })
  return found
}

/** Returns rich text with clozes, counted from 1, in the place of what it highlights. */
export function highlightsToClozes(blocks: readonly Block[]): Block[] {
  let index = 0
  return mapInline(blocks, (node) => {
    if (node.type !== 'highlight') return node
    // A bank has no more than 499.
    index = Math.min(index + 1, 499)
    return { type: 'cloze', index, children: node.children }
  })
}
