import type { Block, Option, Question } from '@cardpress/core'
import { clozesOf, hideClozes, noteFamily, noteGuid, toLine, toMarkdown, toText } from '@cardpress/core'
import { type HtmlOptions, toHtml } from '@cardpress/html'
import type { PublishedQuestion } from '../schema/published-question.ts'
import type { RichText } from '../schema/rich-text.ts'
import { toRfc3339 } from './rfc-3339.ts'

/** How a question is published. */
export interface PublishOptions {
  /** Permanent id of its collection. */
  readonly collection: string
  /** How its rich text becomes HTML. */
  readonly html: HtmlOptions
  /** The address of the file that holds only the question with this id. */
  readonly urlOf: (id: string) => string
}

/** Returns a question of a bank as others read it. */
export function publishQuestion(question: Question, options: PublishOptions): PublishedQuestion {
  const rich = (blocks: readonly Block[]) => richText(blocks, options.html)
  const optional = (name: string, blocks: readonly Block[] | undefined) =>
    blocks === undefined || blocks.length === 0 ? {} : { [name]: rich(blocks) }
  const prompt = question.kind === 'cloze' ? clozePrompt(question.prompt, options.html) : rich(question.prompt)
  const { id, kind, number, title, section, tags, difficulty, points, flags, confidence, line, spans, group } = question
  return {
    id,
    url: options.urlOf(id),
    ...(number === undefined ? {} : { number }),
    kind,
    title,
    prompt,
    ...answerOf(question, options.html),
    ...optional('explanation', 'explanation' in question ? question.explanation : undefined),
    ...optional('hint', question.hint),
    ...optional('references', question.references),
    ...(group === undefined ? {} : { group: { id: group.id, stem: rich(group.stem) } }),
    section,
    tags,
    ...(difficulty === undefined ? {} : { difficulty }),
    ...(points === undefined ? {} : { points }),
    flags,
    confidence,
    source: { line, spans: spans.map(({ start, end }) => ({ start, end })) },
    contentHash: question.contentHash,
    modified: toRfc3339(question.modified),
    ankiGuid: noteGuid(options.collection, id, noteFamily(question)),
  } as PublishedQuestion
}

/** The fields that a question of this kind has besides those of all. */
function answerOf(question: Question, html: HtmlOptions): object {
  switch (question.kind) {
    case 'open':
      return { answer: question.answer.length === 0 ? null : richText(question.answer, html) }
    case 'single-choice':
    case 'multiple-choice':
      return {
        options: question.options.map((option) => publishOption(option, question.answer, html)),
        answer: question.answer.length === 0 ? null : { labels: question.answer, text: question.answer.join(', ') },
      }
    case 'true-false':
      return { answer: question.answer === null ? null : { value: question.answer, text: String(question.answer) } }
    case 'short-answer':
      return {
        answer: question.accepted.length === 0 ? null : { accepted: question.accepted, text: question.accepted[0] },
      }
    case 'cloze': {
      const deletions = deletionsOf(question.prompt)
      return { answer: { deletions, text: deletions.map((deletion) => deletion.text).join('; ') } }
    }
  }
}

function publishOption(option: Option, key: readonly string[], html: HtmlOptions): object {
  return {
    label: option.label,
    ...richText(option.content, html),
    correct: key.length === 0 ? null : key.includes(option.label),
    ...(option.pinned === undefined ? {} : { pinned: option.pinned }),
    ...(option.feedback === undefined ? {} : { feedback: richText(option.feedback, html) }),
  }
}

function richText(blocks: readonly Block[], html: HtmlOptions): RichText {
  return { markdown: toMarkdown(blocks), html: toHtml(blocks, html), text: toText(blocks) }
}

/** The prompt of a cloze as plain text hides what is asked for; its Markdown and HTML mark it. */
function clozePrompt(blocks: readonly Block[], html: HtmlOptions): RichText {
  return { ...richText(blocks, html), text: toText(hideClozes(blocks)) }
}

function deletionsOf(blocks: readonly Block[]): { index: number; text: string; hint?: string }[] {
  return clozesOf(blocks).map(({ index, children, hint }) => ({
    index,
    text: toLine(children),
    ...(hint === undefined ? {} : { hint }),
  }))
}
