import type { Mark } from '../layout/mark.ts'
import type { CardOptions } from '../options.ts'
import { mm } from './frame.ts'

/** Where the cards of a sheet lie. Lengths in points. */
export interface CardSheet {
  readonly width: number
  readonly height: number
  readonly columns: number
  readonly rows: number
  readonly cardWidth: number
  readonly cardHeight: number
  readonly left: number
  readonly top: number
  readonly duplex: 'long-edge' | 'short-edge' | 'fold'
  readonly offset: readonly [number, number]
}

/** Sizes of cards in millimetres. */
const fixed = { index: [127, 76.2], business: [85, 55], a7: [105, 74.25] } as const

/**
 * Returns the sheets that options allow, smaller cards first: one where they say how many cards or which size, else grids
 * of two columns and four, three or two rows.
 */
export function cardSheets(width: number, height: number, options: CardOptions): [CardSheet, ...CardSheet[]] {
  const isFree = (options.preset ?? 'grid') === 'grid' && options.rows === undefined && options.columns === undefined
  const first = cardSheet(width, height, options)
  return isFree ? [first, ...[3, 2].map((rows) => cardSheet(width, height, { ...options, rows }))] : [first]
}

/** Returns the sheet that options ask for: at least one card on it, centred. */
function cardSheet(width: number, height: number, options: CardOptions): CardSheet {
  const margin = (options.margin ?? 8) * mm
  const duplex = options.duplex ?? 'long-edge'
  const [dx, dy] = options.offset ?? [0, 0]
  const roomX = width - 2 * margin
  const roomY = height - 2 * margin
  let columns = Math.max(1, options.columns ?? 2)
  let rows = Math.max(1, options.rows ?? 4)
  let cardWidth = roomX / columns
  let cardHeight = roomY / rows
  if (options.preset && options.preset !== 'grid') {
    const [w, h] = fixed[options.preset]
    cardWidth = Math.min(w * mm, roomX)
    cardHeight = Math.min(h * mm, roomY)
    columns = Math.max(1, Math.floor((roomX + 0.5) / cardWidth))
    rows = Math.max(1, Math.floor((roomY + 0.5) / cardHeight))
  }
  if (duplex === 'fold' && columns < 2) {
    columns = 2
    cardWidth = Math.min(cardWidth, roomX / 2)
  }
  return {
    width,
    height,
    columns,
    rows,
    cardWidth,
    cardHeight,
    left: (width - columns * cardWidth) / 2,
    top: (height - rows * cardHeight) / 2,
    duplex,
    offset: [dx * mm, dy * mm],
  }
}

/** Returns how many cards one sheet makes. */
export function cardsPerSheet(sheet: CardSheet): number {
  return sheet.rows * (sheet.duplex === 'fold' ? Math.floor(sheet.columns / 2) : sheet.columns)
}

/**
 * Returns where a side of a card lies: the back behind the front when the sheet is turned over.
 * @param index of the card on its sheet, row by row
 * @param side of the card
 * @returns the upper left corner of the card in points
 */
export function cardPlace(
  sheet: CardSheet,
  index: number,
  side: 'front' | 'back',
): { readonly x: number; readonly y: number } {
  const perRow = sheet.duplex === 'fold' ? Math.floor(sheet.columns / 2) : sheet.columns
  let row = Math.floor(index / perRow)
  let column = index % perRow
  if (sheet.duplex === 'fold') column = column * 2 + (side === 'back' ? 1 : 0)
  else if (side === 'back' && sheet.duplex === 'long-edge') column = sheet.columns - 1 - column
  else if (side === 'back') row = sheet.rows - 1 - row
  const moved = side === 'back' && sheet.duplex !== 'fold'
  return {
    x: sheet.left + column * sheet.cardWidth + (moved ? sheet.offset[0] : 0),
    y: sheet.top + row * sheet.cardHeight + (moved ? sheet.offset[1] : 0),
  }
}

/** Returns the marks that say where to cut and fold. */
export function cutMarks(sheet: CardSheet, cut: 'marks' | 'lines' | 'none', color: string): Mark[] {
  const right = sheet.left + sheet.columns * sheet.cardWidth
  const bottom = sheet.top + sheet.rows * sheet.cardHeight
  const marks: Mark[] = []
  const line = (points: readonly number[], dash?: readonly number[]): void => {
    marks.push({ kind: 'stroke', points, color, lineWidth: 0.35, dash })
  }
  for (let column = 0; column <= sheet.columns; column++) {
    const x = sheet.left + column * sheet.cardWidth
    const isFold = sheet.duplex === 'fold' && column % 2 === 1 && column < sheet.columns
    if (isFold) line([x, sheet.top, x, bottom], [3, 3])
    else if (cut === 'lines') line([x, sheet.top, x, bottom])
    else if (cut === 'marks') {
      line([x, Math.max(0, sheet.top - 5 * mm), x, sheet.top - 1 * mm])
      line([x, bottom + 1 * mm, x, Math.min(sheet.height, bottom + 5 * mm)])
    }
  }
  for (let row = 0; row <= sheet.rows; row++) {
    const y = sheet.top + row * sheet.cardHeight
    if (cut === 'lines') line([sheet.left, y, right, y])
    else if (cut === 'marks') {
      line([Math.max(0, sheet.left - 5 * mm), y, sheet.left - 1 * mm, y])
      line([right + 1 * mm, y, Math.min(sheet.width, right + 5 * mm), y])
    }
  }
  // Small crosses where four cards meet, so that the marks can be followed through the sheet.
  if (cut === 'marks')
    for (let row = 1; row < sheet.rows; row++)
      for (let column = 1; column < sheet.columns; column++) {
        const x = sheet.left + column * sheet.cardWidth
        const y = sheet.top + row * sheet.cardHeight
        line([x - 2 * mm, y, x + 2 * mm, y])
        line([x, y - 2 * mm, x, y + 2 * mm])
      }
  return marks
}
