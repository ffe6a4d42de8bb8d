import type { EmittedFile, Question, QuestionBank } from '@cardpress/core'
import { toLine } from '@cardpress/core'
import { stylesheet, toPage } from '@cardpress/html'
import { h } from 'hastscript'
import { countQuestions } from '../questions/count-questions.ts'
import { jsonChunks } from '../questions/json-chunks.ts'
import { publishQuestion } from '../questions/publish-question.ts'
import { publishedSchemaVersion } from '../schema/questions-file.ts'
import { encodePath } from '../site/feed.ts'
import { labelsFor } from '../site/labels.ts'
import { pageStyle } from '../site/page-style.ts'
import { likelyDuplicates } from './likely-duplicates.ts'

/** One collection of a library. */
export interface LibraryEntry {
  /** The folder of its site below that of the library. */
  readonly folder: string
  readonly bank: QuestionBank
}

/** How a library is made. */
export interface LibraryOptions {
  /** Absolute address of the library, with `/` at its end. Default: addresses are relative. */
  readonly base?: string | undefined
  /** Default `Cardpress`. */
  readonly title?: string | undefined
  /** BCP 47 tag of the page's own words. Default `en`. */
  readonly language?: string | undefined
}

/**
 * Yields what leads into the sites of many collections: `index.html` and `index.json` (the collections), `questions-1.json`,
 * … (all questions of all of them, 500 a page), `tags.json`, and `duplicates.json` (questions of different collections that
 * probably ask the same). The collections' own sites lie in folders beside it.
 *
 * @param entries the collections; they are put in the order of their folders
 */
export async function* emitLibrary(
  entries: readonly LibraryEntry[],
  options: LibraryOptions = {},
): AsyncGenerator<EmittedFile> {
  const base = options.base ?? ''
  const sorted = [...entries].sort((a, b) => (a.folder < b.folder ? -1 : 1))
  const all = sorted.flatMap(({ folder, bank }) => bank.questions.map((question) => ({ folder, bank, question })))
  const pages = Math.max(1, Math.ceil(all.length / pageLength))
  const pagePath = (page: number) => `questions-${page}.json`

  yield file('index.html', libraryPage(sorted, options))
  yield json('index.json', {
    schemaVersion: publishedSchemaVersion,
    counts: { collections: sorted.length, questions: all.length },
    collections: sorted.map((entry) => collectionEntry(entry, base)),
    questions: Array.from({ length: pages }, (_, index) => base + pagePath(index + 1)),
    tags: `${base}tags.json`,
    duplicates: `${base}duplicates.json`,
  })
  for (let page = 1; page <= pages; page++) {
    const part = all.slice((page - 1) * pageLength, page * pageLength)
    const next = page < pages ? { next: base + pagePath(page + 1) } : {}
    const head = { schemaVersion: publishedSchemaVersion, mathFormat: 'tex', page, pages, ...next }
    yield { path: pagePath(page), chunks: jsonChunks(head, 'questions', published(part, base)) }
  }
  yield json('tags.json', { schemaVersion: publishedSchemaVersion, tags: tagIndex(all, base) })
  const groups = likelyDuplicates(
    all.map(({ bank, question }) => ({ collection: bank.collection, text: toLine(question.prompt) })),
  )
  yield json('duplicates.json', {
    schemaVersion: publishedSchemaVersion,
    groups: groups.map(({ members, similarity }) => ({
      similarity,
      questions: members.flatMap((index) => all.slice(index, index + 1).map((found) => reference(found, base))),
    })),
  })
}

const pageLength = 500

interface Found {
  readonly folder: string
  readonly bank: QuestionBank
  readonly question: Question
}

function collectionEntry({ folder, bank }: LibraryEntry, base: string): object {
  const address = (path: string) => `${base}${encodePath(`${folder}/${path}`)}`
  const { collection, title, description, language, tags, translationOf } = bank
  return {
    collection,
    title,
    ...(description === undefined ? {} : { description }),
    language,
    tags,
    ...(translationOf === undefined ? {} : { translationOf }),
    counts: countQuestions(bank),
    page: address('index.html'),
    manifest: address('index.json'),
    feed: address('feed.json'),
    questions: address('json/v1/questions.json'),
  }
}

function* published(questions: readonly Found[], base: string): Generator<object> {
  for (const { folder, bank, question } of questions) {
    const address = (path: string) => `${base}${encodePath(`${folder}/json/v1/${path}`)}`
    yield {
      collection: bank.collection,
      language: bank.language,
      ...publishQuestion(question, {
        collection: bank.collection,
        html: { image: address },
        urlOf: (id) => address(`questions/${id}.json`),
      }),
    }
  }
}

function tagIndex(all: readonly Found[], base: string): object[] {
  const byTag = new Map<string, object[]>()
  for (const found of all)
    for (const tag of new Set([...found.bank.tags, ...found.question.tags])) {
      const list = byTag.get(tag)
      if (list === undefined) byTag.set(tag, [reference(found, base)])
      else list.push(reference(found, base))
    }
  const sorted = [...byTag].sort(([a], [b]) => (a < b ? -1 : 1))
  return sorted.map(([tag, questions]) => ({ tag, count: questions.length, questions }))
}

function reference({ folder, bank, question }: Found, base: string): object {
  const url = `${base}${encodePath(`${folder}/json/v1/questions/${question.id}.json`)}`
  return { collection: bank.collection, id: question.id, title: question.title, url }
}

function libraryPage(entries: readonly LibraryEntry[], options: LibraryOptions): string {
  const language = options.language ?? 'en'
  const labels = labelsFor(language)
  const title = options.title ?? 'Cardpress'
  return toPage({
    title,
    lang: language,
    styles: [stylesheet, pageStyle],
    children: [
      h('h1', title),
      h('p', labels.collections(entries.length)),
      ...entries.map(({ folder, bank }) =>
        h(
          'article',
          { lang: bank.language },
          h('h2', h('a', { href: `${encodePath(folder)}/index.html` }, bank.title)),
          ...(bank.description === undefined ? [] : [h('p', bank.description)]),
          h('p', labelsFor(bank.language).questions(bank.questions.length)),
        ),
      ),
    ],
  })
}

function json(path: string, value: object): EmittedFile {
  return file(path, `${JSON.stringify(value, null, 2)}\n`)
}

function file(path: string, text: string): EmittedFile {
  return { path, chunks: [new TextEncoder().encode(text)] }
}
