import { colour, line, picture, rectangle, text } from '../svg.ts'
import type { Figure } from '../words.ts'

const words = {
  zh: { a: 'A：12', b: 'B：16', both: '交 4', ratio: 'IoU = 交 ÷ 并', sum: '并 12 + 16 − 4 = 24' },
  en: { a: 'A: 12', b: 'B: 16', both: '4', ratio: 'overlap ÷ union', sum: 'union 12 + 16 − 4 = 24' },
} as const

const a = { x1: 1, y1: 1, x2: 5, y2: 4 } as const
const b = { x1: 3, y1: 2, x2: 7, y2: 6 } as const
const unit = 33

/** The two boxes of the worked example on a unit grid, y downwards as in images. */
export const iou: Figure = (language) => {
  const { a: first, b: second, both, ratio, sum } = words[language]
  const [left, top] = [20, 18]
  const at = (x: number, y: number): [number, number] => [left + x * unit, top + y * unit]
  const box = (corners: typeof a | typeof b, more: Record<string, string | number>): string =>
    rectangle(...at(corners.x1, corners.y1), (corners.x2 - corners.x1) * unit, (corners.y2 - corners.y1) * unit, more)
  const grid = Array.from({ length: 9 }, (_, index) => [
    line(...at(index, 0), ...at(index, 7), { stroke: colour.line, 'stroke-width': 0.7 }),
    ...(index < 8 ? [line(...at(0, index), ...at(8, index), { stroke: colour.line, 'stroke-width': 0.7 })] : []),
  ]).flat()
  const overlap = {
    x1: Math.max(a.x1, b.x1),
    y1: Math.max(a.y1, b.y1),
    x2: Math.min(a.x2, b.x2),
    y2: Math.min(a.y2, b.y2),
  }
  const [ox, oy] = at(overlap.x1, overlap.y1)
  return picture(480, 270, [
    ...grid,
    box(a, { fill: colour.paleBlue }),
    box(b, { fill: colour.paleOrange }),
    rectangle(ox, oy, (overlap.x2 - overlap.x1) * unit, (overlap.y2 - overlap.y1) * unit, { fill: '#b9a9c9' }),
    box(a, { stroke: colour.blue, 'stroke-width': 3 }),
    box(b, { stroke: colour.orange, 'stroke-width': 3 }),
    text(...at(2, 2.65), first, { fill: colour.blue }),
    text(...at(5.6, 5.1), second, { fill: colour.orange }),
    text(...at(4, 3.15), both, { 'font-size': 15 }),
    text(382, 92, ratio, { 'font-weight': 'bold' }),
    text(382, 128, '= 4 ÷ 24', {}),
    text(382, 160, '≈ 0.167', {}),
    text(382, 208, sum, { 'font-size': 14, fill: colour.grey }),
  ])
}
