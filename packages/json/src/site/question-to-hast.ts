import type { Block, Inline, Question } from '@cardpress/core'
import { type HtmlOptions, toHast } from '@cardpress/html'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Labels, NotedFlag } from './labels.ts'

/**
 * Returns a question as a reader sees it: the prompt and its options, then the answer folded away.
 *
 * @param question of a bank
 * @param html how rich text becomes HTML
 * @param labels the words around it
 */
export function questionToHast(question: Question, html: HtmlOptions, labels: Labels): ElementContent[] {
  const content = (blocks: readonly (Block | Inline)[], options = html) =>
    toHast(blocks, options).children as ElementContent[]
  const inLine = (block: Block | undefined) =>
    block === undefined ? [] : block.type === 'paragraph' ? content(block.children) : content([block])
  const part = (label: string, blocks: readonly Block[] | undefined) =>
    blocks === undefined || blocks.length === 0 ? [] : [h('p', h('strong', label)), ...content(blocks)]
  const labelled = (items: readonly { readonly label: string; readonly content: readonly Block[] }[]) =>
    items.length === 0
      ? []
      : [
          h(
            'ul',
            { className: ['options'] },
            items.map(({ label, content: [first, ...more] }) =>
              // A reader without our style sheet shows a paragraph apart from the letter before it.
              h('li', h('strong', `${label}. `), ...inLine(first), ...content(more)),
            ),
          ),
        ]
  const options = 'options' in question ? question.options : []
  const feedback = options.flatMap(({ label, feedback }) => (feedback?.length ? { label, content: feedback } : []))
  const note = (flag: NotedFlag) =>
    question.flags.includes(flag) ? [h('p', { className: ['note'] }, labels.flags[flag])] : []
  return [
    ...(question.group === undefined ? [] : content(question.group.stem)),
    ...content(question.prompt, { ...html, cloze: 'hidden' }),
    ...labelled(options),
    ...note('missing-figure'),
    ...(question.hint === undefined ? [] : [h('details', h('summary', labels.hint), ...content(question.hint))]),
    h(
      'details',
      h('summary', labels.answer),
      ...answerOf(question, html, labels),
      ...note('disputed'),
      ...note('hint-only'),
      ...note('placeholder'),
      ...labelled(feedback),
      ...part(labels.explanation, 'explanation' in question ? question.explanation : undefined),
      ...part(labels.references, question.references),
    ),
  ]
}

function answerOf(question: Question, html: HtmlOptions, labels: Labels): ElementContent[] {
  const none = [h('p', labels.noAnswer)]
  switch (question.kind) {
    case 'open':
      return question.answer.length === 0 ? none : (toHast(question.answer, html).children as ElementContent[])
    case 'single-choice':
    case 'multiple-choice':
      return question.answer.length === 0 ? none : [h('p', question.answer.join(labels.listSeparator))]
    case 'true-false':
      return question.answer === null ? none : [h('p', question.answer ? labels.true : labels.false)]
    case 'short-answer':
      return question.accepted.length === 0 ? none : [h('p', question.accepted.join(labels.listSeparator))]
    case 'cloze':
      return toHast(question.prompt, { ...html, cloze: 'shown' }).children as ElementContent[]
  }
}
