import type { QuestionBank } from '@cardpress/core'
import { type HtmlOptions, stylesheet, toPage } from '@cardpress/html'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Artefact } from './artefact.ts'
import { encodePath } from './feed.ts'
import { labelsFor } from './labels.ts'
import { pageStyle } from './page-style.ts'
import { questionToHast } from './question-to-hast.ts'

/** Returns the page of a collection: its files and its questions, each with its answer folded away. */
export function collectionPage(bank: QuestionBank, artefacts: readonly Artefact[], html: HtmlOptions): string {
  const labels = labelsFor(bank.language)
  const files = artefacts.filter(({ path }) => /\.(?:apkg|pdf)$/.test(path) || path.endsWith('/questions.json'))
  return toPage({
    title: bank.title,
    lang: bank.language,
    styles: [stylesheet, pageStyle],
    links: [{ rel: 'alternate', type: 'application/feed+json', href: 'feed.json' }],
    children: [
      h('h1', bank.title),
      ...(bank.description === undefined ? [] : [h('p', bank.description)]),
      h('p', labels.questions(bank.questions.length)),
      ...(files.length === 0 ? [] : [h('h2', labels.downloads), h('ul', files.map(fileItem))]),
      ...questions(bank, { ...html, headingOffset: 3 }),
    ],
  })
}

function fileItem({ path, bytes }: Artefact): ElementContent {
  const size = bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
  return h('li', h('a', { href: encodePath(path) }, path), ` (${size})`)
}

/** The questions under the headings of their sections. */
function questions(bank: QuestionBank, html: HtmlOptions): ElementContent[] {
  const labels = labelsFor(bank.language)
  let section = ''
  return bank.questions.flatMap((question) => {
    const name = question.section.join(' · ')
    const heading = name === section || name === '' ? [] : [h('h2', name)]
    section = name
    const number = question.number === undefined ? [] : [h('p', { className: ['number'] }, question.number)]
    return [...heading, h('article', { id: question.id }, ...number, ...questionToHast(question, html, labels))]
  })
}
