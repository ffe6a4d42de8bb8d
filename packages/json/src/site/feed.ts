import type { Question, QuestionBank } from '@cardpress/core'
import { noteFamily, noteGuid } from '@cardpress/core'
import { type HtmlOptions, serialise } from '@cardpress/html'
import { toRfc3339 } from '../questions/rfc-3339.ts'
import { type Artefact, mediaType } from './artefact.ts'
import { labelsFor } from './labels.ts'
import { questionToHast } from './question-to-hast.ts'

/** What a feed is made with. */
export interface FeedOptions {
  readonly artefacts: readonly Artefact[]
  /** Absolute address of the site, with `/` at its end; without it addresses are relative. */
  readonly base?: string | undefined
  readonly html: HtmlOptions
}

/** One file of a feed. */
export interface FeedPage {
  readonly path: string
  readonly text: string
}

/**
 * Yields a JSON Feed 1.1 of a bank: one item for the whole set, which carries the files, then one per question in the
 * order of the article. A page is at most 250 KB, as the specification advises, unless a single item is longer.
 *
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function* feedPages(bank: QuestionBank, options: FeedOptions): Generator<FeedPage> {
  const base = options.base ?? ''
  const pagePath = (page: number) => (page === 1 ? 'feed.json' : `feed-${page}.json`)
  const head = (page: number) => ({
    version: 'https://jsonfeed.org/version/1.1',
    title: bank.title,
    ...(options.base === undefined ? {} : { home_page_url: base, feed_url: `${base}${pagePath(page)}` }),
    ...(bank.description === undefined ? {} : { description: bank.description }),
    ...(bank.author === undefined ? {} : { authors: [{ name: bank.author }] }),
    language: bank.language,
  })
  const frameLength = byteLength(
    JSON.stringify({ ...head(9999), next_url: `${base}${pagePath(9999)}`, items: [] }, null, 2),
  )

  let page = 1
  let items: string[] = []
  let length = frameLength
  for (const item of feedItems(bank, options, base)) {
    const text = JSON.stringify(item, null, 2)
    const indented = text.replaceAll('\n', '\n    ')
    const itemLength = byteLength(indented) + 6
    if (items.length > 0 && length + itemLength > pageLimit) {
      yield { path: pagePath(page), text: pageText({ ...head(page), next_url: `${base}${pagePath(page + 1)}` }, items) }
      page++
      items = []
      length = frameLength
    }
    items.push(indented)
    length += itemLength
  }
  yield { path: pagePath(page), text: pageText(head(page), items) }
}

/** Bytes of one page: "beyond 250 KB is too large". */
const pageLimit = 250_000

function pageText(head: object, items: readonly string[]): string {
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "items": [\n    ${items.join(',\n    ')}\n  ]\n}\n`
}

function* feedItems(bank: QuestionBank, options: FeedOptions, base: string): Generator<object> {
  yield setItem(bank, options, base)
  for (const question of bank.questions) yield questionItem(question, bank, options, base)
}

function setItem(bank: QuestionBank, { artefacts }: FeedOptions, base: string): object {
  const labels = labelsFor(bank.language)
  const modified = Math.max(0, ...bank.questions.map((question) => question.modified))
  const attached = artefacts.filter(({ path }) => /\.(?:apkg|pdf)$/.test(path) || path.endsWith('/questions.json'))
  return {
    id: `urn:cardpress:${bank.collection}`,
    ...(base === '' ? {} : { url: base }),
    ...(bank.url === undefined ? {} : { external_url: bank.url }),
    title: bank.title,
    content_text: bank.description ?? labels.questions(bank.questions.length),
    date_modified: toRfc3339(modified),
    tags: bank.tags,
    attachments: attached.map(({ path, bytes }) => ({
      url: base + encodePath(path),
      mime_type: mediaType(path),
      title: `${bank.title}: ${path.slice(path.lastIndexOf('/') + 1)}`,
      size_in_bytes: bytes,
    })),
    _cardpress: { about: aboutUrl(base), collection: bank.collection, questions: bank.questions.length },
  }
}

function questionItem(question: Question, bank: QuestionBank, options: FeedOptions, base: string): object {
  const children = questionToHast(question, options.html, labelsFor(bank.language))
  const { id, number, kind, section, flags, confidence, contentHash } = question
  return {
    id: `urn:cardpress:${bank.collection}:${id}`,
    ...(base === '' ? {} : { url: `${base}#${id}` }),
    title: question.title,
    content_html: serialise({ type: 'root', children }),
    date_modified: toRfc3339(question.modified),
    tags: [...new Set([...question.tags, ...section])],
    _cardpress: {
      about: aboutUrl(base),
      id,
      ...(number === undefined ? {} : { number }),
      kind,
      section,
      flags,
      confidence,
      contentHash,
      ankiGuid: noteGuid(bank.collection, id, noteFamily(question)),
      json: `${base}json/v1/questions/${id}.json`,
    },
  }
}

/** The fields of the extension are those of the published schema, which describes each of them. */
function aboutUrl(base: string): string {
  return `${base}json/v1/question.schema.json`
}

/** Returns a path as part of an address. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}
