import { arrow, colour, picture, rectangle, text } from '../svg.ts'
import type { Figure } from '../words.ts'

const words = {
  zh: { input: '输入 2×2', kernel: '各乘 3×3 的核', stride: '步长 2', output: '输出 5×5（数字：被盖几次）' },
  en: {
    input: 'input 2×2',
    kernel: 'times the 3×3',
    stride: 'kernel, stride 2',
    output: 'output 5×5 (times covered)',
  },
} as const

const stamps = [
  { row: 0, column: 0, stroke: colour.blue, fill: colour.paleBlue },
  { row: 0, column: 1, stroke: colour.orange, fill: colour.paleOrange },
  { row: 1, column: 0, stroke: colour.green, fill: colour.paleGreen },
  { row: 1, column: 1, stroke: colour.purple, fill: colour.palePurple },
] as const

const [kernel, stride, output, cell] = [3, 2, 5, 42]

/** Transposed convolution as stamping: each input value places its multiple of the kernel, two cells apart. */
export const transposedConvolution: Figure = (language) => {
  const { input, kernel: times, stride: step, output: result } = words[language]
  const [left, top] = [246, 18]
  const shapes = stamps.flatMap(({ row, column, stroke, fill }, index) => {
    const [x, y] = [28 + column * 50, 76 + row * 50]
    return [rectangle(x, y, 50, 50, { fill, stroke }), text(x + 25, y + 32, 'abcd'[index] ?? '', { 'font-size': 20 })]
  })
  shapes.push(text(78, 206, input), arrow(142, 126, 226, 126), text(184, 108, times, { 'font-size': 13 }))
  shapes.push(text(184, 152, step, { 'font-size': 13 }))
  for (let row = 0; row < output; row++)
    for (let column = 0; column < output; column++) {
      const covering = stamps.filter((stamp) => covers(stamp.row, row) && covers(stamp.column, column))
      const only = covering.length === 1 ? covering[0] : undefined
      const [x, y] = [left + column * cell, top + row * cell]
      const fill = only?.fill ?? (covering.length === 2 ? '#e3e6ea' : '#c3c9d1')
      shapes.push(rectangle(x, y, cell, cell, { fill, stroke: colour.white }))
      shapes.push(text(x + cell / 2, y + 27, String(covering.length)))
    }
  for (const [index, { row, column, stroke }] of stamps.entries()) {
    const inset = 1 + index * 1.5
    const side = kernel * cell - 2 * inset
    const [x, y] = [left + column * stride * cell + inset, top + row * stride * cell + inset]
    shapes.push(rectangle(x, y, side, side, { stroke, 'stroke-width': 2.5, rx: 3 }))
  }
  shapes.push(text(left + (output * cell) / 2, 254, result, { 'font-size': 15 }))
  return picture(480, 270, shapes)
}

const covers = (position: number, at: number): boolean => at >= position * stride && at < position * stride + kernel
