import type { FootnoteReference } from 'mdast'
import type { Inline } from '../../schema/content.ts'

/** Which footnote a mark in the text leads to, for marks that {@link footnoteMark} made. */
const targets = new WeakMap<Inline, FootnoteReference>()

/**
 * Returns the mark of a footnote in the text: its label, set higher.
 *
 * @param reference The reference.
 */
export function footnoteMark(reference: FootnoteReference): Inline {
  const mark: Inline = {
    type: 'superscript',
    children: [{ type: 'text', value: reference.label ?? reference.identifier }],
  }
  targets.set(mark, reference)
  return mark
}

/** Returns which footnote a node leads to, if it is a mark that {@link footnoteMark} made. */
export function footnoteOf(node: Inline): FootnoteReference | undefined {
  return targets.get(node)
}
