import type { OutlinePath } from '@cardpress/math'

/** How many numbers each command of SVG path data takes. */
const arity: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, Z: 0 }

/**
 * Turns SVG path data into PDF path operators.
 * @param d path data; arcs are not used by MathJax and are skipped
 * @param matrix from the path's units to em, y down
 * @returns operators in thousandths of an em, y up; the empty string for an empty path
 */
export function pathOperators(d: string, matrix: OutlinePath['transform']): string {
  const [a, b, c, e, f, g] = matrix
  const pair = (x: number, y: number) =>
    `${Math.round((a * x + c * y + f) * 1000)} ${Math.round(-(b * x + e * y + g) * 1000)}`
  let out = ''
  let x = 0
  let y = 0
  let startX = 0
  let startY = 0
  // The control point that S and T mirror.
  let mirrorX = 0
  let mirrorY = 0
  const cubic = (x1: number, y1: number, x2: number, y2: number, x3: number, y3: number) => {
    out += `${pair(x1, y1)} ${pair(x2, y2)} ${pair(x3, y3)} c\n`
    x = x3
    y = y3
  }
  const quadratic = (x1: number, y1: number, x2: number, y2: number) => {
    const third = 2 / 3
    cubic(x + (x1 - x) * third, y + (y1 - y) * third, x2 + (x1 - x2) * third, y2 + (y1 - y2) * third, x2, y2)
    mirrorX = x1
    mirrorY = y1
  }
  const steps: Readonly<Record<string, (v: readonly number[], dx: number, dy: number) => void>> = {
    M: ([px = 0, py = 0], dx, dy) => {
      x = px + dx
      y = py + dy
      startX = x
      startY = y
      out += `${pair(x, y)} m\n`
    },
    L: ([px = 0, py = 0], dx, dy) => lineTo(px + dx, py + dy),
    H: ([px = 0], dx) => lineTo(px + dx, y),
    V: ([py = 0], _dx, dy) => lineTo(x, py + dy),
    C: ([x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0], dx, dy) => {
      cubic(x1 + dx, y1 + dy, x2 + dx, y2 + dy, x3 + dx, y3 + dy)
      mirrorX = x2 + dx
      mirrorY = y2 + dy
    },
    S: ([x2 = 0, y2 = 0, x3 = 0, y3 = 0], dx, dy) => {
      cubic(2 * x - mirrorX, 2 * y - mirrorY, x2 + dx, y2 + dy, x3 + dx, y3 + dy)
      mirrorX = x2 + dx
      mirrorY = y2 + dy
    },
    Q: ([x1 = 0, y1 = 0, x2 = 0, y2 = 0], dx, dy) => quadratic(x1 + dx, y1 + dy, x2 + dx, y2 + dy),
    T: ([x2 = 0, y2 = 0], dx, dy) => quadratic(2 * x - mirrorX, 2 * y - mirrorY, x2 + dx, y2 + dy),
    Z: () => {
      x = startX
      y = startY
      out += 'h\n'
    },
  }
  function lineTo(px: number, py: number): void {
    x = px
    y = py
    out += `${pair(x, y)} l\n`
  }
  for (const [, letter = '', rest = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    let command = letter.toUpperCase()
    const relative = letter !== command
    const count = arity[command]
    const step = steps[command]
    if (count === undefined || !step) continue
    const values = (rest.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g) ?? []).map(Number)
    for (let at = 0; at === 0 || at < values.length; at += Math.max(1, count)) {
      if (!'SCQT'.includes(command)) {
        mirrorX = x
        mirrorY = y
      }
      step(values.slice(at, at + count), relative ? x : 0, relative ? y : 0)
      if (command === 'M') command = 'L'
      if (count === 0) break
    }
    if (!'SCQT'.includes(command)) {
      mirrorX = x
      mirrorY = y
    }
  }
  return out
}
