import type { Element, ElementContent } from 'hast'
import { classesOf, elementsIn, isElement } from './elements.ts'

/** A formula in a hast tree, with its TeX. */
export interface Formula {
  type: 'formula'
  value: string
  display: boolean
  position?: Element['position']
}

declare module 'hast' {
  interface RootContentMap {
    formula: Formula
  }
  interface ElementContentMap {
    formula: Formula
  }
}

/**
 * Returns the formula that an element shows, where its TeX is still in the page: KaTeX and MathML keep it as an
 * annotation, MathJax 2 in a script, Zhihu and Wikipedia as the text of a picture. Otherwise `undefined`.
 *
 * @param element Any element.
 */
export function formulaOf(element: Element): ElementContent | undefined {
  const found = texOf(element)
  const value = found?.tex.replace(/^\{\\displaystyle (.*)\}$/s, '$1').trim()
  if (!found || !value) return undefined
  return { type: 'formula', value, display: found.display, ...(element.position ? { position: element.position } : {}) }
}

function texOf(element: Element): { tex: string; display: boolean } | undefined {
  const { tagName, properties } = element
  const classes = classesOf(element)
  if (tagName === 'script') {
    const type = /^math\/tex(?:;\s?mode=(display))?/.exec(String(properties.type ?? ''))
    return type ? { tex: textOf(element), display: type[1] !== undefined } : undefined
  }
  if (tagName === 'img') {
    const equation =
      properties.eeimg !== undefined ||
      classes.some((name) => /^(?:ztext-math|mwe-math-fallback-image|tex$|latex$)/.test(name))
    const tex = String(properties.dataFormula ?? (equation ? properties.alt : '') ?? '')
    return tex
      ? { tex, display: classes.some((name) => name.endsWith('display')) || properties.eeimg === '2' }
      : undefined
  }
  if (typeof properties.dataTex === 'string') return { tex: properties.dataTex, display: false }
  const display = classes.includes('katex-display') || properties.display === 'block'
  if (tagName !== 'math' && !classes.includes('katex') && !display) return undefined
  const annotation = [...elementsIn(element)].find(
    (inner) => isElement(inner, 'annotation') && String(inner.properties.encoding) === 'application/x-tex',
  )
  const tex = annotation ? textOf(annotation) : String(properties.alttext ?? properties.altText ?? '')
  return tex ? { tex, display } : undefined
}

function textOf(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('')
}

/**
 * Whether an element is what MathJax 2 has set of the formula in the script behind it.
 *
 * @param element Any element.
 * @param next The node behind it.
 */
export function isTypeset(element: Element, next: ElementContent | undefined): boolean {
  if (!classesOf(element).some((name) => /^(?:MathJax(?:_(?:Display|Preview|SVG|CHTML))?|mjx-chtml)$/.test(name)))
    return false
  if (classesOf(element).includes('MathJax_Preview')) return true
  return (
    isElement(next) &&
    [next, ...elementsIn(next)].some(
      (one) => one.tagName === 'script' && /^math\/tex/.test(String(one.properties.type)),
    )
  )
}
