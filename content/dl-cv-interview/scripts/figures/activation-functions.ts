import { density, distribution } from '../expected-improvement.ts'
import { axes, type Frame, graph } from '../plot.ts'
import { colour, line, picture, text } from '../svg.ts'
import type { Figure } from '../words.ts'

const words = { zh: { value: '函数', slope: '导数' }, en: { value: 'function', slope: 'derivative' } } as const

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
const functions = [
  { name: 'sigmoid', of: sigmoid, slope: (x: number) => sigmoid(x) * (1 - sigmoid(x)) },
  { name: 'tanh', of: Math.tanh, slope: (x: number) => 1 - Math.tanh(x) ** 2 },
  { name: 'ReLU', of: (x: number) => Math.max(0, x), slope: (x: number) => (x > 0 ? 1 : 0) },
  { name: 'Leaky, α = 0.1', of: (x: number) => (x > 0 ? x : 0.1 * x), slope: (x: number) => (x > 0 ? 1 : 0.1) },
  {
    name: 'ELU, α = 1',
    of: (x: number) => (x > 0 ? x : Math.exp(x) - 1),
    slope: (x: number) => (x > 0 ? 1 : Math.exp(x)),
  },
  { name: 'GELU', of: (x: number) => x * distribution(x), slope: (x: number) => distribution(x) + x * density(x) },
] as const

/** Six activation functions with their derivatives. */
export const activationFunctions: Figure = (language) => {
  const { value, slope } = words[language]
  const panels = functions.flatMap((each, index) => {
    const [column, row] = [index % 3, Math.floor(index / 3)]
    const frame: Frame = {
      left: 14 + column * 154,
      top: 36 + row * 158,
      width: 144,
      height: 116,
      x: [-4, 4],
      y: [-1.3, 2.2],
    }
    return [
      text(frame.left + frame.width / 2, frame.top - 12, each.name, { 'font-weight': 'bold', 'font-size': 16 }),
      ...axes(frame, { x: [2], y: [-1, 1, 2] }),
      ...graph(frame, each.slope, { stroke: colour.orange, 'stroke-width': 2, 'stroke-dasharray': '5 3' }, 0.5),
      ...graph(frame, each.of, { stroke: colour.blue, 'stroke-width': 3 }),
    ]
  })
  return picture(480, 360, [
    ...panels,
    line(122, 338, 158, 338, { stroke: colour.blue, 'stroke-width': 3 }),
    text(166, 344, value, { 'text-anchor': 'start' }),
    line(262, 338, 298, 338, { stroke: colour.orange, 'stroke-width': 2, 'stroke-dasharray': '5 3' }),
    text(306, 344, slope, { 'text-anchor': 'start' }),
  ])
}
