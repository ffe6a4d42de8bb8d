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
    return (emitter as unknown as SpanEmitter).spans.map(({ text, style }) => ({
      text,
      color: style?.color ?? color,
      bold: style?.bold === true,
    }))
  }
}

type Style = (typeof styles)[string]

/** Receives what highlight.js finds as flat stretches; its own emitter would make HTML of each block as well. */
export class SpanEmitter {
  readonly spans: { text: string; style: Style | undefined }[] = []
  /** The styles of the scopes that are open, each its own or what it inherits. */
  readonly #open: (Style | undefined)[] = []
  #joins = false

  addText(text: string): void {
    if (text === '') return
    const last = this.spans.at(-1)
    if (this.#joins && last) last.text += text
    else this.spans.push({ text, style: this.#open.at(-1) })
    this.#joins = true
  }

  /** @param scope what the text is, general before particular: `title.function` */
  openNode(scope: string): void {
    const known = scope.split('.').find((name) => Object.hasOwn(styles, name))
    this.#open.push(known === undefined ? this.#open.at(-1) : styles[known])
    this.#joins = false
  }

  closeNode(): void {
    this.#open.pop()
    this.#joins = false
  }

  startScope(scope: string): void {
    this.openNode(scope)
  }

  endScope(): void {
    this.closeNode()
  }

  __addSublanguage(inner: SpanEmitter): void {
    for (const { text, style } of inner.spans) this.spans.push({ text, style: style ?? this.#open.at(-1) })
    this.#joins = false
  }

  closeAllNodes(): void {
    this.#open.length = 0
  }

  finalize(): void {}

  toHTML(): string {
    return ''
  }
}
