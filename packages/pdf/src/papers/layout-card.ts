import type { Question } from '@cardpress/core'
import type { Labels } from '../labels/label-table.ts'
import { type FlowItem, spaced } from '../layout/flow-item.ts'
import { layoutBlocks } from '../layout/layout-blocks.ts'
import { layoutOptions } from '../layout/layout-options.ts'
import { layoutParagraph } from '../layout/layout-paragraph.ts'
import type { Setting } from '../layout/setting.ts'
import type { TagElement } from '../layout/tag-element.ts'
import { layoutAnswer } from './layout-answer.ts'

/** Sets what a card asks: a shared stem, the prompt, the options. */
export function layoutFront(question: Question, setting: Setting, heading: TagElement): FlowItem[] {
  const cloze = { ...setting.text, cloze: 'blank' } as const
  const bold = { ...setting, text: cloze, voice: 'bold', justify: false, hyphenate: undefined } as const
  const items: FlowItem[] = question.group
    ? spaced(layoutBlocks(question.group.stem, { ...setting, size: setting.size * 0.9 }), 0)
    : []
  const [first, ...rest] = question.prompt
  const head =
    first?.type === 'paragraph'
      ? layoutParagraph(first.children, bold, heading)
      : layoutBlocks(first ? [first] : [], bold)
  const isShort = head.length <= 2 && rest.length === 0 && !('options' in question)
  const centred =
    isShort && first?.type === 'paragraph'
      ? layoutParagraph(first.children, { ...bold, align: 'center' }, heading)
      : head
  items.push(...spaced(centred, items.length > 0 ? setting.size * 0.6 : 0))
  items.push(...spaced(layoutBlocks(rest, { ...bold, voice: 'regular' }), setting.size * setting.gap))
  if ('options' in question) {
    const options = question.options.map(({ label, content }) => ({ label, content }))
    items.push(
      ...spaced(
        layoutOptions(options, { ...setting, size: setting.size * 0.92, justify: false }, { key: [] }),
        setting.size * 0.5,
      ),
    )
  }
  return items
}

/** Sets the answer; of options only the right ones, as the others are on the front. References are for the desk, not the card. */
export function layoutBack(
  { references: _references, ...question }: Question,
  setting: Setting,
  labels: Labels,
): FlowItem[] {
  const prompt = question.kind === 'cloze' ? layoutBlocks(question.prompt, setting) : []
  const short =
    'options' in question
      ? { ...question, options: question.options.filter((option) => question.answer.includes(option.label)) }
      : question
  const answer = 'options' in short && short.options.length === 0 ? { ...short, options: [] } : short
  if ('options' in answer && answer.options.length === 0) {
    const { options: _options, answer: _answer, ...rest } = answer
    return layoutAnswer({ ...rest, kind: 'short-answer', accepted: [] }, setting, labels)
  }
  return [...prompt, ...spaced(layoutAnswer(answer, setting, labels), prompt.length > 0 ? setting.size * 0.6 : 0)]
}
