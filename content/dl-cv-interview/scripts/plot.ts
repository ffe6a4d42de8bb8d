import { colour, line, polyline, text } from './svg.ts'

/** Where a plot stands on the picture and which part of the plane it shows. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly x: readonly [from: number, to: number]
  readonly y: readonly [from: number, to: number]
}

/** Returns the picture's coordinates of a point of the plane. */
export const place = (frame: Frame, x: number, y: number): [number, number] => [
  frame.left + ((x - frame.x[0]) / (frame.x[1] - frame.x[0])) * frame.width,
  frame.top + ((frame.y[1] - y) / (frame.y[1] - frame.y[0])) * frame.height,
]

/** Returns the two axes through the origin, with numbers at `ticks`. */
export const axes = (
  frame: Frame,
  ticks: { readonly x: readonly number[]; readonly y: readonly number[] },
): string[] => {
  const [x0, y0] = place(frame, 0, 0)
  const style = { 'font-size': 13, fill: colour.grey }
  return [
    line(frame.left, y0, frame.left + frame.width, y0, { stroke: colour.line }),
    line(x0, frame.top, x0, frame.top + frame.height, { stroke: colour.line }),
    ...ticks.x.flatMap((value) => {
      const [x] = place(frame, value, 0)
      return [line(x, y0 - 3, x, y0 + 3), text(x, y0 + 16, minus(value), style)]
    }),
    ...ticks.y.flatMap((value) => {
      const [, y] = place(frame, 0, value)
      return [line(x0 - 3, y, x0 + 3, y), text(x0 - 6, y + 4.5, minus(value), { ...style, 'text-anchor': 'end' })]
    }),
  ]
}

/**
 * Returns the graph of a function, cut off at the frame's upper and lower edge.
 * A jump between neighbouring samples of more than `jump` (default: never) is left open.
 */
export const graph = (
  frame: Frame,
  f: (x: number) => number,
  more: Readonly<Record<string, string | number>>,
  jump = Number.POSITIVE_INFINITY,
): string[] => {
  const samples = 240
  const runs: [number, number][][] = [[]]
  let previous: number | undefined
  for (let index = 0; index <= samples; index++) {
    const x = frame.x[0] + ((frame.x[1] - frame.x[0]) * index) / samples
    const y = f(x)
    const broken = previous !== undefined && Math.abs(y - previous) > jump
    if (broken || y < frame.y[0] || y > frame.y[1]) runs.push([])
    if (y >= frame.y[0] && y <= frame.y[1]) runs.at(-1)?.push(place(frame, x, y))
    previous = y
  }
  return runs.filter((run) => run.length > 1).map((run) => polyline(run, more))
}

const minus = (value: number): string => String(value).replace('-', '−')
