import type { Block } from '@cardpress/core'
import { colors } from '../papers/theme.ts'
import { type FlowItem, kept, spaced } from './flow-item.ts'
import { type Label, labelled, textLabel } from './label.ts'
import { layoutBlocks } from './layout-blocks.ts'
import { indented, plainStyle, type Setting } from './setting.ts'
import { TagElement } from './tag-element.ts'

type List = Extract<Block, { type: 'list' }>
type ListItem = List['children'][number]

/** Sets a list: bullets that change with depth, numbers aligned at their right, check boxes drawn. */
export function layoutList(list: List, setting: Setting, depth = 0): FlowItem[] {
  const numbering = list.ordered ? 'Decimal' : 'Disc'
  const element = new TagElement('L', setting.element, { numbering })
  const start = list.start ?? 1
  const style = plainStyle({ ...setting, color: colors.muted }, element)
  const widest = list.ordered ? textLabel(`${start + list.children.length - 1}.`, style, setting.text).width : 0
  const indent = list.ordered ? widest + setting.size * 0.4 : setting.size * 1.05
  const items: FlowItem[] = []
  list.children.forEach((child, index) => {
    const item = new TagElement('LI', element)
    const lbl = new TagElement('Lbl', item)
    const body = new TagElement('LBody', item)
    const inner = indented({ ...setting, element: body, gap: child.spread ? setting.gap : setting.gap * 0.4 }, indent)
    const label = labelOf(list, child, start + index, depth, { ...setting, element: lbl })
    let blocks = layoutItem(child, inner, depth)
    if (blocks.length === 0) blocks = [emptyLine(setting)]
    const gap = index === 0 ? 0 : setting.size * (list.spread || child.spread ? setting.gap : setting.gap * 0.35)
    items.push(...spaced(labelled(blocks, label, setting.x + (list.ordered ? widest - label.width : 0)), gap))
  })
  return items
}

function layoutItem(item: ListItem, setting: Setting, depth: number): FlowItem[] {
  const items: FlowItem[] = []
  let previous: readonly Block[] = []
  const flush = () => {
    if (previous.length > 0)
      items.push(...spaced(layoutBlocks(previous, setting), items.length > 0 ? setting.size * setting.gap : 0))
    previous = []
  }
  for (const block of item.children) {
    if (block.type === 'list') {
      flush()
      const nested = spaced(
        layoutList(block, setting, depth + 1),
        items.length > 0 ? setting.size * setting.gap * 0.5 : 0,
      )
      const last = items.at(-1)
      if (last) items.splice(-1, 1, ...kept([last], 'if-possible', true))
      items.push(...nested)
    } else previous = [...previous, block]
  }
  flush()
  return items
}

function labelOf(list: List, item: ListItem, number: number, depth: number, setting: Setting): Label {
  const { size } = setting
  const color = colors.muted
  if (item.checked !== undefined) {
    const sign = item.checked ? 'ticked-box' : 'box'
    const actual = item.checked ? '☑' : '☐'
    return {
      marks: [{ kind: 'sign', sign, x: 0, y: 0, size, color, actual, element: setting.element }],
      width: size * 0.8,
    }
  }
  if (list.ordered) return textLabel(`${number}.`, plainStyle({ ...setting, color }, setting.element), setting.text)
  const sign = depth === 0 ? 'disc' : depth === 1 ? 'circle' : 'square'
  const x = size * 0.3
  return {
    marks: [{ kind: 'sign', sign, x, y: 0, size, color, actual: '•', element: setting.element }],
    width: size * 0.8,
  }
}

function emptyLine(setting: Setting): FlowItem {
  const height = setting.size * setting.leading
  return { height, before: 0, marks: [], baseline: height * 0.75 }
}
