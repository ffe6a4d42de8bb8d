import type { Block } from '../schema/content.ts'
import { mapInline } from './map-inline.ts'

/** Returns rich text with `[hint]`, or `[…]`, in the place of each cloze. */
export function hideClozes(blocks: readonly Block[]): Block[] {
  return mapInline(blocks, (node) => (node.type === 'cloze' ? { type: 'text', value: `[${node.hint ?? '…'}]` } : node))
}
