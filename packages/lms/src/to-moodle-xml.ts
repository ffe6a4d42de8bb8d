import type { Assets, Block, Question, QuestionBank } from '@cardpress/core'
import { clozesOf, toLine } from '@cardpress/core'
import { type HtmlOptions, toHtml } from '@cardpress/html'
import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import { cellText } from './cell-text.ts'
import { fractions } from './fractions.ts'
import { literally } from './literally.ts'
import { isKeyed, mayShuffle, solutionOf, stemOf } from './question-parts.ts'
import { withGaps } from './with-gaps.ts'

/**
 * Returns a bank as Moodle XML: categories from sections, rich text as HTML with formulas between `\(…\)`, pictures inside,
 * feedback, hints, tags, and the question's id as its id number.
 *
 * @see https://docs.moodle.org/en/Moodle_XML_format
 */
export async function toMoodleXml(bank: QuestionBank, assets: Assets): Promise<string> {
  const questions: Element[] = []
  let category: string | undefined
  for (const question of bank.questions) {
    const path = [
      '$course$',
      'top',
      ...[bank.title, ...question.section].map((name) => plain(name).replaceAll('/', '//')),
    ].join('/')
    if (path !== category) questions.push(x('question', { type: 'category' }, [x('category', [x('text', path)])]))
    category = path
    questions.push(await questionOf(question, assets))
  }
  const root = {
    type: 'root' as const,
    children: [
      { type: 'instruction' as const, name: 'xml', value: 'version="1.0" encoding="UTF-8"' },
      x('quiz', questions),
    ],
  }
  // XML forbids this in text, where it would end a CDATA section; the serialiser leaves it.
  return `${toXml(root).replaceAll(']]>', ']]&gt;')}\n`
}

async function questionOf(question: Question, assets: Assets): Promise<Element> {
  const rich = (name: string, blocks: readonly Block[] | undefined) => richElement(name, blocks ?? [], assets)
  const { type, parts } = await kindOf(question, rich)
  const toText = type === 'cloze' ? withGaps : withoutClozes
  return x('question', { type }, [
    x('name', [x('text', plain(question.title))]),
    await richElement('questiontext', stemOf(question), assets, toText),
    await rich('generalfeedback', solutionOf(question)),
    x('defaultgrade', String(question.points ?? 1)),
    x('penalty', '0.3333333'),
    x('hidden', '0'),
    x('idnumber', question.id),
    ...parts,
    ...(question.hint === undefined ? [] : [await rich('hint', question.hint)]),
    ...(question.tags.length === 0
      ? []
      : [
          x(
            'tags',
            question.tags.map((tag) => x('tag', [x('text', plain(tag))])),
          ),
        ]),
  ])
}

type Rich = (name: string, blocks: readonly Block[] | undefined) => Promise<Element>

/** The type that Moodle knows the question by, and what that type has besides the rest. */
async function kindOf(question: Question, rich: Rich): Promise<{ type: string; parts: Element[] }> {
  if (!isKeyed(question)) return essay
  switch (question.kind) {
    case 'open':
      return essay
    case 'single-choice':
    case 'multiple-choice': {
      const single = question.kind === 'single-choice'
      const share = fractions(question.answer.length, question.options.length - question.answer.length)
      const answers = question.options.map(async (option) => {
        const right = question.answer.includes(option.label)
        const fraction = single ? (right ? 100 : 0) : right ? share.right : share.wrong
        const answer = await rich('answer', option.content)
        answer.attributes.fraction = String(fraction)
        answer.children.push(await rich('feedback', option.feedback))
        return answer
      })
      return {
        type: 'multichoice',
        parts: [
          x('single', String(single)),
          x('shuffleanswers', String(mayShuffle(question))),
          x('answernumbering', 'ABCD'),
          ...(await Promise.all(answers)),
        ],
      }
    }
    case 'true-false':
      return {
        type: 'truefalse',
        parts: [plainAnswer('true', question.answer === true), plainAnswer('false', question.answer === false)],
      }
    case 'short-answer':
      return {
        type: 'shortanswer',
        parts: [x('usecase', '0'), ...question.accepted.map((text) => plainAnswer(literally(text), true))],
      }
    case 'cloze': {
      const [gap, ...others] = clozesOf(question.prompt)
      if (gap === undefined) return essay
      // Moodle keeps no id number of a question with several answers in its text.
      if (others.length > 0) return { type: 'cloze', parts: [] }
      const answer = plainAnswer(literally(toLine(gap.children)), true)
      return { type: 'shortanswer', parts: [x('usecase', '0'), answer] }
    }
  }
}

const essay: { type: string; parts: Element[] } = {
  type: 'essay',
  parts: [
    x('responseformat', 'editor'),
    x('responserequired', '0'),
    x('responsefieldlines', '10'),
    x('attachments', '0'),
  ],
}

function plainAnswer(text: string, right: boolean): Element {
  return x('answer', { fraction: right ? '100' : '0', format: 'plain_text' }, [x('text', plain(text))])
}

/** An element with HTML in it, and the pictures that the HTML shows. */
async function richElement(
  name: string,
  blocks: readonly Block[],
  assets: Assets,
  toText: (blocks: readonly Block[], options: HtmlOptions) => string = toHtml,
): Promise<Element> {
  const pictures = new Set<string>()
  const html = toText(blocks, {
    image: (url) => {
      pictures.add(url)
      return `@@PLUGINFILE@@/${encodeURIComponent(nameOf(url))}`
    },
  })
  const files = [...pictures].map(async (url) => {
    const bytes = Buffer.from(await assets.read(url))
    return x('file', { name: nameOf(url), path: '/', encoding: 'base64' }, bytes.toString('base64'))
  })
  return x(name, { format: 'html' }, [x('text', html), ...(await Promise.all(files))])
}

function withoutClozes(blocks: readonly Block[], options: HtmlOptions): string {
  return toHtml(blocks, { ...options, cloze: 'hidden' })
}

function nameOf(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1)
}

function plain(text: string): string {
  return cellText(text)
}
