import type { Element } from 'hast'
import type { Matrix, Outline, OutlinePath, OutlineText } from './contract.ts'

/**
 * Returns a formula's outline as an `<svg>` element for HTML. It stands on the baseline of the text around it, takes that
 * text's size and colour, and is named by `label` for those who cannot see it.
 *
 * @param outline the formula's shapes
 * @param label what it says, as plain text
 */
export function toSvg(outline: Outline, label: string): Element {
  const height = outline.ascent + outline.descent
  return {
    type: 'element',
    tagName: 'svg',
    properties: {
      className: ['math'],
      role: 'img',
      ariaLabel: label,
      width: `${fixed(outline.width)}em`,
      height: `${fixed(height)}em`,
      viewBox: [0, -outline.ascent * 1000, outline.width * 1000, height * 1000].map(fixed).join(' '),
      ...(outline.descent === 0 ? {} : { style: `vertical-align:-${fixed(outline.descent)}em` }),
      fill: 'currentColor',
    },
    children: [...outline.paths.map(pathElement), ...outline.texts.map(textElement)],
  }
}

function pathElement(path: OutlinePath): Element {
  const transform = matrix(path.transform)
  const shape: Element = {
    type: 'element',
    tagName: 'path',
    properties: {
      d: path.d,
      ...(transform === undefined ? {} : { transform }),
      ...(path.fill === undefined ? {} : { fill: path.fill }),
      ...(path.stroke === undefined
        ? {}
        : {
            stroke: path.stroke.color ?? 'currentColor',
            strokeWidth: String(path.stroke.width),
            ...(path.stroke.dash === undefined ? {} : { strokeDashArray: path.stroke.dash.map(String) }),
          }),
    },
    children: [],
  }
  if (path.clip === undefined) return shape
  // A nested <svg> cuts off what lies outside its box; a <clipPath> would need an id.
  const [x, y, width, height] = path.clip.map((em) => fixed(em * 1000))
  return {
    type: 'element',
    tagName: 'svg',
    properties: { x, y, width, height, viewBox: `${x} ${y} ${width} ${height}` },
    children: [shape],
  }
}

function textElement(text: OutlineText): Element {
  return {
    type: 'element',
    tagName: 'text',
    properties: {
      x: fixed(text.x * 1000),
      y: fixed(text.y * 1000),
      fontSize: fixed(text.size * 1000),
      ...(text.bold ? { fontWeight: 'bold' } : {}),
      ...(text.italic ? { fontStyle: 'italic' } : {}),
      ...(text.fill === undefined ? {} : { fill: text.fill }),
    },
    children: [{ type: 'text', value: text.text }],
  }
}

/** The map from a path's own units to 1/1000 em, as short as SVG allows. */
function matrix([a, b, c, d, e, f]: Matrix): string | undefined {
  const [A, B, C, D, E, F] = [a, b, c, d, e, f].map((value) => fixed(value * 1000))
  const identity = A === '1' && B === '0' && C === '0' && D === '1'
  if (identity) return E === '0' && F === '0' ? undefined : `translate(${E} ${F})`
  return `matrix(${A} ${B} ${C} ${D} ${E} ${F})`
}

function fixed(value: number): string {
  return String(Math.round(value * 1000) / 1000 + 0)
}
