import type { Block } from '@cardpress/core'
import { colors } from '../papers/theme.ts'
import { type Backdrop, backed, type FlowItem, kept, spaced } from './flow-item.ts'
import { layoutCode } from './layout-code.ts'
import { layoutList } from './layout-list.ts'
import { layoutMath } from './layout-math.ts'
import { layoutParagraph } from './layout-paragraph.ts'
import { layoutTable } from './layout-table.ts'
import { indented, type Setting } from './setting.ts'
import { TagElement } from './tag-element.ts'

/**
 * Sets blocks below each other.
 * @param blocks content of a bank
 * @param setting how and where
 * @returns the items of a column, top to bottom
 */
export function layoutBlocks(blocks: readonly Block[], setting: Setting): FlowItem[] {
  const items: FlowItem[] = []
  let before: Block['type'] | undefined
  for (const block of blocks) {
    const set = layoutBlock(block, setting)
    // A display formula stays with the paragraph that it belongs to, and a list or code with the one that announces it.
    const last = items.at(-1)
    const announced =
      before === 'paragraph' && (block.type === 'list' || block.type === 'code' || block.type === 'table')
    if (last && (block.type === 'math' || announced)) items.splice(-1, 1, ...kept([last], 'if-possible', true))
    before = block.type
    items.push(...(items.length > 0 ? spaced(set, setting.size * setting.gap) : set))
  }
  return items
}

type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>

const handlers = {
  paragraph: (block, setting) => layoutParagraph(block.children, setting),
  heading: (block, setting) =>
    kept(layoutParagraph(block.children, { ...setting, voice: 'bold', justify: false }), 'always', true),
  list: (block, setting) => layoutList(block, setting),
  blockquote: (block, setting) => {
    const bar: Backdrop = { x: setting.x, width: Math.max(1.2, setting.size * 0.18), fill: colors.quoteBar }
    const element = new TagElement('BlockQuote', setting.element)
    return backed(
      layoutBlocks(block.children, indented({ ...setting, element, color: colors.muted }, setting.size)),
      bar,
    )
  },
  code: (block, setting) => layoutCode(block.value, block.lang, setting),
  table: (block, setting) => layoutTable(block, setting),
  thematicBreak: (_block, setting) => {
    const y = setting.size * 0.5
    const points = [setting.x + setting.width * 0.3, y, setting.x + setting.width * 0.7, y]
    return [
      { height: setting.size, before: 0, marks: [{ kind: 'stroke', points, color: colors.rule, lineWidth: 0.5 }] },
    ]
  },
  math: (block, setting) => layoutMath(block.value, setting),
} satisfies { readonly [Type in Block['type']]: (block: BlockOf<Type>, setting: Setting) => FlowItem[] }

function layoutBlock(block: Block, setting: Setting): FlowItem[] {
  return (handlers[block.type] as (block: Block, setting: Setting) => FlowItem[])(block, setting)
}
