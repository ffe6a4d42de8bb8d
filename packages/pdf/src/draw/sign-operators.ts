import type { SignMark } from '../layout/mark.ts'
import { pdfNumber } from './pdf-syntax.ts'

/**
 * Returns the operators of a drawn sign; colour and line width are set already.
 * @param sign which one
 * @param x its left edge
 * @param y its baseline, PDF coordinates
 * @param size font size of the text that it stands in
 */
export function signOperators(sign: SignMark['sign'], x: number, y: number, size: number): string {
  const at = (dx: number, dy: number) => `${pdfNumber(x + dx * size)} ${pdfNumber(y + dy * size)}`
  const box = `${at(0.06, -0.02)} ${pdfNumber(size * 0.7)} ${pdfNumber(size * 0.7)} re S\n`
  const tick = (dx: number, dy: number, k: number) =>
    `1 J 1 j ${at(dx, dy + 0.28 * k)} m ${at(dx + 0.24 * k, dy + 0.02 * k)} l ${at(dx + 0.7 * k, dy + 0.66 * k)} l S 0 J 0 j\n`
  const signs: Readonly<Record<SignMark['sign'], () => string>> = {
    tick: () => tick(0.06, 0, 1),
    cross: () => `1 J ${at(0.1, 0.04)} m ${at(0.68, 0.62)} l S ${at(0.1, 0.62)} m ${at(0.68, 0.04)} l S 0 J\n`,
    box: () => box,
    'ticked-box': () => box + tick(0.16, 0.08, 0.72),
    ring: () => `${circle(x + size * 0.41, y + size * 0.33, size * 0.36)} S\n`,
    disc: () => `${circle(x + size * 0.12, y + size * 0.34, size * 0.12)} f\n`,
    circle: () => `${circle(x + size * 0.12, y + size * 0.34, size * 0.11)} S\n`,
    square: () => `${at(0.02, 0.25)} ${pdfNumber(size * 0.2)} ${pdfNumber(size * 0.2)} re f\n`,
    wrap: () =>
      `${at(0.75, 0.62)} m ${at(0.75, 0.3)} l ${at(0.2, 0.3)} l S ${at(0.42, 0.5)} m ${at(0.2, 0.3)} l ${at(0.42, 0.1)} l S\n`,
  }
  return signs[sign]()
}

function circle(x: number, y: number, r: number): string {
  const k = r * 0.5523
  const p = (...values: readonly number[]) => values.map(pdfNumber).join(' ')
  return [
    `${p(x + r, y)} m`,
    `${p(x + r, y + k, x + k, y + r, x, y + r)} c`,
    `${p(x - k, y + r, x - r, y + k, x - r, y)} c`,
    `${p(x - r, y - k, x - k, y - r, x, y - r)} c`,
    `${p(x + k, y - r, x + r, y - k, x + r, y)} c h`,
  ].join(' ')
}
