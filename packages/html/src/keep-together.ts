import type { Element, ElementContent } from 'hast'
import { isLiteral } from './math-to-hast.ts'

/**
 * Returns inline content in which no line can end between a drawn formula and what is written without a space beside it: a
 * bracket or quotation mark opening before it; punctuation, a hyphen or letters (“n-th”) after it. Browsers break a line on
 * both sides of a picture, whatever stands there, and U+2060 does not keep them from it (seen in Chromium 156), so a line
 * would begin with a comma. The three stand in a span that does not break.
 *
 * @param nodes siblings
 */
export function keepTogether(nodes: readonly ElementContent[]): ElementContent[] {
  const kept: ElementContent[] = []
  for (const [at, node] of nodes.entries()) {
    if (isDrawn(node)) kept.push(unbroken(opening(nodes[at - 1]), node, closing(nodes[at + 1])))
    else if (isText(node)) {
      const value = node.value.slice(
        isDrawn(nodes[at - 1]) ? closing(node).length : 0,
        node.value.length - (isDrawn(nodes[at + 1]) ? opening(node).length : 0),
      )
      if (value !== '') kept.push({ ...node, value })
    } else kept.push(node)
  }
  return kept
}

function unbroken(before: string, formula: Element, after: string): Element {
  if (before === '' && after === '') return formula
  const text = (value: string): ElementContent[] => (value === '' ? [] : [{ type: 'text', value }])
  return {
    type: 'element',
    tagName: 'span',
    properties: { style: 'white-space:nowrap' },
    children: [...text(before), formula, ...text(after)],
  }
}

/** A formula in the line that is an SVG or MathML element. */
function isDrawn(node: ElementContent | undefined): node is Element {
  if (node?.type !== 'element' || node.tagName !== 'span') return false
  const [inner] = node.children
  return inner?.type === 'element' && (inner.tagName === 'svg' || inner.tagName === 'math')
}

function isText(node: ElementContent | undefined): node is Extract<ElementContent, { type: 'text' }> {
  return node?.type === 'text' && !isLiteral(node)
}

/** Brackets and quotation marks that open at the end of a text. */
function opening(node: ElementContent | undefined): string {
  if (!isText(node)) return ''
  const characters = [...node.value]
  const last = characters.findLastIndex((character) => !/[\p{Ps}\p{Pi}]/u.test(character))
  return characters.slice(last + 1).join('')
}

/** What a text begins with that belongs to the word or formula before it. */
function closing(node: ElementContent | undefined): string {
  if (!isText(node)) return ''
  return /^[\p{Pe}\p{Pf}\p{Pd}\p{Script=Latin}.,:;!?…'"%‰、。，．：；！？％]*/u.exec(node.value)?.[0] ?? ''
}
