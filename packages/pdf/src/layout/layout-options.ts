import type { Option } from '@cardpress/core'
import { colors } from '../papers/theme.ts'
import { backed, type FlowItem, heightOf, kept, spaced } from './flow-item.ts'
import { type Label, textLabel } from './label.ts'
import { layoutBlocks } from './layout-blocks.ts'
import { moved } from './lines-to-items.ts'
import type { Mark } from './mark.ts'
import { indented, plainStyle, type Setting } from './setting.ts'
import { TagElement } from './tag-element.ts'

/** How options are printed. */
export interface OptionStyle {
  /** Labels of the right options, which are marked; none where the key is not to be seen. */
  readonly key: readonly string[]
  /** What stands before the options: their letter, or an empty box or circle to tick as well. */
  readonly box?: 'none' | 'circle' | 'square' | undefined
}

/** Sets options: in four, two or one columns, as their widths allow; right ones with a tick, on a tinted ground. */
export function layoutOptions(options: readonly Option[], setting: Setting, style: OptionStyle): FlowItem[] {
  const list = new TagElement('L', setting.element, { numbering: 'UpperAlpha' })
  const indent = indentOf(options, setting, style)
  for (const columns of [4, 2]) {
    if (options.length < columns || (columns === 4 && options.length > 4 && options.length % 4 !== 0)) continue
    const cell = setting.width / columns
    if (!options.every((option) => fits(option, cell - indent - setting.size * 0.8, setting))) continue
    const rows: FlowItem[] = []
    for (let start = 0; start < options.length; start += columns) {
      const cells = options
        .slice(start, start + columns)
        .map((option, index) =>
          layoutOption(
            option,
            { ...setting, x: setting.x + cell * index, width: cell - setting.size * 0.5 },
            list,
            indent,
            style,
          ),
        )
      rows.push(...spaced([beside(cells)], start === 0 ? 0 : setting.size * 0.15))
    }
    return kept(rows, 'if-possible')
  }
  const items: FlowItem[] = []
  options.forEach((option, index) => {
    const set = layoutOption(option, setting, list, indent, style)
    const feedback = option.feedback
      ? layoutBlocks(
          option.feedback,
          indented({ ...setting, size: setting.size * 0.92, color: colors.muted, element: setting.element }, indent),
        )
      : []
    items.push(...spaced([...set, ...feedback], index === 0 ? 0 : setting.size * 0.15))
  })
  return items.length <= 8 ? kept(items, 'if-possible') : items
}

function indentOf(options: readonly Option[], setting: Setting, style: OptionStyle): number {
  const widths = options.map((option) => letter(option.label, setting, setting.element).width)
  const sign = signWidth(style, setting.size)
  return sign + Math.max(...widths) + setting.size * 0.45
}

/** Room for a tick, or for a box and the white behind it. */
function signWidth(style: OptionStyle, size: number): number {
  if (style.box && style.box !== 'none') return size * 1.15
  return style.key.length > 0 || style.box ? size * 0.95 : 0
}

/** Whether an option is one line of at most this width. */
function fits(option: Option, width: number, setting: Setting): boolean {
  if (option.feedback) return false
  const [block] = option.content
  if (option.content.length !== 1 || block?.type !== 'paragraph') return false
  // Set in all the room there is: a formula would shrink to fit a narrow cell.
  const items = layoutBlocks(option.content, {
    ...setting,
    x: 0,
    justify: false,
    hang: false,
    element: new TagElement('P'),
  })
  return items.length === 1 && items.every((item) => item.marks.every((mark) => rightOf(mark) <= width))
}

function rightOf(mark: Mark): number {
  if (mark.kind === 'formula') return mark.x + mark.formula.outline.width * mark.size
  if (mark.kind === 'stroke') return Math.max(...mark.points.filter((_, index) => index % 2 === 0))
  return mark.x + ('width' in mark ? mark.width : mark.size)
}

function layoutOption(
  option: Option,
  setting: Setting,
  list: TagElement,
  indent: number,
  style: OptionStyle,
): FlowItem[] {
  const right = style.key.includes(option.label)
  const item = new TagElement('LI', list)
  const lbl = new TagElement('Lbl', item)
  const color = right ? colors.key : setting.color
  const body = indented({ ...setting, element: new TagElement('LBody', item), color }, indent)
  const items = layoutBlocks(option.content, body)
  const [first] = items
  const baseline = first?.baseline ?? setting.size
  const marks: Mark[] = []
  const { size } = setting
  const name = letter(option.label, { ...setting, color }, lbl)
  const sign = signWidth(style, size)
  const at = (kind: 'tick' | 'box' | 'ring', actual: string | undefined): Mark => ({
    kind: 'sign',
    sign: kind,
    x: setting.x,
    y: baseline,
    size,
    color,
    actual,
    element: lbl,
  })
  if (right) marks.push(at('tick', '✓'))
  else if (style.box && style.box !== 'none') marks.push(at(style.box === 'circle' ? 'ring' : 'box', undefined))
  marks.push(...name.marks.map((mark) => moved(mark, setting.x + sign, baseline)))
  const height = size * setting.leading
  const set = first
    ? [{ ...first, marks: [...marks, ...first.marks] }, ...items.slice(1)]
    : [{ height, before: 0, marks, baseline }]
  if (!right) return set
  const pad = size * 0.15
  return backed(set, {
    x: setting.x - pad,
    width: setting.width + 2 * pad,
    fill: colors.keyBackground,
    radius: size * 0.2,
  })
}

function letter(label: string, setting: Setting, element: TagElement): Label {
  return textLabel(`${label}.`, plainStyle({ ...setting, voice: 'bold' }, element), setting.text)
}

/** Puts items next to each other as one. */
function beside(cells: readonly (readonly FlowItem[])[]): FlowItem {
  const items = cells.flat()
  const baseline = Math.max(...items.map((item) => item.baseline ?? 0))
  const marks = items.flatMap((item) => item.marks.map((mark) => moved(mark, 0, baseline - (item.baseline ?? 0))))
  const height = Math.max(
    ...cells.map((cell) => heightOf(cell)),
    ...items.map((item) => item.height + baseline - (item.baseline ?? 0)),
  )
  return { height, before: 0, marks, baseline, backdrops: items.flatMap((item) => item.backdrops ?? []) }
}
