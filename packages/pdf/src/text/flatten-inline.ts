import type { Inline } from '@cardpress/core'
import { fittingFormula } from '../layout/formula.ts'
import { TagElement } from '../layout/tag-element.ts'
import { colors } from '../papers/theme.ts'
import { isHan } from './characters.ts'
import type { BoxPiece, TextStyle } from './piece.ts'
import type { TextContext } from './to-pieces.ts'

/** A stretch of a paragraph in one style, before it is shaped. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string; readonly style: TextStyle }
  | { readonly kind: 'break' }
  | {
      readonly kind: 'box'
      readonly style: TextStyle
      readonly box: Pick<BoxPiece, 'kind' | 'width' | 'ascent' | 'descent' | 'content'>
    }

/** Returns inline content as a flat list of styled text, boxes and breaks. */
export function flattenInline(inlines: readonly Inline[], style: TextStyle, context: TextContext): Segment[] {
  const out: Segment[] = []
  for (const node of inlines) handle(node, style, context, out)
  return out
}

type NodeOf<Type extends Inline['type']> = Extract<Inline, { type: Type }>
type Handler<Type extends Inline['type']> = (
  node: NodeOf<Type>,
  style: TextStyle,
  context: TextContext,
  out: Segment[],
) => void

const handlers = {
  text: (node, style, _context, out) => {
    const text = joinLines(node.value)
    // The style of a drawn sign is its own: fonts lack ballot boxes and crosses.
    for (const part of text.split(/([☐☑☒✓✔✗✘])/u)) {
      const sign = signs.get(part)
      if (sign) out.push(signBox(sign, part, style))
      else if (part) out.push({ kind: 'text', text: part, style })
    }
  },
  emphasis: (node, style, context, out) => {
    const voice = style.voice === 'bold' ? 'bold-italic' : style.voice === 'regular' ? 'italic' : style.voice
    children(node.children, { ...style, voice, dots: true }, context, out)
  },
  strong: (node, style, context, out) => {
    const voice = style.voice === 'italic' ? 'bold-italic' : style.voice === 'mono' ? 'mono-bold' : 'bold'
    children(node.children, { ...style, voice: style.voice === 'bold-italic' ? 'bold-italic' : voice }, context, out)
  },
  delete: (node, style, context, out) => children(node.children, { ...style, strike: true }, context, out),
  superscript: (node, style, context, out) =>
    children(
      node.children,
      { ...style, rise: (style.rise ?? 0) + style.size * 0.34, size: style.size * 0.7 },
      context,
      out,
    ),
  subscript: (node, style, context, out) =>
    children(
      node.children,
      { ...style, rise: (style.rise ?? 0) - style.size * 0.14, size: style.size * 0.7 },
      context,
      out,
    ),
  highlight: (node, style, context, out) =>
    children(node.children, { ...style, background: colors.highlight }, context, out),
  inlineCode: (node, style, _context, out) => {
    const voice = style.voice === 'bold' || style.voice === 'bold-italic' ? 'mono-bold' : 'mono'
    const text = node.value.replace(/[\n\t]/g, ' ')
    out.push({
      kind: 'text',
      text,
      style: { ...style, voice, size: style.size * 0.9, background: colors.codeChip, preformatted: true, dots: false },
    })
  },
  inlineMath: (node, style, context, out) => {
    const fitting = fittingFormula(context.formula, node.value, false, { width: context.maxWidth, size: style.size })
    if (!fitting) {
      context.onBadFormula(node.value)
      const source = `$${node.value}$`
      out.push({
        kind: 'text',
        text: source,
        style: { ...style, voice: 'mono', size: style.size * 0.9, color: colors.error },
      })
      return
    }
    const { formula, size } = fitting
    const { width, ascent, descent } = formula.outline
    const element = new TagElement('Formula', style.element, { alt: formula.spoken })
    out.push({
      kind: 'box',
      style: { ...style, element },
      box: {
        kind: 'box',
        width: width * size,
        ascent: ascent * size + (style.rise ?? 0),
        descent: descent * size - (style.rise ?? 0),
        content: { kind: 'formula', formula, size },
      },
    })
  },
  break: (_node, _style, _context, out) => {
    out.push({ kind: 'break' })
  },
  link: (node, style, context, out) => {
    const element = new TagElement('Link', style.element)
    const text = plainText(node.children)
    // Links inside the paper keep the colour of their text.
    const color = node.url.startsWith('#top') ? style.color : colors.link
    children(node.children, { ...style, element, color, link: { url: node.url, text } }, context, out)
  },
  image: (node, style, context, out) => {
    const picture = context.picture(node.url)
    const alt = node.alt || node.title || ''
    if (!picture) {
      out.push({ kind: 'text', text: `[${alt || node.url}]`, style: { ...style, color: colors.error } })
      return
    }
    const scale = Math.min(1, (style.size * 2) / picture.height, context.maxWidth / picture.width)
    const height = picture.height * scale
    const element = new TagElement('Figure', style.element, { alt: alt || node.url })
    out.push({
      kind: 'box',
      style: { ...style, element },
      box: {
        kind: 'box',
        width: picture.width * scale,
        ascent: height * 0.8,
        descent: height * 0.2,
        content: { kind: 'picture', picture, height },
      },
    })
  },
  cloze: (node, style, context, out) => {
    if (context.cloze === 'blank') {
      const width = Math.min(context.maxWidth, Math.max(3, plainText(node.children).length + 1) * style.size)
      out.push({
        kind: 'box',
        style,
        box: { kind: 'box', width, ascent: style.size * 0.8, descent: style.size * 0.2, content: { kind: 'blank' } },
      })
      if (node.hint) out.push({ kind: 'text', text: `(${node.hint})`, style: { ...style, size: style.size * 0.85 } })
    } else children(node.children, { ...style, voice: 'bold', underline: true, color: colors.key }, context, out)
  },
} satisfies { readonly [Type in Inline['type']]: Handler<Type> }

