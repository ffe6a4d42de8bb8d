import { arrow, colour, line, picture, rectangle, text } from '../svg.ts'
import type { Figure } from '../words.ts'

const words = {
  zh: { conv: '卷积', pool: '3×3 池化', input: '输入 28×28×192', concat: '按通道拼接 28×28×256' },
  en: { conv: 'conv', pool: '3×3 pool', input: 'input 28×28×192', concat: 'concatenate: 28×28×256' },
} as const

/** Channels of GoogLeNet's inception (3a): Szegedy et al., 2015, table 1. */
const branches = [
  { top: ['1×1', 64] },
  { bottom: ['1×1', 96], top: ['3×3', 128] },
  { bottom: ['1×1', 16], top: ['5×5', 32] },
  { bottom: ['pool', 192], top: ['1×1', 32] },
] as const satisfies readonly { bottom?: readonly [string, number]; top: readonly [string, number] }[]

/** GoogLeNet's inception (3a): four branches side by side, joined along the channels. */
export const inceptionBlock: Figure = (language) => {
  const { conv, pool, input, concat } = words[language]
  const box = (centre: number, y: number, [size, channels]: readonly [string, number]): string[] => {
    const fill = size === '1×1' ? colour.paleOrange : size === 'pool' ? colour.paleGrey : colour.paleBlue
    const stroke = size === '1×1' ? colour.orange : size === 'pool' ? colour.grey : colour.blue
    return [
      rectangle(centre - 52, y, 104, 48, { fill, stroke, rx: 5 }),
      text(centre, y + 20, size === 'pool' ? pool : `${size} ${conv}`, { 'font-size': 16 }),
      text(centre, y + 40, `→ ${channels}`, { 'font-size': 14, fill: colour.grey }),
    ]
  }
  const shapes = branches.flatMap((branch, index) => {
    const centre = 68 + index * 114.6
    if (!('bottom' in branch))
      return [
        line(centre, 268, centre, 244),
        arrow(centre, 268, centre, 138),
        ...box(centre, 90, branch.top),
        arrow(centre, 90, centre, 56),
      ]
    return [
      arrow(centre, 268, centre, 236),
      ...box(centre, 188, branch.bottom),
      arrow(centre, 188, centre, 138),
      ...box(centre, 90, branch.top),
      arrow(centre, 90, centre, 56),
    ]
  })
  const bar = (y: number, label: string): string[] => [
    rectangle(16, y, 448, 38, { fill: colour.paleGreen, stroke: colour.green, rx: 5 }),
    text(240, y + 25, label),
  ]
  return picture(480, 322, [...shapes, ...bar(18, concat), ...bar(268, input)])
}
