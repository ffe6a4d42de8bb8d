import type { Block } from '@cardpress/core'
import { mm } from '../pages/frame.ts'
import { colors } from '../papers/theme.ts'
import { isHan } from '../text/characters.ts'
import { plainText } from '../text/flatten-inline.ts'
import type { FlowItem } from './flow-item.ts'
import type { Mark } from './mark.ts'
import type { Setting } from './setting.ts'

/** Distance of ruled lines, wide enough to write on. */
const lineHeight = 8 * mm
/** Side of a square. */
const square = 5 * mm
/** Room for so few lines is not divided between pages where that can be avoided. */
const mostTogether = 6
/** Hanzi that a hand writes on a line of a hundred millimetres. */
const hanziPerLine = 13

/** Returns how many lines an answer takes when it is written by hand: at least 2, at most 18. */
export function linesFor(answer: readonly Block[], width: number): number {
  const perLine = Math.max(6, (hanziPerLine * width) / (100 * mm))
  const lines = answer.reduce((sum, block) => sum + linesOf(block, perLine), 0)
  return Math.min(18, Math.max(2, Math.ceil(lines) + 1))
}

function linesOf(block: Block, perLine: number): number {
  if (block.type === 'code') return block.value.split('\n').length * 0.8
  if (block.type === 'math') return 2
  if (block.type === 'table') return block.children.length
  if (block.type === 'thematicBreak') return 0
  if (block.type === 'list')
    return block.children.reduce(
      (sum, item) => sum + item.children.reduce((inner, child) => inner + linesOf(child, perLine), 0),
      0,
    )
  if (block.type === 'blockquote') return block.children.reduce((sum, child) => sum + linesOf(child, perLine), 0)
  let length = 0
  for (const character of plainText(block.children)) length += isHan(character.codePointAt(0) ?? 0) ? 1 : 0.45
  return Math.ceil(length / perLine)
}

/**
 * Returns room for an answer.
 * @param kind ruled lines, squares or nothing
 * @param lines how many ruled lines' worth
 */
export function answerSpace(kind: 'lines' | 'grid' | 'blank', lines: number, setting: Setting): FlowItem[] {
  const step = kind === 'grid' ? square : lineHeight
  const count = Math.ceil((lines * lineHeight) / step)
  const columns = Math.floor(setting.width / square)
  return Array.from({ length: count }, (_, index): FlowItem => {
    const marks: Mark[] = []
    const rule = (points: number[]): Mark => ({ kind: 'stroke', points, color: colors.rule, lineWidth: 0.4 })
    if (kind === 'lines') marks.push(rule([setting.x, step, setting.x + setting.width, step]))
    if (kind === 'grid') {
      const right = setting.x + columns * square
      if (index === 0) marks.push(rule([setting.x, 0, right, 0]))
      marks.push(rule([setting.x, step, right, step]))
      for (let at = 0; at <= columns; at++)
        marks.push(rule([setting.x + at * square, 0, setting.x + at * square, step]))
    }
    return {
      height: step,
      before: 0,
      marks,
      keep: index < 1 || (lines <= mostTogether && index < count - 1) ? 'if-possible' : undefined,
    }
  })
}
