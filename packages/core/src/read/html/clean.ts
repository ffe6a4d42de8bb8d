import type { Element, ElementContent, Properties, Root } from 'hast'
import { classesOf, isElement, measureText, unshown } from './elements.ts'
import { formulaOf } from './formulas.ts'
import { isNavigation } from './main-content.ts'

/**
 * Returns the content of an element as a tree that is ready to become mdast: what is not for readers is a comment with
 * a reason, formulas are formulas again, tables that only lay out a page are blocks.
 *
 * @param main The article's element.
 * @param page The page that it is part of.
 */
export function cleanContent(main: Element, page: Root): Root {
  const sizes = measureText(page)
  const clean = (node: ElementContent, language?: string): ElementContent[] => {
    if (node.type === 'text') return [node]
    if (node.type === 'comment') return [hidden(node, 'comment')]
    if (node.type !== 'element') return []
    const formula = formulaOf(node)
    if (formula) return [formula]
    if (unshown.has(node.tagName)) return [hidden(node, 'script')]
    if (node.tagName === 'button' || isNavigation(node, sizes)) return [hidden(node, 'navigation')]
    if (isGutter(node)) return [hidden(node, 'markup')]
    const named = languageOf(node) ?? language
    const children = node.children.flatMap((child) => clean(child, named))
    const properties = safeSpans(node.properties)
    if (node.tagName === 'pre' && named && !properties.dataLang)
      return [{ ...node, properties: { ...properties, dataLang: named }, children }]
    return [{ ...node, tagName: tagOf(node), properties, children }]
  }
  return { type: 'root', children: unwrapTables(main.children.flatMap((child) => clean(child))) }
}

/** The language that the box around a program names: `highlight js`, `highlight-source-js`, `language-js`. */
function languageOf(node: Element): string | undefined {
  if (node.tagName !== 'figure' && node.tagName !== 'div') return undefined
  const names = classesOf(node).filter((name) => name.length < 40)
  const named = names
    .map((name) => /^(?:language|highlight-source|highlight)-([a-z\d+#]{1,20})$/.exec(name)?.[1])
    .find(Boolean)
  if (named) return named
  const others = names.filter((name) => name !== 'highlight')
  return names.length === 2 && others.length === 1 && /^[a-z\d+#]{1,20}$/.test(others[0] as string)
    ? others[0]
    : undefined
}

/** A part of the page that is left out. */
function hidden(node: ElementContent, reason: string): ElementContent {
  const value = node.type === 'comment' ? node.value : ''
  return { type: 'comment', value, data: { reason }, ...(node.position ? { position: node.position } : {}) }
}

const gutterName =
  /(?:^|[-_])(?:gutter|linenos?|line-?numbers?(?:-rows)?|line-index|ln-n|blob-num|copy-?(?:btn|button|code)|headerlink|header-anchor)(?:$|[-_])/i

/** Line numbers and copy buttons beside code, the paragraph signs behind headings. */
function isGutter(node: Element): boolean {
  if (node.tagName === 'pre' || node.tagName === 'code') return false
  return classesOf(node).some((name) => name.length < 60 && gutterName.test(name))
}

/** Editors write bold text as a style. */
function tagOf({ tagName, properties }: Element): string {
  if (tagName !== 'span' && tagName !== 'font') return tagName
  return /font-weight:\s?(?:bold|[6-9]00)/i.test(String(properties.style ?? '').slice(0, 2000)) ? 'strong' : tagName
}

/** A cell that says it spans a thousand columns would make a thousand. */
function safeSpans(properties: Properties): Properties {
  const { colSpan, rowSpan } = properties
  if (colSpan === undefined && rowSpan === undefined) return properties
  const safe = (value: Properties[string]) => Math.min(Math.max(Number(value) || 1, 1), 50)
  return { ...properties, colSpan: safe(colSpan), rowSpan: safe(rowSpan) }
}

const tableParts: ReadonlySet<string> = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'])
const blocks: ReadonlySet<string> = new Set([
  'pre',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'details',
  'dl',
  'figure',
])

/** Tables with a single column, and those with code, headings or other tables in their cells, only lay out the page. */
function unwrapTables(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node): ElementContent => {
    if (node.type !== 'element') return node
    const children = unwrapTables(node.children)
    if (node.tagName !== 'table' || isData({ ...node, children })) return { ...node, children }
    return { ...node, tagName: 'div', children: children.map(asBlock) }
  })
}

function isData(table: Element): boolean {
  let columns = 0
  let layout = false
  const visit = (node: Element, cells: { count: number }): void => {
    for (const child of node.children) {
      if (!isElement(child)) continue
      if (blocks.has(child.tagName)) layout = true
      if (child.tagName === 'td' || child.tagName === 'th') columns = Math.max(columns, ++cells.count)
      visit(child, child.tagName === 'tr' ? { count: 0 } : cells)
    }
  }
  visit(table, { count: 0 })
  return columns > 1 && !layout
}

function asBlock(node: ElementContent): ElementContent {
  if (node.type !== 'element' || !tableParts.has(node.tagName)) return node
  return { ...node, tagName: 'div', children: node.children.map(asBlock) }
}
