import type { Element, ElementContent, Properties, Root } from 'hast'
import { type Choice, findChoices } from './choices.ts'
import { classesOf, elementsIn, isElement, measureText, textIn, unshown } from './elements.ts'
import { formulaOf, isTypeset } from './formulas.ts'
import { joinLonelyMarks } from './lonely-marks.ts'
import { isNavigation } from './main-content.ts'
import { mathAsText } from './mathml.ts'
import { quizOf, reasonUnseen, repeatedHidden } from './unseen.ts'

/**
 * Returns the content of an element as a tree that is ready to become mdast: what is not for readers is a comment with
 * a reason, formulas are formulas again, tables that only lay out a page are blocks.
 *
 * @param main The article's element.
 * @param page The page that it is part of.
 */
export function cleanContent(main: Element, page: Root): Root {
  const sizes = measureText(page)
  const { groups, authored } = findChoices(main)
  const repeated = repeatedHidden(main)
  const all = (nodes: readonly ElementContent[], context: Context): ElementContent[] =>
    nodes.flatMap((child, index) => clean(child, context, nodes[index + 1]))
  const clean = (node: ElementContent, context: Context, next?: ElementContent): ElementContent[] => {
    if (node.type === 'text') return [node]
    if (node.type === 'comment') return [hidden(node, 'comment')]
    if (node.type !== 'element') return []
    const formula = formulaOf(node)
    if (formula) return [formula]
    if (node.tagName === 'math') return [mathAsText(node)]
    if (unshown.has(node.tagName)) return [hidden(node, 'script')]
    if (isTypeset(node, next)) return [hidden(node, 'markup')]
    const button = node.tagName === 'button'
    if (node.tagName === 'input' && !authored.has(node)) return []
    if ((button && !isTitle(node, context.parent)) || isNavigation(node, sizes)) return [hidden(node, 'navigation')]
    const quiz = quizOf(node) ?? context.quiz
    const reason = reasonUnseen(node, quiz, repeated) ?? (context.option && isBadge(node) ? 'markup' : undefined)
    if (reason) return [hidden(node, reason)]
    const named = languageOf(node) ?? context.language
    const inner: Context = { language: named, quiz, parent: node, option: context.option || node.tagName === 'li' }
    const choices = groups.get(node)
    const children = joinLonelyMarks(
      choices ? withChoices(node, choices, (nodes) => all(nodes, inner)) : all(node.children, inner),
    )
    const properties = safeSpans(node.properties)
    if (node.tagName === 'pre' && named && !properties.dataLang)
      return [{ ...node, properties: { ...properties, dataLang: named }, children }]
    if (button && !isHeading(context.parent))
      return [{ ...node, tagName: 'p', children: [{ ...node, tagName: 'strong', children }] }]
    return [{ ...node, tagName: tagOf(node), properties, children }]
  }
  const inner: Context = { language: undefined, quiz: undefined, parent: main, option: false }
  const choices = groups.get(main)
  return {
    type: 'root',
    children: joinLonelyMarks(
      unwrapTables(choices ? withChoices(main, choices, (nodes) => all(nodes, inner)) : all(main.children, inner)),
    ),
  }
}

/** What is known of the elements around a node. */
interface Context {
  readonly language: string | undefined
  /** The class of the quiz's question that it is part of. */
  readonly quiz: string | undefined
  readonly parent: Element
  /** It is part of an option, or of another list item. */
  readonly option: boolean
}

/** The children of an element, its options in a list. */
function withChoices(
  { children, tagName }: Element,
  choices: readonly Choice[],
  clean: (nodes: readonly ElementContent[]) => ElementContent[],
): ElementContent[] {
  const first = choices[0] as Choice
  const last = choices.at(-1) as Choice
  const items = choices.map(({ from, to, right }, index): Element => {
    // What stands behind an option and has no option's element is still part of it.
    const end = choices[index + 1]?.from ?? to
    const nodes = children.slice(from, end)
    const box: Element = {
      type: 'element',
      tagName: 'input',
      properties: { type: 'checkbox', checked: right },
      children: [],
    }
    const content = clean(nodes).flatMap((node) => (isElement(node, 'li') ? node.children : [asBlock(node)]))
    return {
      type: 'element',
      tagName: 'li',
      properties: {},
      children: [box, ...joinLonelyMarks(content)],
      ...extentOf(nodes),
    }
  })
  const list: Element = {
    type: 'element',
    tagName: 'ul',
    properties: {},
    children: items,
    ...extentOf(children.slice(first.from, last.to)),
  }
  const before = clean(children.slice(0, first.from))
  const after = clean(children.slice(last.to))
  // In a list its items, in a table its rows: the element itself is let go below.
  if (tagName === 'ul' || tagName === 'ol') return [...before, ...items, ...after]
  return [...before, list, ...after]
}

function extentOf(nodes: readonly ElementContent[]): { position?: Element['position'] } {
  const placed = nodes.filter((node) => node.position)
  const start = placed[0]?.position?.start
  const end = placed.at(-1)?.position?.end
  return start && end ? { position: { start, end } } : {}
}

/** Pages whose answers unfold have their questions in buttons. */
function isTitle(button: Element, parent: Element): boolean {
  const text = textIn(button.children).trim()
  if (text === '') return false
  if (isHeading(parent) || parent.tagName === 'dt') return true
  const { ariaControls, ariaExpanded, dataBsToggle, dataToggle } = button.properties
  const unfolds = [ariaControls, ariaExpanded, dataBsToggle, dataToggle].some((value) => value !== undefined)
  return unfolds && /[?？]\s{0,9}$/.test(text)
}

function isHeading({ tagName, properties }: Element): boolean {
  return /^h[1-6]$/.test(tagName) || properties.role === 'heading' || tagName === 'dt' || tagName === 'summary'
}

/** `Most voted`, `New`: a label that a page sticks to an item. */
function isBadge(node: Element): boolean {
  return node.tagName === 'span' && classesOf(node).includes('badge')
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

/** Editors write bold text as a style. */
function tagOf({ tagName, properties }: Element): string {
  if (properties.role === 'heading' && !/^h[1-6]$/.test(tagName))
    return `h${Math.min(Math.max(Number(properties.ariaLevel) || 3, 1), 6)}`
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
  let layout = [...elementsIn(table)].some(
    ({ tagName, properties }) => tagName === 'input' && properties.type === 'checkbox',
  )
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
  return { ...node, tagName: 'div', children: joinLonelyMarks(node.children.map(asBlock)) }
}
