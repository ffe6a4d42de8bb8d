import type { Block, ContentNode, Inline } from '@cardpress/core'
import type { Element, ElementContent, Properties, Root } from 'hast'
import { codeToHast } from './code-to-hast.ts'
import { makeInert } from './inert.ts'
import { keepTogether } from './keep-together.ts'
import { literal, mathToHast } from './math-to-hast.ts'
import type { HtmlOptions } from './options.ts'
import { printable } from './printable.ts'

/**
 * Returns content as a hast tree: semantic elements only, no `raw` node, no `style` but the baseline of an SVG formula and
 * what keeps a drawn formula and its punctuation on one line, no `id`. Needs no browser.
 *
 * @param blocks blocks of a bank, or inline nodes
 * @param options how; see {@link HtmlOptions}
 * @throws {TypeError} when `math` is `mathml` or `svg` and there is no `renderer`
 */
export function toHast(blocks: readonly (Block | Inline)[], options: HtmlOptions = {}): Root {
  if ((options.math ?? 'tex') !== 'tex' && options.renderer === undefined)
    throw new TypeError(`math: '${options.math}' needs a renderer: pass { renderer: await loadMath() }`)
  const content = makeInert(all(blocks, options), options)
  const children = options.lang === undefined ? content : [element('div', { lang: printable(options.lang) }, content)]
  return { type: 'root', children }
}

type Handlers = {
  readonly [Type in ContentNode['type']]: (
    node: Extract<ContentNode, { type: Type }>,
    options: HtmlOptions,
  ) => ElementContent | readonly ElementContent[]
}

const handlers = {
  // Blocks
  paragraph: (node, options) => element('p', {}, all(node.children, options)),
  heading: (node, options) => {
    const level = Math.min(6, Math.max(1, node.depth + (options.headingOffset ?? 0)))
    return element(`h${level}`, {}, all(node.children, options))
  },
  blockquote: (node, options) => element('blockquote', {}, all(node.children, options)),
  code: (node) => codeToHast(node.value, node.lang),
  math: (node, options) => mathToHast(node.value, true, options),
  thematicBreak: () => element('hr', {}, []),
  list: (node, options) => {
    const start = node.ordered && node.start !== undefined && node.start !== 1 ? { start: node.start } : {}
    const tasks = node.children.some((item) => item.checked !== undefined) ? { className: ['tasks'] } : {}
    const items = node.children.map((item) => listItem(item, node.spread || item.spread, options))
    return element(node.ordered ? 'ol' : 'ul', { ...start, ...tasks }, items)
  },
  listItem: (node, options) => listItem(node, node.spread, options),
  table: (node, options) => {
    const [head, ...body] = node.children.map((row, at) => tableRow(row, at === 0 ? 'th' : 'td', node.align, options))
    const parts = [
      ...(head === undefined ? [] : [element('thead', {}, [head])]),
      ...(body.length === 0 ? [] : [element('tbody', {}, body)]),
    ]
    // A wide table scrolls in its own box, not the page.
    return element('div', { className: ['table'] }, [element('table', {}, parts)])
  },
  tableRow: (node, options) => tableRow(node, 'td', [], options),
  tableCell: (node, options) => element('td', {}, all(node.children, options)),
  // Inline nodes
  text: (node) => ({ type: 'text', value: printable(node.value) }),
  inlineCode: (node) => element('code', {}, [{ type: 'text', value: printable(node.value) }]),
  inlineMath: (node, options) => mathToHast(node.value, false, options),
  break: () => element('br', {}, []),
  emphasis: (node, options) => element('em', {}, all(node.children, options)),
  strong: (node, options) => element('strong', {}, all(node.children, options)),
  delete: (node, options) => element('del', {}, all(node.children, options)),
  superscript: (node, options) => element('sup', {}, all(node.children, options)),
  subscript: (node, options) => element('sub', {}, all(node.children, options)),
  highlight: (node, options) => element('mark', {}, all(node.children, options)),
  link: (node, options) => {
    const children = all(node.children, options)
    // A fragment points into the article, which is not here.
    if (!/^(?:https?:\/\/|mailto:)/i.test(node.url)) return children
    return element(
      'a',
      { href: printable(node.url).trim(), ...titleOf(node), rel: ['noopener', 'noreferrer'] },
      children,
    )
  },
  image: (node, options) => {
    const src = (options.image ?? encodeURI)(node.url)
    const alt = printable(node.alt ?? '').trim()
    if (src === undefined) return alt === '' ? [] : { type: 'text', value: alt }
    return element('img', { src: printable(src), alt, ...titleOf(node) }, [])
  },
  cloze: (node, options) => {
    const children = all(node.children, options)
    const hint = node.hint === undefined ? undefined : printable(node.hint)
    if (options.cloze === 'anki') {
      const end = hint === undefined ? [] : [literal('::'), { type: 'text', value: hint } as const]
      return [literal(`{{c${node.index}::`), element('cloze', {}, [...children, ...end]), literal('}}')]
    }
    const shown = options.cloze === 'hidden' ? [{ type: 'text', value: hint ?? '…' } as const] : children
    return element('span', { className: ['cloze'], dataCloze: String(node.index) }, shown)
  },
} satisfies Handlers

function all(nodes: readonly ContentNode[], options: HtmlOptions): ElementContent[] {
  const content = nodes.flatMap((node) => {
    const handle = handlers[node.type] as (
      node: ContentNode,
      options: HtmlOptions,
    ) => ElementContent | readonly ElementContent[]
    return handle(node, options)
  })
  return (options.math ?? 'tex') === 'tex' ? content : keepTogether(content)
}

type ListItem = Extract<ContentNode, { type: 'listItem' }>
type TableRow = Extract<ContentNode, { type: 'tableRow' }>
type Align = Extract<ContentNode, { type: 'table' }>['align']

function listItem(node: ListItem, spread: boolean, options: HtmlOptions): Element {
  const children = node.children.flatMap((child, at) => {
    if (spread || child.type !== 'paragraph') return all([child], options)
    // The paragraphs of a tight list are its lines.
    const line = all(child.children, options)
    return at > 0 && node.children[at - 1]?.type === 'paragraph' ? [element('br', {}, []), ...line] : line
  })
  if (node.checked === undefined) return element('li', {}, children)
  const box = element('input', { type: 'checkbox', disabled: true, checked: node.checked }, [])
  return element('li', {}, [box, { type: 'text', value: ' ' }, ...children])
}

function tableRow(node: TableRow, name: 'th' | 'td', align: Align, options: HtmlOptions): Element {
  const cells = node.children.map((cell, at) => {
    const side = align[at]
    const className = side === 'center' || side === 'right' ? { className: [side] } : {}
    return element(name, { ...(name === 'th' ? { scope: 'col' } : {}), ...className }, all(cell.children, options))
  })
  return element('tr', {}, cells)
}

function titleOf(node: { readonly title?: string | undefined }): Properties {
  const title = printable(node.title ?? '').trim()
  return title === '' ? {} : { title }
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}
