import { describe, expect, it } from 'vitest'
import type { Mark } from '../src/layout/mark.ts'
import { cardPlace, cardSheets, cutMarks } from '../src/pages/card-sheet.ts'
import { mm, paperSizes } from '../src/pages/frame.ts'

const [width, height] = paperSizes.a4
const sheetOf = (options: Parameters<typeof cardSheets>[2]) => cardSheets(width, height, options)[0]
const points = (mark: Mark) => (mark.kind === 'stroke' ? mark.points : [])

describe('a sheet of cards', () => {
  it('keeps clear of the edges that the printer cannot print on', () => {
    for (const margin of [5, 8, 15]) {
      const sheet = sheetOf({ margin, columns: 3, rows: 5 })
      expect(sheet.left).toBeCloseTo(margin * mm, 5)
      expect(sheet.top).toBeCloseTo(margin * mm, 5)
      expect(sheet.columns * sheet.cardWidth).toBeCloseTo(width - 2 * margin * mm, 5)
    }
  })

  it.each([
    ['index', 127, 76.2],
    ['business', 85, 55],
    ['a7', 105, 74.25],
  ] as const)('has cards of the size %s, %d × %d mm, as many as fit', (preset, wide, high) => {
    const sheet = cardSheets(width, height, { preset, margin: 0 })[0]
    expect(sheet.cardWidth / mm).toBeCloseTo(wide, 1)
    expect(sheet.cardHeight / mm).toBeCloseTo(high, 1)
    expect(sheet.columns).toBe(Math.floor(210.1 / wide))
    expect(sheet.rows).toBe(Math.floor(297.1 / high))
  })

  it('has marks in the margins where it is cut, none over a card but small crosses where four meet', () => {
    const sheet = sheetOf({ columns: 2, rows: 4 })
    const marks = cutMarks(sheet, 'marks', '#000000')
    const inside = marks.filter((mark) => {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = points(mark)
      const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
      return x > sheet.left && x < width - sheet.left && y > sheet.top && y < height - sheet.top
    })
    // Three inner corners, two strokes each.
    expect(inside).toHaveLength(6)
    expect(marks).toHaveLength(2 * (3 + 5) + 6)
    expect(cutMarks(sheet, 'none', '#000000')).toEqual([])
    expect(cutMarks(sheet, 'lines', '#000000')).toHaveLength(3 + 5)
  })

  it('has a dashed line between front and back where it is folded', () => {
    const sheet = sheetOf({ columns: 4, rows: 2, duplex: 'fold' })
    const folds = cutMarks(sheet, 'marks', '#000000').filter((mark) => mark.kind === 'stroke' && mark.dash)
    expect(folds.map((mark) => points(mark)[0])).toEqual([1, 3].map((column) => sheet.left + column * sheet.cardWidth))
  })

  it('lays every back behind its front on either edge', () => {
    for (const duplex of ['long-edge', 'short-edge'] as const) {
      const sheet = sheetOf({ columns: 3, rows: 4, duplex })
      for (let index = 0; index < 12; index++) {
        const front = cardPlace(sheet, index, 'front')
        const back = cardPlace(sheet, index, 'back')
        const seen =
          duplex === 'long-edge'
            ? { x: width - back.x - sheet.cardWidth, y: back.y }
            : { x: back.x, y: height - back.y - sheet.cardHeight }
        expect(seen.x).toBeCloseTo(front.x, 5)
        expect(seen.y).toBeCloseTo(front.y, 5)
      }
    }
  })
})
