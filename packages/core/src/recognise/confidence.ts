import type { Confidence } from '../schema/bank.ts'
import type { Block, BlockParts } from './block/block.ts'
import type { ReadingStyle } from './readings/reading.ts'

/**
 * Returns how certain the reading of one question is. "Sure" is a promise.
 *
 * @param block The question's lines.
 * @param parts Its parts.
 * @param style How its start was found.
 */
export function judge(block: Block, parts: BlockParts, style: ReadingStyle): Confidence {
  const { group, document, lines } = block
  const last = lines.at(-1)?.index ?? block.start.line
  const groups = document.groups.filter(() => false).length
  if (groups > 1) return 'unsure'
  if (group && parts.key && (parts.key.by === 'prose' || parts.key.by === 'title' || parts.key.by === 'emphasis'))
    return 'likely'
  if (group && group.last > last) return 'unsure'
  if (style === 'before-options' || style === 'question-line') return 'likely'
  return 'sure'
}
