import { arrow, colour, picture, polyline, text } from '../svg.ts'
import type { Figure } from '../words.ts'

const words = {
  zh: { up: '自底向上', down: '自顶向下', predict: '预测', double: '放大 2×' },
  en: { up: 'bottom-up', down: 'top-down', predict: 'predict', double: 'up 2×' },
} as const

/** The feature pyramid network: strong semantics flow down the right side and meet resolution from the left. */
export const featurePyramid: Figure = (language) => {
  const { up, down, predict, double } = words[language]
  const [first, second] = [112, 304]
  const shapes = [5, 4, 3, 2].flatMap((level, index) => {
    const [y, half] = [56 + index * 56, 26 + index * 13]
    const shapesOfLevel = [
      slab(first, y, half, colour.paleBlue, colour.blue),
      text(first, y + 7, `C${level}`),
      slab(second, y, half, colour.paleOrange, colour.orange),
      text(second, y + 7, `P${level}`),
      arrow(first + half + 8, y, second - half - 8, y),
      arrow(second + half + 8, y, 404, y, colour.green),
      text(438, y + 6, predict, { 'font-size': 15, fill: colour.green }),
    ]
    if (level === 5) return [...shapesOfLevel, text((first + second) / 2, y - 8, '1×1', { 'font-size': 14 })]
    return [
      ...shapesOfLevel,
      arrow(first, y - 15, first, y - 41, colour.blue),
      arrow(second, y - 41, second, y - 15, colour.orange),
    ]
  })
  return picture(480, 248, [
    ...shapes,
    text(second + 12, 90, double, { 'font-size': 14, 'text-anchor': 'start', fill: colour.grey }),
    text(first, 28, up, { fill: colour.blue, 'font-weight': 'bold' }),
    text(second, 28, down, { fill: colour.orange, 'font-weight': 'bold' }),
  ])
}

const slab = (x: number, y: number, half: number, fill: string, stroke: string): string =>
  polyline(
    [
      [x - half + 8, y - 13],
      [x + half + 8, y - 13],
      [x + half - 8, y + 13],
      [x - half - 8, y + 13],
    ],
    { fill, stroke, 'stroke-width': 2 },
    true,
  )
