import type { Question, QuestionBank } from '@cardpress/core'
import { type HtmlOptions, stylesheet, toPage } from '@cardpress/html'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Artefact } from './artefact.ts'
import { downloads } from './downloads.ts'
import { type Labels, labelsFor } from './labels.ts'
import { pageStyle } from './page-style.ts'
import { questionToHast } from './question-to-hast.ts'

/** Returns the page of a collection: its files and its questions, each with its answer folded away. */
export function collectionPage(bank: QuestionBank, artefacts: readonly Artefact[], html: HtmlOptions): string {
  const labels = labelsFor(bank.language)
  const sections = sectionsOf(bank)
  const named = sections.filter(({ name }) => name !== '')
  return toPage({
    title: bank.title,
    lang: bank.language,
    styles: [stylesheet, pageStyle],
    links: [{ rel: 'alternate', type: 'application/feed+json', href: 'feed.json' }],
    children: [
      h('header', [
        h('h1', bank.title),
        ...(bank.description === undefined ? [] : [h('p', bank.description)]),
        h('p', { className: ['quiet'] }, about(bank, labels)),
      ]),
      ...downloads(artefacts, labels),
      ...(named.length < 2 ? [] : [contents(named, labels)]),
      ...sections.flatMap((section) => sectionToHast(section, { ...html, headingOffset: 3 }, labels)),
    ],
  })
}

/** Questions that follow each other in one section of the article. */
interface Section {
  /** No question's: theirs hold no colon. */
  readonly id: string
  readonly name: string
  readonly questions: readonly Question[]
}

function sectionsOf(bank: QuestionBank): readonly Section[] {
  const sections: { id: string; name: string; questions: Question[] }[] = []
  for (const question of bank.questions) {
    const name = question.section.join(' · ')
    const last = sections.at(-1)
    if (last !== undefined && last.name === name) last.questions.push(question)
    else sections.push({ id: `section:${sections.length + 1}`, name, questions: [question] })
  }
  return sections
}

function about({ questions, author, license, url }: QuestionBank, labels: Labels): ElementContent[] {
  const parts: (string | ElementContent)[] = [labels.questions(questions.length)]
  if (author !== undefined) parts.push(author)
  if (license !== undefined) parts.push(license)
  if (url !== undefined && /^https?:/i.test(url))
    parts.push(h('a', { href: url, rel: ['noopener', 'noreferrer'] }, url.replace(/^https?:\/\//i, '')))
  return parts.flatMap((part, index) => {
    const node: ElementContent = typeof part === 'string' ? { type: 'text', value: part } : part
    return index === 0 ? [node] : [{ type: 'text', value: ' · ' } as const, node]
  })
}

function contents(sections: readonly Section[], labels: Labels): ElementContent {
  const items = sections.map(({ id, name, questions }) =>
    h('li', [h('a', { href: `#${id}` }, name), ' ', h('span', { className: ['quiet'] }, String(questions.length))]),
  )
  return h('nav', { ariaLabel: labels.contents }, [h('h2', labels.contents), h('ul', items)])
}

function sectionToHast({ id, name, questions }: Section, html: HtmlOptions, labels: Labels): ElementContent[] {
  const heading = name === '' ? [] : [h('h2', { id }, name)]
  const articles = questions.map((question) => {
    const number = question.number === undefined ? [] : [h('p', { className: ['number'] }, question.number)]
    return h('article', { id: question.id }, ...number, ...questionToHast(question, html, labels))
  })
  return [...heading, ...articles]
}
