import { letterOf } from '../recognise/marks/option-group.ts'
import { isPinned } from '../recognise/marks/pinned.ts'
import type { QuestionDraft } from '../recognise/recognition.ts'
import type { Option } from '../schema/bank.ts'
import type { Block } from '../schema/content.ts'
import { toLine, toText } from '../to-text.ts'
import { markerSpans } from './marker-spans.ts'
import type { QuizItem, Rich } from './quiz-item.ts'
import { toBlocks } from './to-blocks.ts'

/**
 * Returns a question of an exchange file as a question of a bank.
 *
 * @param item The question.
 * @param source The file.
 */
export function toDraft(item: QuizItem, source: string): QuestionDraft {
  const stem = toBlocks(item.stem, true)
  const title = toLine(stem.slice(0, 1)).slice(0, 500) || toLine(stem).slice(0, 500)
  const common = {
    ...(item.id === undefined ? {} : { explicitId: item.id }),
    title: title || '?',
    prompt: stem.length > 0 ? stem : paragraph('?'),
    section: [...item.section],
    tags: [...item.tags],
    flags: [] as string[],
    confidence: 'sure' as const,
    line: item.line,
    spans: [item.span],
  }
  const markers = (...fields: ReadonlyArray<readonly Block[]>) => ({
    markers: markerSpans(source, item.span, [stem, ...fields].map(toText)),
  })
  switch (item.kind) {
    case 'open': {
      const asked = item.pairs === undefined ? [] : numbered(item.pairs.map(([one]) => toBlocks(one)))
      const matches =
        item.pairs === undefined
          ? []
          : numbered(item.pairs.map(([, match]) => toBlocks({ text: match, format: 'text' })))
      const told = blocksOf(item.answer)
      const answer = [...matches, ...told]
      const inTurn = item.pairs?.flatMap(([one, match]) => [toBlocks(one), toBlocks({ text: match, format: 'text' })])
      return {
        ...common,
        kind: 'open',
        prompt: [...common.prompt, ...asked],
        answer,
        flags: [...(item.isConverted ? ['converted'] : []), ...(answer.length === 0 ? ['no-answer'] : [])],
        ...markers(...(inTurn ?? []), told),
      }
    }
    case 'choice': {
      const options = item.options.map((option, index): Option => {
        const content = toBlocks(option.content)
        const feedback = option.feedback ? toBlocks(option.feedback) : []
        return {
          label: letterOf(index),
          content,
          ...(feedback.length > 0 ? { feedback } : {}),
          ...(isPinned(content) ? { pinned: true } : {}),
        }
      })
      const answer = options.filter((_, index) => item.options[index]?.isRight).map(({ label }) => label)
      const explanation = blocksOf(item.explanation)
      return {
        ...common,
        kind: item.isMultiple || answer.length > 1 ? 'multiple-choice' : 'single-choice',
        options,
        answer,
        ...(explanation.length > 0 ? { explanation } : {}),
        flags: answer.length === 0 ? ['no-key'] : [],
        ...markers(...options.flatMap(({ content, feedback }) => [content, feedback ?? []]), explanation),
      }
    }
    case 'true-false': {
      const explanation = blocksOf(item.explanation)
      return {
        ...common,
        kind: 'true-false',
        answer: item.answer,
        ...(explanation.length > 0 ? { explanation } : {}),
        ...markers(explanation),
      }
    }
    case 'short-answer': {
      const inTurn = item.accepted.map(({ text, feedback }) => [paragraph(text), feedback ? toBlocks(feedback) : []])
      const general = blocksOf(item.explanation)
      const explanation = [...inTurn.flatMap(([, feedback]) => feedback ?? []), ...general]
      return {
        ...common,
        kind: 'short-answer',
        accepted: item.accepted.map(({ text }) => text),
        ...(explanation.length > 0 ? { explanation } : {}),
        flags: item.accepted.length === 0 ? ['no-answer'] : [],
        ...markers(...inTurn.flat(), general),
      }
    }
  }
}

function blocksOf(texts: readonly Rich[]): Block[] {
  return texts.flatMap((text) => toBlocks(text))
}

function paragraph(value: string): Block[] {
  return [{ type: 'paragraph', children: [{ type: 'text', value }] }]
}

function numbered(items: ReadonlyArray<Block[]>): Block[] {
  return [
    {
      type: 'list',
      ordered: true,
      start: 1,
      spread: false,
      children: items.map((children) => ({ type: 'listItem', spread: false, children })),
    },
  ]
}
