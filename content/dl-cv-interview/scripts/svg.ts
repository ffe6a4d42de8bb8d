/** Colours that people with any colour vision can tell apart (Okabe and Ito, 2008), with pale companions for areas. */
export const colour = {
  blue: '#0072b2',
  orange: '#d55e00',
  green: '#007a5a',
  purple: '#a3457e',
  ink: '#1f2328',
  grey: '#6b7280',
  line: '#c4cad2',
  paleBlue: '#cfe6f5',
  paleOrange: '#fbdcc6',
  paleGreen: '#cdeadf',
  palePurple: '#f0d5e4',
  paleGrey: '#eef0f3',
  white: '#ffffff',
} as const

type Attributes = Readonly<Record<string, string | number | undefined>>

/** Returns one SVG element. Numbers are written with at most two decimals, so that the files are the same everywhere. */
export const element = (name: string, attributes: Attributes, content?: string): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? number(value) : escaped(String(value))}"`)
    .join('')
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

/**
 * Returns a whole picture: a white card with a thin frame, so that it reads alike on paper and on a dark screen.
 * Only plain shapes and text with attributes of their own are used: no styles, gradients or transforms.
 * @param width in SVG units; 480 is the width of a phone's card and of a column on paper
 * @param height in SVG units
 * @param shapes elements, painted in order
 */
export const picture = (width: number, height: number, shapes: readonly string[]): string => {
  const card = rectangle(0.75, 0.75, width - 1.5, height - 1.5, { fill: colour.white, stroke: colour.line, rx: 8 })
  const body = [card, ...shapes].map((shape) => `  ${shape}\n`).join('')
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` }
  return `${element('svg', attributes, `\n${body}`)}\n`
}

/** Returns a rectangle from its upper left corner. */
export const rectangle = (x: number, y: number, width: number, height: number, more: Attributes = {}): string =>
  element('rect', { x, y, width, height, fill: 'none', ...more })

/** Returns a line of text whose baseline is at `y`. Size 17 unless told: legible at half size. */
export const text = (x: number, y: number, content: string, more: Attributes = {}): string =>
  element(
    'text',
    { x, y, 'font-family': 'sans-serif', 'font-size': 17, fill: colour.ink, 'text-anchor': 'middle', ...more },
    escaped(content),
  )

/** Returns a straight line. */
export const line = (x1: number, y1: number, x2: number, y2: number, more: Attributes = {}): string =>
  element('line', { x1, y1, x2, y2, stroke: colour.grey, 'stroke-width': 1.5, ...more })

/** Returns a line with a filled head at its end. */
export const arrow = (x1: number, y1: number, x2: number, y2: number, stroke: string = colour.grey): string => {
  const length = Math.hypot(x2 - x1, y2 - y1)
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length]
  const [bx, by] = [x2 - 9 * ux, y2 - 9 * uy]
  const head = [
    [x2, y2],
    [bx - 5 * uy, by + 5 * ux],
    [bx + 5 * uy, by - 5 * ux],
  ] as const
  return line(x1, y1, bx, by, { stroke, 'stroke-width': 2 }) + polyline(head, { fill: stroke, stroke: 'none' }, true)
}

/** Returns a broken line through the points, closed when `closed` is set. */
export const polyline = (
  points: readonly (readonly [number, number])[],
  more: Attributes = {},
  closed = false,
): string => {
  const d = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${number(x)} ${number(y)}`).join('')
  return element('path', { d: closed ? `${d}Z` : d, fill: 'none', stroke: colour.ink, 'stroke-width': 2.5, ...more })
}

/** Returns a filled dot. */
export const dot = (cx: number, cy: number, r: number, fill: string): string => element('circle', { cx, cy, r, fill })

const number = (value: number): string => {
  const rounded = Math.round(value * 100) / 100
  return String(Object.is(rounded, -0) ? 0 : rounded)
}

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
