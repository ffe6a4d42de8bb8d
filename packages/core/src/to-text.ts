import type { Block, ContentNode, Inline } from './schema/content.ts'

/**
 * Returns rich text as plain text, for tools and fields that know no markup.
 *
 * Blocks stand apart by a blank line; list items keep their marker and table rows their cells, joined by ` | `.
 * Math is its TeX, an image its alternative text, a link its text, a cloze what it hides.
 *
 * @param blocks blocks of a bank, or inline nodes.
 */
export function toText(blocks: readonly (Block | Inline)[]): string {
  return blocks.every(isInline) ? inlineText(blocks) : joinBlocks(blocks as readonly Block[], '\n\n')
}

/** Returns rich text as one line of plain text: runs of white space become one space. See `toText`. */
export function toLine(blocks: readonly (Block | Inline)[]): string {
  return toText(blocks)
    .split(/[\s\u200b\ufeff]+/u)
    .filter(Boolean)
    .join(' ')
}

type Handlers = { readonly [Type in ContentNode['type']]: (node: Extract<ContentNode, { type: Type }>) => string }

const handlers = {
  // Blocks
  paragraph: (node) => inlineText(node.children),
  heading: (node) => inlineText(node.children),
  blockquote: (node) => prefixLines(joinBlocks(node.children, '\n\n'), '> ', '> '),
  code: (node) => node.value,
  math: (node) => node.value,
  thematicBreak: () => '---',
  list: (node) =>
    node.children
      .map((item, index) => {
        const marker = node.ordered ? `${(node.start ?? 1) + index}. ` : '- '
        return prefixLines(toTextOf(item), marker, ' '.repeat(marker.length))
      })
      .join(node.spread ? '\n\n' : '\n'),
  listItem: (node) => {
    const box = node.checked === undefined ? '' : node.checked ? '[x] ' : '[ ] '
    return box + joinBlocks(node.children, node.spread ? '\n\n' : '\n')
  },
  table: (node) => node.children.map(toTextOf).join('\n'),
  tableRow: (node) => node.children.map(toTextOf).join(' | '),
  tableCell: (node) => inlineText(node.children).replaceAll('\n', ' '),
  // Inline nodes
  text: (node) => node.value,
  inlineCode: (node) => node.value,
  inlineMath: (node) => node.value,
  break: () => '\n',
  image: (node) => node.alt ?? '',
  emphasis: (node) => inlineText(node.children),
  strong: (node) => inlineText(node.children),
  delete: (node) => inlineText(node.children),
  superscript: (node) => inlineText(node.children),
  subscript: (node) => inlineText(node.children),
  highlight: (node) => inlineText(node.children),
  cloze: (node) => inlineText(node.children),
  link: (node) => inlineText(node.children) || node.url,
} satisfies Handlers

function toTextOf(node: ContentNode): string {
  return (handlers[node.type] as (node: ContentNode) => string)(node)
}

function inlineText(nodes: readonly Inline[]): string {
  return nodes.map(toTextOf).join('')
}

function joinBlocks(blocks: readonly Block[], separator: string): string {
  return blocks.map(toTextOf).filter(Boolean).join(separator)
}

function prefixLines(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : line === '' ? rest.trimEnd() : rest) + line)
    .join('\n')
}

const inlineTypes = new Set<string>([
  'text',
  'inlineCode',
  'inlineMath',
  'break',
  'image',
  'emphasis',
  'strong',
  'delete',
  'superscript',
  'subscript',
  'highlight',
  'cloze',
  'link',
])

function isInline(node: Block | Inline): node is Inline {
  return inlineTypes.has(node.type)
}
