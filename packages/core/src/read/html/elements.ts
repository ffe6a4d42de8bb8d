import type { Element, ElementContent, Nodes, Root } from 'hast'

/** Whether a node is an element, and one of these where names are given. */
export function isElement(node: Nodes | undefined, ...names: readonly string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName))
}

/** Returns the class names of an element. */
export function classesOf({ properties }: Element): readonly string[] {
  const { className } = properties
  return Array.isArray(className) ? className.map(String) : typeof className === 'string' ? [className] : []
}

/** Yields all elements below a node, in document order, the node itself left out. */
export function* elementsIn(node: Root | Element): Generator<Element> {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    yield child
    yield* elementsIn(child)
  }
}

/** Elements whose content is never shown as text. */
export const unshown: ReadonlySet<string> = new Set(
  'script style noscript template link meta title head svg canvas object embed iframe audio video map select textarea datalist dialog'.split(
    ' ',
  ),
)

/** How much text an element shows, and how much of it leads elsewhere; in UTF-16 units without white space. */
export interface TextSize {
  readonly all: number
  readonly linked: number
}

/** The sizes of all elements of a page. */
export interface TextSizes {
  /** That of the page. */
  readonly whole: number
  /** Returns that of an element; nothing for one that is not of the page. */
  of(element: Element): TextSize
}

/** Returns the sizes of all elements of a tree. */
export function measureText(tree: Root): TextSizes {
  const sizes = new Map<Element | Root, TextSize>()
  const measure = (node: Element | Root): TextSize => {
    let all = 0
    let linked = 0
    if (node.type === 'root' || !unshown.has(node.tagName))
      for (const child of node.children as ElementContent[]) {
        if (child.type === 'text') all += child.value.replace(/\s/g, '').length
        else if (child.type === 'element') {
          const size = measure(child)
          all += size.all
          linked += size.linked
        }
      }
    const size =
      isElement(node, 'a') && !String(node.properties.href ?? '').startsWith('#')
        ? { all, linked: all }
        : { all, linked }
    sizes.set(node, size)
    return size
  }
  const whole = measure(tree).all
  return { whole, of: (element) => sizes.get(element) ?? { all: 0, linked: 0 } }
}

/** Returns the text of some nodes, all of it. */
export function textIn(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? textIn(node.children) : ''))
    .join('')
}
