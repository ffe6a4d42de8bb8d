import type { Block, Inline, Question } from '@cardpress/core'
import type { Labels } from '../labels/label-table.ts'
import { backed, type FlowItem, kept, spaced } from '../layout/flow-item.ts'
import { layoutBlocks } from '../layout/layout-blocks.ts'
import { layoutOptions } from '../layout/layout-options.ts'
import { indented, type Setting } from '../layout/setting.ts'
import { TagElement } from '../layout/tag-element.ts'
import { colors } from './theme.ts'

/** Sets everything of a question below its prompt: options with the key marked, answer, explanation, hint, references. */
export function layoutAnswer(question: Question, setting: Setting, labels: Labels): FlowItem[] {
  const parts: FlowItem[][] = [layoutKey(question, setting, labels)]
  const notes = notesOf(question, labels)
  if (notes.length > 0) parts.push(layoutNote(notes.join(' · '), setting))
  if ('explanation' in question && question.explanation?.length)
    parts.push(layoutRemark(labels.explanation, question.explanation, setting, labels))
  if (question.hint?.length) parts.push(layoutRemark(labels.hint, question.hint, setting, labels))
  if (question.references?.length) parts.push(layoutRemark(labels.references, question.references, setting, labels))
  const items: FlowItem[] = []
  for (const part of parts) items.push(...(items.length > 0 ? spaced(part, setting.size * 0.35) : part))
  return items
}

type QuestionOf<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>

const keys = {
  open: (question, setting) => layoutBlocks(question.answer, setting),
  'single-choice': (question, setting) => layoutOptions(question.options, setting, { key: question.answer }),
  'multiple-choice': (question, setting) => layoutOptions(question.options, setting, { key: question.answer }),
  'true-false': (question, setting, labels) =>
    question.answer === null
      ? []
      : layoutBlocks([line(labels, question.answer ? `✓ ${labels.true}` : `✗ ${labels.false}`)], {
          ...setting,
          color: colors.key,
        }),
  'short-answer': (question, setting, labels) =>
    question.accepted.length === 0
      ? []
      : layoutBlocks([line(labels, question.accepted.join(' / '))], { ...setting, color: colors.key }),
  cloze: () => [],
} satisfies {
  readonly [Kind in Question['kind']]: (question: QuestionOf<Kind>, setting: Setting, labels: Labels) => FlowItem[]
}

function layoutKey(question: Question, setting: Setting, labels: Labels): FlowItem[] {
  return (keys[question.kind] as (question: Question, setting: Setting, labels: Labels) => FlowItem[])(
    question,
    setting,
    labels,
  )
}

function line(labels: Labels, text: string): Block {
  return {
    type: 'paragraph',
    children: [
      { type: 'strong', children: [{ type: 'text', value: `${labels.answer}${labels.colon}` }] },
      { type: 'text', value: text },
    ],
  }
}

/** What the person should know of a question, from its flags. */
function notesOf(question: Question, labels: Labels): string[] {
  const notes = question.flags
    .map((flag) => (Object.hasOwn(labels.flags, flag) ? labels.flags[flag] : undefined))
    .filter((note) => note !== undefined)
  if (question.flags.includes('no-answer')) notes.push(labels.noAnswer)
  else if (question.flags.includes('no-key')) notes.push(labels.noKey)
  return notes
}

function layoutNote(text: string, setting: Setting): FlowItem[] {
  const note: Block = { type: 'paragraph', children: [{ type: 'text', value: `[${text}]` }] }
  return layoutBlocks([note], { ...setting, size: setting.size * 0.9, color: colors.muted })
}

/** Sets an explanation, hint or references: its name in bold in front, a bar at its left. */
export function layoutRemark(name: string, blocks: readonly Block[], setting: Setting, labels: Labels): FlowItem[] {
  const element = new TagElement('Div', setting.element)
  const small = { ...setting, element, size: setting.size * 0.95, color: colors.muted }
  const prefix: Inline = { type: 'strong', children: [{ type: 'text', value: `${name}${labels.colon}` }] }
  const [first, ...rest] = blocks
  const begins = first?.type === 'paragraph' && first.children[0]?.type !== 'image'
  const whole: Block[] =
    begins && first?.type === 'paragraph'
      ? [{ ...first, children: [prefix, ...first.children] }, ...rest]
      : [{ type: 'paragraph', children: [prefix] }, ...blocks]
  const bar = { x: setting.x, width: setting.size * 0.16, fill: colors.rule }
  const items = layoutBlocks(whole, indented(small, setting.size * 0.55))
  // The name stays with what it names.
  const named = begins ? items : [...kept(items.slice(0, 1), 'always', true), ...items.slice(1)]
  return backed(named, bar)
}
