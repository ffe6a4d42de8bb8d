import type { Element, ElementContent } from 'hast'
import { common, createLowlight } from 'lowlight'
import { printable } from './printable.ts'

/**
 * Returns a block of code with its syntax marked by highlight.js's classes (`hljs-keyword`, …), which `stylesheet`
 * colours. Code in no language, in one that is not known, or longer than 100,000 characters is left plain.
 *
 * @param value the code
 * @param lang what stood behind the opening fence: a language's name or alias
 */
export function codeToHast(value: string, lang: string | undefined): Element {
  const text = printable(value)
  const name = lang?.toLowerCase().match(/^[\w+#.-]+/)?.[0]
  const children = name === undefined ? undefined : highlight(text, name)
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties: name === undefined ? {} : { className: [`language-${name}`] },
    children: children ?? [{ type: 'text', value: text }],
  }
  return { type: 'element', tagName: 'pre', properties: {}, children: [code] }
}

const longest = 100_000
let lowlight: ReturnType<typeof createLowlight> | undefined

function highlight(text: string, name: string): ElementContent[] | undefined {
  if (text.length > longest) return undefined
  lowlight ??= createLowlight(common)
  if (!lowlight.registered(name)) return undefined
  return (lowlight.highlight(name, text).children as ElementContent[]).map(withPlainClasses)
}

/** A language inside another (CSS in HTML) is marked by its bare name, which could be anyone's class. */
function withPlainClasses(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node
  const names = node.properties.className as readonly string[]
  const className = names.map((name) => (/^hljs-|_$/.test(name) ? name : `language-${name.replace(/^language-/, '')}`))
  return { ...node, properties: { className }, children: node.children.map(withPlainClasses) }
}
