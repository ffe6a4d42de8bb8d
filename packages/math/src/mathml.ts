import type { MmlNode, TextNode } from '@mathjax/src/js/core/MmlTree/MmlNode.js'
import type { Element, ElementContent, Text } from 'hast'
import { cellStyle } from './cell-style.ts'
import { toPublicArrows } from './chemistry.ts'
import { toMathVariant } from './math-variant.ts'

/**
 * Returns MathJax's tree of one formula as a `<math>` element, with the TeX it came from in `data-tex`.
 * Only elements and attributes that typeset are kept; links, classes, ids, styles and actions are not. The one style is
 * the alignment of table cells.
 *
 * @param root MathJax's `math` node
 * @param tex the source
 */
export function toMathml(root: MmlNode, tex: string): Element {
  const [math] = convert(root) as [Element]
  return { ...math, properties: { ...math.properties, dataTex: tex.trim() } }
}

const elements: ReadonlySet<string> = new Set(
  'math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle merror mpadded mphantom menclose msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd'.split(
    ' ',
  ),
)

const attributes: ReadonlySet<string> = new Set(
  'display displaystyle scriptlevel mathcolor mathbackground mathsize stretchy symmetric largeop movablelimits accent accentunder fence separator lspace rspace minsize maxsize linethickness bevelled width height depth voffset notation columnalign columnspacing columnlines rowlines rowspacing frame rowalign columnspan rowspan dir'.split(
    ' ',
  ),
)

/** MathJax's nodes that are only a group. */
const groups: Readonly<Record<string, string>> = {
  TeXAtom: 'mrow',
  maction: 'mrow',
  semantics: 'mrow',
  mfenced: 'mrow',
}

function convert(node: MmlNode): ElementContent[] {
  if (node.isKind('text')) return [textOf(node as unknown as TextNode)]
  if (node.isInferred) return node.childNodes.flatMap(convert)
  const name = groups[node.kind] ?? node.kind
  if (name === 'none') return [element('mrow', {}, [])]
  if (!elements.has(name)) return []
  const variant = String(node.attributes.get('mathvariant') ?? '')
  const children = node.childNodes.flatMap((child) => (child === null ? [] : convert(child)))
  return [
    element(name, propertiesOf(node), node.isToken ? children.map((child) => styled(child, variant, name)) : children),
  ]
}

function propertiesOf(node: MmlNode): Element['properties'] {
  const all = node.attributes.getAllAttributes()
  const kept = Object.entries(all).filter(([name, value]) => attributes.has(name) && safe.test(String(value)))
  const upright = node.isKind('mi') && all.mathvariant === 'normal' ? [['mathvariant', 'normal']] : []
  const style = node.isKind('mtd') ? cellStyle(node) : undefined
  return Object.fromEntries([
    ...kept.map(([name, value]) => [name, String(value)]),
    ...upright,
    ...(style === undefined ? [] : [['style', style]]),
  ])
}

/** Lengths, numbers, key words and colours. */
const safe = /^[\w#%.+\-\s,()]*$/

/** A letter in the form of its variant; a single `mi` is italic by itself. */
function styled(child: ElementContent, variant: string, name: string): ElementContent {
  if (child.type !== 'text') return child
  const italicByItself = name === 'mi' && variant === 'italic' && [...child.value].length === 1
  return italicByItself ? child : { ...child, value: toMathVariant(child.value, canonical(variant)) }
}

/** MathJax's own names for the calligraphic and old-style letters of TeX. */
function canonical(variant: string): string {
  if (variant === '-tex-calligraphic') return 'script'
  if (variant === '-tex-bold-calligraphic') return 'bold-script'
  return variant
}

function textOf(node: TextNode): Text {
  return { type: 'text', value: toPublicArrows(node.getText()) }
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}
