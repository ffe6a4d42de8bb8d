import type { Element, ElementContent } from 'hast'
import { isElement, textIn } from './elements.ts'

/** Text that a page shows by its elements: the bar of a fraction, the sign of a root. */
export interface Sign {
  type: 'sign'
  value: string
  position?: undefined
}

declare module 'hast' {
  interface RootContentMap {
    sign: Sign
  }
  interface ElementContentMap {
    sign: Sign
  }
}

/**
 * Returns a formula in MathML as text that reads like it: scripts are set high and low, fractions have a slash, roots
 * their sign. It is for formulas whose TeX is not in the page; every letter of the result is one of the page.
 *
 * @param math A `math` element.
 */
export function mathAsText(math: Element): ElementContent {
  return wrap('span', read(math.children), math)
}

function read(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return node.value.trim() === '' ? [] : [node]
    if (node.type !== 'element' || /^annotation/.test(node.tagName)) return []
    const parts = node.children.filter((child): child is Element => isElement(child))
    const [first, second, third] = parts
    const part = (one: Element | undefined): ElementContent[] => (one ? read([one]) : [])
    switch (node.tagName) {
      case 'mfrac':
        return [...grouped(first), sign('/'), ...grouped(second)]
      case 'msqrt':
        return [sign('√'), ...bracketed(read(node.children), parts.length === 1 && isShort(first))]
      case 'mroot':
        return [...raised('sup', second), sign('√'), ...grouped(first)]
      case 'msup':
      case 'mover':
        return [...grouped(first, true), ...raised('sup', second)]
      case 'msub':
      case 'munder':
        return [...part(first), ...raised('sub', second)]
      case 'msubsup':
      case 'munderover':
        return [...part(first), ...raised('sub', second), ...raised('sup', third)]
      case 'mfenced':
        return [
          sign(String(node.properties.open ?? '(')),
          ...parts.flatMap((one, index) => [...(index > 0 ? [sign(',')] : []), ...part(one)]),
          sign(String(node.properties.close ?? ')')),
        ]
      case 'mtr':
      case 'mlabeledtr':
        return [...parts.flatMap((cell, index) => [...(index > 0 ? [sign(' ')] : []), ...part(cell)]), sign('; ')]
      case 'mo':
        return spaced(node)
      case 'mspace':
        return [sign(' ')]
      default:
        return read(node.children)
    }
  })
}

/** Signs between two terms have room around them. */
function spaced(node: Element): ElementContent[] {
  const inner = read(node.children)
  return /^[=+−±<>≤≥≠≈→⇒∈×÷·-]$/u.test(textIn(node.children).trim()) ? [sign(' '), ...inner, sign(' ')] : inner
}

function raised(tagName: 'sup' | 'sub', node: Element | undefined): ElementContent[] {
  const inner = node ? read([node]) : []
  return node && inner.length > 0 ? [wrap(tagName, inner, node)] : []
}

/** In brackets, where it is more than one sign. `loose` leaves out those around a product of letters. */
function grouped(node: Element | undefined, loose = false): ElementContent[] {
  if (!node) return []
  return bracketed(read([node]), isShort(node) || (loose && node.tagName !== 'mrow' && node.tagName !== 'mfrac'))
}

function bracketed(inner: ElementContent[], bare: boolean): ElementContent[] {
  return bare ? inner : [sign('('), ...inner, sign(')')]
}

function isShort(node: Element | undefined): boolean {
  const text = node ? textIn([node]).replace(/\s/g, '') : ''
  return [...text].length <= 1 || /^(?:\d{1,12}(?:[.,]\d{1,12})?|\([^()]{0,200}\))$/.test(text)
}

function sign(value: string): ElementContent {
  return { type: 'sign', value }
}

function wrap(tagName: string, children: ElementContent[], { position }: Element): Element {
  return { type: 'element', tagName, properties: {}, children, ...(position ? { position } : {}) }
}
