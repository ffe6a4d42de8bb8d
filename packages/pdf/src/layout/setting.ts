import type { Voice } from '../fonts/font-book.ts'
import type { Hyphenate } from '../text/hyphenate.ts'
import type { TextStyle } from '../text/piece.ts'
import type { TextContext } from '../text/to-pieces.ts'
import type { Highlighter } from './highlight-code.ts'
import type { Color } from './mark.ts'
import type { TagElement } from './tag-element.ts'

/** How and where blocks are set. Lengths in points. */
export interface Setting {
  readonly text: Omit<TextContext, 'maxWidth'>
  /** Left edge in the column. */
  readonly x: number
  readonly width: number
  /** Tallest that an item may be. */
  readonly maxHeight: number
  readonly size: number
  /** Distance of baselines, in font sizes. */
  readonly leading: number
  /** White between blocks, in font sizes. */
  readonly gap: number
  readonly color: Color
  readonly voice: Voice
  /** Whether lines are filled to the right edge: all, those of paragraphs that are mostly Chinese, or none. */
  readonly justify: boolean | 'han'
  readonly hang: boolean
  readonly align: 'left' | 'center' | 'right'
  /** Absent where no word may be divided (headings). */
  readonly hyphenate?: Hyphenate | undefined
  readonly highlight: Highlighter
  /** The structure element that the blocks go into. */
  readonly element: TagElement
}

/** Returns the style of plain text in a setting. */
export function plainStyle(setting: Setting, element: TagElement): TextStyle {
  return { voice: setting.voice, size: setting.size, color: setting.color, element }
}

/** Returns a setting moved to the right by `by` points, and narrowed by as much. */
export function indented(setting: Setting, by: number): Setting {
  return { ...setting, x: setting.x + by, width: Math.max(setting.size * 4, setting.width - by) }
}
