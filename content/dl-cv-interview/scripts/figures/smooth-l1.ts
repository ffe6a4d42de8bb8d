import { axes, type Frame, graph } from '../plot.ts'
import { colour, line, picture, text } from '../svg.ts'
import type { Figure } from '../words.ts'

const words = { zh: { loss: '损失', slope: '导数' }, en: { loss: 'loss', slope: 'derivative' } } as const

const losses = [
  {
    name: 'L2',
    of: (x: number) => x * x * 0.5,
    slope: (x: number) => x,
    style: { stroke: colour.orange, 'stroke-dasharray': '7 4' },
  },
  { name: 'L1', of: Math.abs, slope: Math.sign, style: { stroke: colour.green, 'stroke-dasharray': '2 3' } },
  {
    name: 'Smooth L1',
    of: (x: number) => (Math.abs(x) < 1 ? 0.5 * x * x : Math.abs(x) - 0.5),
    slope: (x: number) => (Math.abs(x) < 1 ? x : Math.sign(x)),
    style: { stroke: colour.blue, 'stroke-width': 3.5 },
  },
] as const

/** Smooth L1 beside L1 and half the square: the losses and their derivatives. */
export const smoothL1: Figure = (language) => {
  const { loss, slope } = words[language]
  const left: Frame = { left: 20, top: 44, width: 208, height: 180, x: [-3, 3], y: [-0.4, 4] }
  const right: Frame = { left: 252, top: 44, width: 208, height: 180, x: [-3, 3], y: [-2.6, 2.6] }
  return picture(480, 270, [
    text(124, 28, loss, { 'font-weight': 'bold' }),
    text(356, 28, slope, { 'font-weight': 'bold' }),
    ...axes(left, { x: [-2, -1, 1, 2], y: [2, 4] }),
    ...axes(right, { x: [-2, 2], y: [-2, 1, 2] }),
    ...losses.flatMap((each) => graph(left, each.of, each.style)),
    ...losses.flatMap((each) => graph(right, each.slope, each.style, 0.5)),
    ...losses.flatMap(({ name, style }, index) => {
      const x = 78 + index * 120
      return [
        line(x, 248, x + 36, 248, { 'stroke-width': 2.5, ...style }),
        text(x + 44, 254, name, { 'text-anchor': 'start' }),
      ]
    }),
  ])
}
