import type { MmlNode, TextNode } from '@mathjax/src/js/core/MmlTree/MmlNode.js'
import { toPublicArrows } from './chemistry.ts'
import { toMathVariant } from './math-variant.ts'

/**
 * Returns a formula as one line of plain text, in no particular language: `x² + √(a/b)`, `∑_(i=1)^n i`.
 * A screen reader reads it, and it stands where nothing but text can.
 *
 * @param root MathJax's `math` node
 */
export function toSpoken(root: MmlNode): string {
  return say(root)
    .replace(/\s+/g, ' ')
    .replace(/\s+([,;)\]])/g, '$1')
    .replace(/([([])\s+/g, '$1')
    .trim()
}

function say(node: MmlNode | null | undefined): string {
  if (node === null || node === undefined) return ''
  const handle = handlers[node.kind]
  return handle === undefined ? sayChildren(node) : handle(node)
}

const handlers: Readonly<Record<string, (node: MmlNode) => string>> = {
  text: (node) => (node as unknown as TextNode).getText().replaceAll('\u00A0', ' '),
  mi(node) {
    const text = sayToken(node)
    return [...text].length > 1 ? ` ${text} ` : text
  },
  mn: sayToken,
  mtext: sayToken,
  mo(node) {
    const text = sayToken(node)
    if (/^[\u2061-\u2064]?$/u.test(text)) return ''
    const kind = texClass[node.texClass] ?? 'ordinary'
    if (kind === 'punctuation') return `${text} `
    if (kind === 'operator') return ` ${text}`
    return kind === 'ordinary' || kind === 'inner' ? text : ` ${text} `
  },
  mspace: () => ' ',
  mphantom: () => '',
  mprescripts: () => '',
  mfrac(node) {
    const [over, under] = [say(node.childNodes[0]), say(node.childNodes[1])]
    const bar = Number.parseFloat(String(node.attributes.get('linethickness') ?? '1')) !== 0
    return bar ? `${group(over)}/${group(under)}` : `${over}; ${under}`
  },
  msqrt: (node) => `√${group(sayChildren(node))}`,
  mroot(node) {
    const degree = say(node.childNodes[1]).trim()
    const sign = degree === '3' ? '∛' : degree === '4' ? '∜' : `${raised(degree) ?? group(degree)}√`
    return `${sign}${group(say(node.childNodes[0]))}`
  },
  msub: (node) => scripted(node, lower(say(node.childNodes[1]))),
  msup: (node) => scripted(node, upper(say(node.childNodes[1]))),
  msubsup: sayBoth,
  munderover: sayBoth,
  munder: (node) => accented(node, below, lower),
  mover: (node) => accented(node, above, upper),
  mtable: (node) => node.childNodes.map(say).join('; '),
  mtr(node) {
    // In aligned equations the columns meet at the relation; elsewhere they are cells.
    const aligned = String(node.parent.attributes.get('columnalign')).startsWith('right left')
    const cells = node.childNodes.map((cell) => say(cell).trim()).filter((cell) => cell !== '')
    return cells.join(aligned ? ' ' : ', ')
  },
}

/** Spacing classes of TeX, by MathJax's numbers. */
const texClass: Readonly<Record<number, 'operator' | 'binary' | 'relation' | 'punctuation' | 'inner'>> = {
  1: 'operator',
  2: 'binary',
  3: 'relation',
  6: 'punctuation',
  7: 'inner',
}

function sayChildren(node: MmlNode): string {
  return node.childNodes.map(say).join('')
}

function sayToken(node: MmlNode): string {
  const variant = node.attributes.get('mathvariant')
  const text = toPublicArrows(sayChildren(node))
  return variant === 'double-struck' ? toMathVariant(text, variant) : text
}

function sayBoth(node: MmlNode): string {
  return scripted(node, `${lower(say(node.childNodes[1]))}${upper(say(node.childNodes[2]))}`)
}

/** The base with its scripts; a word or a large operator keeps its distance to what follows. */
function scripted(node: MmlNode, scripts: string): string {
  const base = say(node.childNodes[0])
  return texClass[node.texClass] === 'operator' || base.endsWith(' ')
    ? `${base.trimEnd()}${scripts} `
    : `${base}${scripts}`
}

/** Parentheses around anything but one letter, one symbol or one number. */
function group(text: string): string {
  const inner = text.trim()
  return /^(?:\P{M}\p{M}*|\p{N}[\p{N}.]*|\([^()]*\))$/u.test(inner) ? inner : `(${inner})`
}

function upper(text: string): string {
  const inner = text.trim()
  if (inner === '') return ''
  if (/^[′″‴∗*†]+$/u.test(inner)) return inner
  return raised(inner) ?? `^${group(inner)}`
}

function lower(text: string): string {
  const inner = text.trim()
  return inner === '' ? '' : (map(inner, '0123456789', '₀₁₂₃₄₅₆₇₈₉') ?? `_${group(inner)}`)
}

function raised(text: string): string | undefined {
  return map(text, '0123456789+−-n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ')
}

/** The text with every character replaced, or `undefined` when one has no counterpart. */
function map(text: string, from: string, to: string): string | undefined {
  const replaced = [...text].map((character) => [...to][[...from].indexOf(character)])
  return replaced.includes(undefined) ? undefined : replaced.join('')
}

/** Accents and their combining forms. */
const above: Readonly<Record<string, string>> = {
  '^': '\u0302',
  '~': '\u0303',
  '˜': '\u0303',
  '¯': '\u0304',
  '―': '\u0304',
  '‾': '\u0304',
  '–': '\u0304',
  '˙': '\u0307',
  '¨': '\u0308',
  '→': '\u20D7',
  ˇ: '\u030C',
  '˘': '\u0306',
}
const below: Readonly<Record<string, string>> = { _: '\u0332', '―': '\u0332', '‾': '\u0332' }

function accented(
  node: MmlNode,
  combining: Readonly<Record<string, string>>,
  otherwise: (text: string) => string,
): string {
  const mark = say(node.childNodes[1])
  const accent = combining[mark.trim()]
  const letters = say(node.childNodes[0]).trim()
  if (accent !== undefined && [...letters].length === 1) return `${letters}${accent}`
  // Lines and braces over and under a group only group.
  return /^[⏞⏟⏠⏡⎴⎵―‾_]$/u.test(mark.trim()) ? group(letters) : scripted(node, otherwise(mark))
}