function handle(node: Inline, style: TextStyle, context: TextContext, out: Segment[]): void {
  ;(handlers[node.type] as Handler<Inline['type']>)(node, style, context, out)
}

function children(nodes: readonly Inline[], style: TextStyle, context: TextContext, out: Segment[]): void {
  for (const node of nodes) handle(node, style, context, out)
}

const signs: ReadonlyMap<string, 'tick' | 'cross' | 'box' | 'ticked-box'> = new Map([
  ['☐', 'box'],
  ['☑', 'ticked-box'],
  ['☒', 'ticked-box'],
  ['✓', 'tick'],
  ['✔', 'tick'],
  ['✗', 'cross'],
  ['✘', 'cross'],
])

function signBox(sign: 'tick' | 'cross' | 'box' | 'ticked-box', actual: string, style: TextStyle): Segment {
  const width = style.size * 0.9
  return {
    kind: 'box',
    style,
    box: { kind: 'box', width, ascent: style.size * 0.75, descent: 0, content: { kind: 'sign', sign, actual } },
  }
}

/** A line end in the source is a space between words and nothing between hanzi. */
function joinLines(text: string): string {
  return text
    .replace(/[ \t]*\r?\n[ \t]*/g, (_match, offset: number) => {
      const before = text.charCodeAt(offset - 1)
      const after = text.slice(offset).match(/\S/u)?.[0] ?? ''
      return isHan(before) && isHan(after.codePointAt(0) ?? 0) ? '' : ' '
    })
    .replaceAll('\t', ' ')
}

/** Returns the words of inline content. */
export function plainText(nodes: readonly Inline[]): string {
  let text = ''
  for (const node of nodes) {
    if ('value' in node) text += node.value
    else if ('children' in node) text += plainText(node.children)
    else if (node.type === 'image') text += node.alt ?? ''
    else text += ' '
  }
  return text
}
