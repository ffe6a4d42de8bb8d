import type { LiteElement } from '@mathjax/src/js/adaptors/lite/Element.js'
import type { Matrix, Outline, OutlinePath, OutlineText } from './contract.ts'

/**
 * Returns MathJax's SVG of one formula as flat shapes in em.
 *
 * @param svg the `<svg>` element of MathJax's SVG output with `fontCache: 'none'`; its unit is 1/1000 em
 */
export function toOutline(svg: LiteElement): Outline {
  const [, top, width, height] = numbers(attribute(svg, 'viewBox') ?? '0 0 0 0') as [number, number, number, number]
  const sink: Sink = { paths: [], texts: [] }
  for (const child of svg.children) draw(child, initial, sink)
  return {
    width: round(width / 1000),
    ascent: round(Math.max(0, -top / 1000)),
    descent: round(Math.max(0, (top + height) / 1000)),
    ...sink,
  }
}

interface Sink {
  readonly paths: OutlinePath[]
  readonly texts: OutlineText[]
}

/** What an element inherits from those around it. */
interface Context {
  readonly matrix: Matrix
  readonly fill: string
  readonly stroke: string
  readonly strokeWidth: number
  readonly dash?: readonly number[] | undefined
  readonly clip?: OutlinePath['clip']
  readonly bold: boolean
  readonly italic: boolean
  readonly monospace: boolean
}

const initial: Context = {
  matrix: [0.001, 0, 0, 0.001, 0, 0],
  fill: 'currentColor',
  stroke: 'currentColor',
  strokeWidth: 0,
  bold: false,
  italic: false,
  monospace: false,
}

type Child = LiteElement['children'][number]

function draw(node: Child, outer: Context, sink: Sink): void {
  if (!isElement(node)) return
  const handle = handlers[node.kind]
  if (handle === undefined) throw new Error(`MathJax drew a <${node.kind}>, which toOutline does not know`)
  handle(node, inherit(node, outer), sink)
}

/** What MathJax's SVG output draws with, without a font cache. */
const handlers: Readonly<Record<string, (element: LiteElement, context: Context, sink: Sink) => void>> = {
  g: drawChildren,
  /** A piece of a stretched bracket: one glyph, drawn much too tall, seen through a window. */
  svg(element, context, sink) {
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => length(element, name)) as Box
    const [left, top] = numbers(attribute(element, 'viewBox') ?? `0 0 ${width} ${height}`) as unknown as Box
    const clip = boxOf(context.matrix, [x, y, width, height])
    drawChildren(element, { ...context, clip, matrix: multiply(context.matrix, [1, 0, 0, 1, x - left, y - top]) }, sink)
  },
  path(element, context, sink) {
    addPath(attribute(element, 'd') ?? '', context, sink)
  },
  rect(element, context, sink) {
    if (attribute(element, 'data-hitbox') !== undefined) return
    const [x, y, width, height, r] = ['x', 'y', 'width', 'height', 'rx'].map((name) => length(element, name)) as [
      ...Box,
      number,
    ]
    addPath(rectanglePath(x, y, width, height, Math.min(r, width / 2, height / 2)), context, sink)
  },
  line(element, context, sink) {
    const [x1, y1, x2, y2] = ['x1', 'y1', 'x2', 'y2'].map((name) => length(element, name))
    addPath(`M${x1} ${y1}L${x2} ${y2}`, { ...context, fill: 'none' }, sink)
  },
  ellipse(element, context, sink) {
    const [cx, cy, rx, ry] = ['cx', 'cy', 'rx', 'ry'].map((name) => length(element, name)) as Box
    addPath(`M${cx - rx} ${cy}A${rx} ${ry} 0 0 1 ${cx + rx} ${cy}A${rx} ${ry} 0 0 1 ${cx - rx} ${cy}Z`, context, sink)
  },
  polygon(element, context, sink) {
    const points = numbers(attribute(element, 'points') ?? '')
    if (points.length >= 4) addPath(`M${points.join(' ')}Z`, context, sink)
  },
  text(element, context, sink) {
    const text = element.children.map((child) => ('value' in child ? String(child.value) : '')).join('')
    if (text === '') return
    const [a, b, , , e, f] = context.matrix
    const size = length(element, 'font-size') * Math.hypot(a, b)
    sink.texts.push({
      text,
      x: round(e),
      y: round(f),
      size: round(size),
      width: round(size * [...text].reduce((sum, character) => sum + (wide.test(character) ? 1 : 0.6), 0)),
      bold: context.bold,
      italic: context.italic,
      monospace: context.monospace,
      ...(context.fill === 'currentColor' ? {} : { fill: context.fill }),
    })
  },
}

type Box = [number, number, number, number]

/** The characters that MathJax's adaptor counts as one em wide when it cannot measure. */
const wide =
  /[\u1100-\u115F\u2329\u232A\u2E80-\u303E\u3041-\u33BF\u3400-\u4DBF\u4E00-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FF}\u{1F200}-\u{1F2FF}\u{20000}-\u{3FFFD}]/u

function drawChildren(element: LiteElement, context: Context, sink: Sink): void {
  for (const child of element.children) draw(child, context, sink)
}

