import type { Block, ContentNode, Inline } from '@cardpress/core'

/**
 * Returns a node as HTML, exactly as `toHast` and the serialiser write it, or `undefined` where it holds anything that needs
 * more than escaping: marks of Anki or MathJax, TeX commands, pictures, links, highlighted code, tables, tasks, clozes,
 * control characters. It is many times faster than a tree, which counts in decks of tens of thousands of notes; a property
 * test holds the two together.
 */
export function plainHtml(node: Block | Inline): string | undefined {
  return write(node)
}

type Handlers = {
  readonly [Type in ContentNode['type']]?: (node: Extract<ContentNode, { type: Type }>) => string | undefined
}

const handlers: Handlers = {
  paragraph: ({ children }) => wrap('p', children),
  heading: ({ depth, children }) => wrap(`h${depth}`, children),
  blockquote: ({ children }) => wrap('blockquote', children),
  thematicBreak: () => '<hr>',
  code: ({ lang, value }) => {
    const text = lang === undefined ? escaped(value) : undefined
    return text === undefined ? undefined : `<pre><code>${text}</code></pre>`
  },
  list: ({ ordered, start, spread, children }) => {
    const name = ordered ? 'ol' : 'ul'
    const from = ordered && start !== undefined && start !== 1 ? ` start="${start}"` : ''
    const items = joined(children, (item) => (item.checked === undefined ? listItem(item, spread) : undefined))
    return items === undefined ? undefined : `<${name}${from}>${items}</${name}>`
  },
  text: ({ value }) => escaped(value),
  strong: ({ children }) => wrap('strong', children),
  emphasis: ({ children }) => wrap('em', children),
  delete: ({ children }) => wrap('del', children),
  superscript: ({ children }) => wrap('sup', children),
  subscript: ({ children }) => wrap('sub', children),
  highlight: ({ children }) => wrap('mark', children),
  break: () => '<br>',
  inlineCode: ({ value }) => {
    const text = escaped(value)
    return text === undefined ? undefined : `<code>${text}</code>`
  },
  inlineMath: ({ value }) => (simpleTex.test(value) ? `<span class="math">\\(${value}\\)</span>` : undefined),
  math: ({ value }) => (simpleTex.test(value) ? `<div class="math">\\[${value}\\]</div>` : undefined),
}

function write(node: ContentNode): string | undefined {
  return (handlers[node.type] as ((node: ContentNode) => string | undefined) | undefined)?.(node)
}

function wrap(name: string, children: readonly ContentNode[]): string | undefined {
  const inner = joined(children, write)
  return inner === undefined ? undefined : `<${name}>${inner}</${name}>`
}

type ListItem = Extract<ContentNode, { type: 'listItem' }>

/** The paragraphs of a tight list are its lines. */
function listItem(item: ListItem, spread: boolean): string | undefined {
  const tight = !spread && !item.spread
  const inner = joined(item.children, (child, at) => {
    if (!tight || child.type !== 'paragraph') return write(child)
    const line = joined(child.children, write)
    return line !== undefined && item.children[at - 1]?.type === 'paragraph' ? `<br>${line}` : line
  })
  return inner === undefined ? undefined : `<li>${inner}</li>`
}

/** Returns what is written for all nodes, or undefined when one of them cannot be written here. */
function joined<Node>(nodes: readonly Node[], toText: (node: Node, at: number) => string | undefined) {
  let text = ''
  for (let at = 0; at < nodes.length; at++) {
    const part = toText(nodes[at] as Node, at)
    if (part === undefined) return undefined
    text += part
  }
  return text
}

function escaped(text: string): string | undefined {
  // Most texts hold nothing of either kind: one look is enough for them.
  if (!specialOrMarkup.test(text)) return text
  return special.test(text) ? undefined : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** A backslash, `[` or `{` may begin a mark; controls, noncharacters and surrogates need `printable`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for.
const special = /[\\[{\r\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/

const specialOrMarkup = new RegExp(`${special.source}|[&<]`)

/** TeX without commands, brackets, double braces or double colons: nothing in it can be refused or misread. */
const simpleTex = /^(?:[\w ^+\-=.,()|'!*/]|\{[\w ^+\-=.,()|'!*/]*\}(?!\}))*$/
