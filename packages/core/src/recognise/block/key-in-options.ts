import type { Piece } from '../content/to-content.ts'
import { isEmphasised } from '../marks/emphasised.ts'
import { rightMark } from '../marks/right-mark.ts'
import type { Block, BlockParts } from './block.ts'
import type { KeyWithStem, MarkLine } from './parts.ts'

/** Ticked boxes, or what a platform says of them; one option (or several) emphasised among plain ones; a tick or "(correct)" behind the text. */
export function keyInOptions(
  options: BlockParts['options'],
  { group, habit }: Block,
  mark: MarkLine,
): KeyWithStem | undefined {
  const line = options[0]?.line.number ?? 1
  const boxes = group?.options.filter((option) => option.checked === true) ?? []
  if (boxes.length > 0)
    return { labels: boxes.map((option) => option.label), line, by: group?.style === 'judged' ? 'judged' : 'boxes' }
  const ticked = options.filter((option) => {
    const last = option.pieces.at(-1)
    const at = last && tickIn(last, habit)
    if (!last || at === undefined) return false
    mark(last.line, last.from + at, last.to)
    return true
  })
  if (ticked.length > 0 && ticked.length < options.length)
    return { labels: ticked.map((option) => option.label), line, by: 'tick' }
  const emphasised = options.filter((option) => {
    const [first] = option.pieces
    return first !== undefined && isEmphasised(first.line)
  })
  // More than half may be right only where the page shows again and again that strong means right.
  if (emphasised.length > 0 && (habit.boldRight || emphasised.length * 2 <= options.length))
    return { labels: emphasised.map((option) => option.label), line, by: 'emphasis' }
  return undefined
}

/** Where the mark begins that says that a piece is right; a star within code is code. */
function tickIn({ line, from, to }: Piece, habit: Block['habit']): number | undefined {
  if (line.runs.findLast((run) => run.text.trim() !== '')?.leaf.type === 'inlineCode') return undefined
  return rightMark(line.text.slice(from, to), habit.crossesRight)
}

export function withoutKeyMarks(
  option: BlockParts['options'][number],
  key: KeyWithStem,
  habit: Block['habit'],
): BlockParts['options'][number] {
  if (key.by === 'emphasis' && key.labels.includes(option.label))
    return { ...option, pieces: option.pieces.map((one) => ({ ...one, bare: true })) }
  if (key.by !== 'tick' || !key.labels.includes(option.label)) return option
  const last = option.pieces.at(-1)
  const at = last && tickIn(last, habit)
  return last && at !== undefined
    ? { ...option, pieces: [...option.pieces.slice(0, -1), { ...last, to: last.from + at }] }
    : option
}
