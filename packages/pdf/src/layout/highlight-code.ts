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

function styleOf(className: string): { readonly color: Color; readonly bold?: boolean } | undefined {
  const name = className.replace(/^hljs-/, '').replace(/_$/, '')
  return Object.hasOwn(styles, name) ? styles[name] : undefined
}

interface HighlightNode {
  readonly type: string
  readonly value?: string
  readonly properties?: { readonly className?: unknown }
  readonly children?: readonly HighlightNode[]
}

/** Code longer than this is set plain: highlighting it would cost more than it helps. */
const longest = 50_000

/**
 * Returns a highlighter (highlight.js by `lowlight`), whose grammars are loaded with the first code of a known language.
 * @returns the highlighter
 */
export function openHighlighter(lowlight: LowlightModule | undefined): Highlighter {
  const instance = lowlight?.createLowlight(lowlight.common)
  return (code, language, color) => {
    const name = language?.toLowerCase()
    if (!instance || !name || !instance.registered(name) || code.length > longest)
      return [{ text: code, color, bold: false }]
    const spans: CodeSpan[] = []
    walk(instance.highlight(name, code) as HighlightNode, { color, bold: false }, spans)
    return spans
  }
}

/** The part of `lowlight` that is used. */
export type LowlightModule = Pick<typeof import('lowlight'), 'common' | 'createLowlight'>

function walk(node: HighlightNode, style: { color: Color; bold: boolean }, out: CodeSpan[]): void {
  if (node.type === 'text') {
    out.push({ text: node.value ?? '', ...style })
    return
  }
  const names = Array.isArray(node.properties?.className) ? (node.properties.className as readonly string[]) : []
  const known = names.map((name) => styleOf(name)).find((found) => found)
  const inner = known ? { color: known.color, bold: known.bold ?? false } : style
  for (const child of node.children ?? []) walk(child, inner, out)
}
