import { refusedMacro } from '@cardpress/math'
import type { ElementContent, Text } from 'hast'
import type { HtmlOptions } from './options.ts'
import { printable } from './printable.ts'

/**
 * Returns a formula in the form that `options.math` asks for. One that must not or cannot be set (`\href`, a missing
 * brace) is printed as its source, in `<code class="math">`.
 *
 * @param tex the formula without delimiters
 * @param display whether it stands on a line of its own
 */
export function mathToHast(tex: string, display: boolean, options: HtmlOptions): ElementContent {
  const source = printable(tex)
  const content = refusedMacro(source) === undefined ? formula(source, display, options) : undefined
  if (content === undefined) return codeOf(source, display)
  return {
    type: 'element',
    tagName: display ? 'div' : 'span',
    properties: { className: ['math'] },
    children: [content],
  }
}

/** Text that is meant to be acted on: TeX for MathJax, the marks of a cloze. `makeInert` leaves it alone. */
export function literal(value: string): Text {
  return { type: 'text', value, data: { literal: true } as Text['data'] }
}

export function isLiteral(node: Text): boolean {
  return (node.data as { literal?: boolean } | undefined)?.literal === true
}

function formula(tex: string, display: boolean, options: HtmlOptions): ElementContent | undefined {
  if (options.math === 'mathml') return options.renderer?.mathml(tex, { display })
  if (options.math === 'svg') return options.renderer?.svg(tex, { display })
  const anki = options.inert === 'anki' || options.cloze === 'anki'
  const safe = forDelimiters(anki ? forCloze(tex) : tex)
  const delimited = display ? `\\[${safe}\\]` : `\\(${safe}\\)`
  return literal(anki ? withoutTags(delimited) : delimited)
}

/** A formula in which Anki finds no tag of its own (`[sound:…]`): an empty group parts the bracket from what follows. */
function withoutTags(formula: string): string {
  return formula.replace(/\[(?=\/?latex\]|\/?\$\$?\]|sound:|\/?anki:)/gi, '[{}')
}

/** TeX that ends where its delimiters do: what looks for `\)` by a pattern takes the end of `\\)` for it. */
function forDelimiters(tex: string): string {
  return tex.replace(/\\\\(?=[)\]])/g, '\\\\ ').replace(/\\.|\n/gs, (token) => inner[token] ?? token)
}

const inner: Readonly<Record<string, string>> = { '\\(': '$', '\\)': '$', '\\[': '', '\\]': '' }

/**
 * TeX that a cloze note of Anki can hold: it ends a cloze at `}}` and its text at `::`, whatever is around them, and undoes
 * the escaping of `<`, so that `a<b` would begin a tag.
 */
function forCloze(tex: string): string {
  return tex
    .replace(/\}(?=\})/g, '} ')
    .replace(/\{(?=\{)/g, '{ ')
    .replace(/:(?=:)/g, ':{}')
    .replace(/<(?=[a-z/!?])/gi, '< ')
}

function codeOf(tex: string, display: boolean): ElementContent {
  const code: ElementContent = {
    type: 'element',
    tagName: 'code',
    properties: { className: ['math'] },
    children: [{ type: 'text', value: tex }],
  }
  return display ? { type: 'element', tagName: 'pre', properties: {}, children: [code] } : code
}