function addPath(d: string, context: Context, sink: Sink): void {
  if (d === '') return
  const filled = context.fill !== 'none'
  if (!filled && context.strokeWidth === 0) return
  sink.paths.push({
    d,
    transform: context.matrix.map(round) as unknown as Matrix,
    ...(context.fill === 'currentColor' ? {} : { fill: context.fill }),
    ...(context.strokeWidth === 0 || context.stroke === 'none'
      ? {}
      : {
          stroke: {
            width: context.strokeWidth,
            ...(context.stroke === 'currentColor' ? {} : { color: context.stroke }),
            ...(context.dash === undefined ? {} : { dash: context.dash }),
          },
        }),
    ...(context.clip === undefined ? {} : { clip: context.clip }),
  })
}

function inherit(element: LiteElement, outer: Context): Context {
  const style = styleOf(element)
  const read = (name: string) => attribute(element, name) ?? style.get(name)
  const family = read('font-family')
  const rule = tableRule(element)
  const transform = attribute(element, 'transform')
  const width = read('stroke-width') ?? attribute(element, 'stroke-thickness')
  const dash = read('stroke-dasharray')
  return {
    ...outer,
    ...rule,
    matrix: transform === undefined ? outer.matrix : multiply(outer.matrix, parseTransform(transform)),
    fill: colour(attribute(element, 'fill')) ?? rule?.fill ?? outer.fill,
    stroke: colour(attribute(element, 'stroke')) ?? outer.stroke,
    strokeWidth: width === undefined ? (rule?.strokeWidth ?? outer.strokeWidth) : Number.parseFloat(width),
    ...(dash === undefined ? {} : { dash: numbers(dash) }),
    bold: outer.bold || read('font-weight') === 'bold',
    italic: outer.italic || read('font-style') === 'italic',
    monospace: outer.monospace || family?.includes('monospace') === true,
  }
}

/** What an author wrote as a colour, if it is one: TeX passes anything on, an address to fetch a pattern from as well. */
function colour(value: string | undefined): string | undefined {
  return value !== undefined && /^(?:[a-z]+|#[\da-f]{3,8}|rgba?\([\d\s,.%]+\))$/i.test(value) ? value : undefined
}

/** MathJax leaves the lines of a table to its style sheet: 70 units wide, dashes of 140, dots of that width. */
function tableRule(element: LiteElement): Partial<Context> | undefined {
  const frame = attribute(element, 'data-frame') !== undefined
  if (!frame && attribute(element, 'data-line') === undefined) return undefined
  const name = attribute(element, 'class') ?? ''
  const dash = name.includes('dashed') ? [140] : name.includes('dotted') ? [0, 140] : undefined
  return { fill: 'none', strokeWidth: 70, ...(dash === undefined ? {} : { dash }) }
}

function parseTransform(value: string): Matrix {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [, name, list] of value.matchAll(/([a-zA-Z]+)\s*\(([^)]*)\)/g)) {
    const [a = 0, b, c = 0, d = 0, e = 0, f = 0] = numbers(list ?? '')
    if (name === 'translate') matrix = multiply(matrix, [1, 0, 0, 1, a, b ?? 0])
    else if (name === 'scale') matrix = multiply(matrix, [a, 0, 0, b ?? a, 0, 0])
    else if (name === 'matrix') matrix = multiply(matrix, [a, b ?? 0, c, d, e, f])
    else if (name === 'rotate') {
      const angle = (a * Math.PI) / 180
      const [x, y] = [b ?? 0, c]
      matrix = multiply(matrix, [1, 0, 0, 1, x, y])
      matrix = multiply(matrix, [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0])
      matrix = multiply(matrix, [1, 0, 0, 1, -x, -y])
    } else throw new Error(`MathJax used transform "${name}", which toOutline does not know`)
  }
  return matrix
}

/** The map that applies `inner` first. */
function multiply([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f]
}

/** The upright box around a box that `matrix` maps. */
function boxOf([a, b, c, d, e, f]: Matrix, [x, y, width, height]: Box): Box {
  const xs = [x, x + width].flatMap((u) => [y, y + height].map((v) => a * u + c * v + e))
  const ys = [x, x + width].flatMap((u) => [y, y + height].map((v) => b * u + d * v + f))
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top].map(round) as Box
}

function rectanglePath(x: number, y: number, width: number, height: number, r: number): string {
  if (r === 0) return `M${x} ${y}H${x + width}V${y + height}H${x}Z`
  const arc = `A${r} ${r} 0 0 1 `
  return `M${x + r} ${y}H${x + width - r}${arc}${x + width} ${y + r}V${y + height - r}${arc}${x + width - r} ${y + height}H${x + r}${arc}${x} ${y + height - r}V${y + r}${arc}${x + r} ${y}Z`
}

function isElement(node: Child): node is LiteElement {
  return 'children' in node && !node.kind.startsWith('#')
}

function attribute(element: LiteElement, name: string): string | undefined {
  const value: unknown = element.attributes[name]
  return value === undefined || value === null ? undefined : String(value)
}

function styleOf(element: LiteElement): ReadonlyMap<string, string> {
  const pairs = (attribute(element, 'style') ?? '').split(';').map((part) => part.split(':').map((word) => word.trim()))
  return new Map(pairs.flatMap(([name, value]) => (name && value ? [[name, value] as const] : [])))
}

function length(element: LiteElement, name: string): number {
  return Number.parseFloat(attribute(element, name) ?? '0')
}

function numbers(list: string): readonly number[] {
  return list
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .map((word) => Number.parseFloat(word))
}

/** Six decimals: a thousandth of MathJax's own unit. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6 + 0
}
