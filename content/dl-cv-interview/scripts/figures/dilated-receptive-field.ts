import { colour, dot, picture, rectangle, text } from '../svg.ts'
import type { Figure } from '../words.ts'

const words = { zh: '感受野', en: 'sees' } as const
const [grid, cell, gap] = [15, 9.6, 12]

/** Three 3×3 layers with rates 1, 2 and 4: the taps of each layer, and what its output has seen by then. */
export const dilatedReceptiveField: Figure = (language) => {
  const shapes = [1, 2, 4].flatMap((rate, panel) => {
    const [left, top] = [gap + panel * (grid * cell + gap), 14]
    const reach = [1, 2, 4].slice(0, panel + 1).reduce((sum, each) => sum + each, 0)
    const middle = (grid - 1) / 2
    const cells = Array.from({ length: grid * grid }, (_, index) => {
      const [row, column] = [Math.floor(index / grid), index % grid]
      const seen = Math.abs(row - middle) <= reach && Math.abs(column - middle) <= reach
      const fill = seen ? colour.paleBlue : colour.white
      return rectangle(left + column * cell, top + row * cell, cell, cell, {
        fill,
        stroke: colour.line,
        'stroke-width': 0.7,
      })
    })
    const taps = [-1, 0, 1].flatMap((row) =>
      [-1, 0, 1].map((column) =>
        dot(left + (middle + column * rate + 0.5) * cell, top + (middle + row * rate + 0.5) * cell, 3.6, colour.orange),
      ),
    )
    const size = 2 * reach + 1
    const centre = left + (grid * cell) / 2
    const label = text(centre, top + grid * cell + 22, `d = ${rate}`, { fill: colour.orange })
    return [...cells, ...taps, label, text(centre, top + grid * cell + 44, `${words[language]} ${size}×${size}`)]
  })
  return picture(480, 218, shapes)
}
