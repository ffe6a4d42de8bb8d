import type { Assets, Emit, EmitCallbacks, EmittedFile, QuestionBank } from '@cardpress/core'
import type { HtmlOptions, MathMode } from '@cardpress/html'
import { loadMath } from '@cardpress/math'
import { aboutCollection } from './about-collection.ts'
import { countQuestions } from './questions/count-questions.ts'
import { jsonChunk, jsonChunks } from './questions/json-chunks.ts'
import { picturesOf } from './questions/pictures.ts'
import { publishQuestion } from './questions/publish-question.ts'
import { quizHead, quizQuestion } from './questions/quiz.ts'
import { toRfc3339 } from './questions/rfc-3339.ts'
import { publishedSchemaVersion } from './schema/questions-file.ts'
import { questionFileJsonSchema, questionsJsonSchema } from './schema/to-json-schema.ts'

/** How the JSON for other tools is made. */
export interface JsonOptions {
  /** How formulas stand in the HTML. Default `tex`. */
  readonly math?: MathMode | undefined
  /** Absolute address of the folder that will hold `v1/`, with `/` at its end. Default: addresses are relative. */
  readonly base?: string | undefined
}

/**
 * Emits `v1/`: `questions.json`, its schema, one file per question, `quiz.jsonld`, and the pictures that they show.
 * Deterministic; large banks are written in batches.
 */
export const emitJson: Emit<JsonOptions> = async function* (bank, assets, options) {
  const math = options.math ?? 'tex'
  const renderer = math === 'tex' ? undefined : await loadMath()
  const html: HtmlOptions = { math, renderer }
  const head = headOf(bank, math)
  const folder = 'v1'
  const base = options.base === undefined ? undefined : new URL(`${folder}/`, options.base).href

  yield file(`${folder}/questions.schema.json`, jsonChunk(questionsJsonSchema()))
  yield file(`${folder}/question.schema.json`, jsonChunk(questionFileJsonSchema()))
  yield file(
    `${folder}/questions.json`,
    jsonChunks(
      { $schema: 'questions.schema.json', ...head, counts: countQuestions(bank) },
      'questions',
      published(bank, { ...html, image: addressFrom(base ?? '') }, base ?? '', options),
      { retired: bank.retired.map(({ id, title, since }) => ({ id, title, since: toRfc3339(since) })) },
    ),
  )
  yield file(
    `${folder}/quiz.jsonld`,
    jsonChunks(
      quizHead(bank),
      'hasPart',
      mapped(bank.questions, (question) => quizQuestion(question, bank)),
    ),
  )
  const single = { ...html, image: addressFrom(base ?? '../') }
  for (const question of bank.questions) {
    const urlOf = (id: string) => (base === undefined ? `${id}.json` : `${base}questions/${id}.json`)
    const value = {
      $schema: '../question.schema.json',
      ...head,
      question: publishQuestion(question, { collection: bank.collection, html: single, urlOf }),
    }
    yield file(`${folder}/questions/${question.id}.json`, jsonChunk(value))
  }
  for (const url of picturesOf(bank)) yield file(`${folder}/${url}`, bytesOf(assets, url))
}

function headOf(bank: QuestionBank, math: MathMode): object {
  return {
    schemaVersion: publishedSchemaVersion,
    ...aboutCollection(bank),
    mathFormat: math,
    source: bank.source,
  }
}

function* published(bank: QuestionBank, html: HtmlOptions, base: string, { onProgress }: EmitCallbacks) {
  const urlOf = (id: string) => `${base}questions/${id}.json`
  for (const [index, question] of bank.questions.entries()) {
    yield publishQuestion(question, { collection: bank.collection, html, urlOf })
    if (index % 500 === 499) onProgress?.(index + 1, bank.questions.length, 'json')
  }
}

function* mapped<Item, Result>(items: readonly Item[], map: (item: Item) => Result): Generator<Result> {
  for (const item of items) yield map(item)
}

/** Returns what makes the address of a picture, percent-encoded, from where the file that shows it lies. */
function addressFrom(base: string): (url: string) => string {
  return (url) => base + url.split('/').map(encodeURIComponent).join('/')
}

async function* bytesOf(assets: Assets, url: string): AsyncGenerator<Uint8Array> {
  yield await assets.read(url)
}

function file(path: string, chunks: EmittedFile['chunks']): EmittedFile {
  return { path, chunks }
}
