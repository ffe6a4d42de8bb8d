import type { HLJSApi } from 'highlight.js'
import type { Color } from './mark.ts'

/** A stretch of code in one colour. */
export interface CodeSpan {
  readonly text: string
  readonly color: Color
  readonly bold: boolean
}

/** Returns code as coloured stretches; one plain stretch where the language is unknown. */
export type Highlighter = (code: string, language: string | undefined, color: Color) => readonly CodeSpan[]

/** Dark colours that differ in lightness, so that code prints well in grey; keywords are bold as well. */
const styles: Readonly<Record<string, { readonly color: Color; readonly bold?: boolean }>> = {
  keyword: { color: '#7a1fa2', bold: true },
  built_in: { color: '#1f4e8c' },
  type: { color: '#1f4e8c' },
  literal: { color: '#9a3412' },
  number: { color: '#9a3412' },
  string: { color: '#0b6b3a' },
  regexp: { color: '#0b6b3a' },
  comment: { color: '#6b7280' },
  doctag: { color: '#6b7280', bold: true },
  meta: { color: '#6b7280' },
  title: { color: '#1f4e8c', bold: true },
  attr: { color: '#8a4a08' },
  attribute: { color: '#8a4a08' },
  tag: { color: '#7a1fa2' },
  name: { color: '#7a1fa2', bold: true },
  variable: { color: '#1a1a1a' },
  symbol: { color: '#9a3412' },
  section: { color: '#1f4e8c', bold: true },
  addition: { color: '#0b6b3a' },
  deletion: { color: '#a3171f' },
}

/** A stretch of code in highlight.js's tree. */
interface CodeNode {
  /** What it is, general before particular: `title.function`. Absent for a language inside another. */
  readonly scope?: string | undefined
  readonly children: readonly (string | CodeNode)[]
}

/** Code longer than this is set plain: highlighting it would cost more than it helps. */
const longest = 50_000

/**
 * Returns a highlighter.
 * @param highlight highlight.js with the grammars that are needed, or `undefined` where there is no code of a known language
 */
export function openHighlighter(highlight: HLJSApi | undefined): Highlighter {
  return (code, language, color) => {
    const name = language?.toLowerCase()
    if (!highlight || !name || !highlight.getLanguage(name) || code.length > longest)
      return [{ text: code, color, bold: false }]
    const { _emitter: emitter } = highlight.highlight(code, { language: name, ignoreIllegals: true })
    const spans: CodeSpan[] = []
    walk((emitter as unknown as { readonly rootNode: CodeNode }).rootNode, { color, bold: false }, spans)
    return spans
  }
}

function walk(node: CodeNode, style: { color: Color; bold: boolean }, out: CodeSpan[]): void {
  const known = node.scope?.split('.').find((name) => Object.hasOwn(styles, name))
  const inner =
    known === undefined ? style : { color: styles[known]?.color ?? style.color, bold: styles[known]?.bold === true }
  let text = ''
  const flush = () => {
    if (text) out.push({ text, ...inner })
    text = ''
  }
  for (const child of node.children)
    if (typeof child === 'string') text += child
    else {
      flush()
      walk(child, inner, out)
    }
  flush()
}
