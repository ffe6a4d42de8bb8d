import { createHash } from 'node:crypto'
import type { Emit, EmittedFile, QuestionBank } from '@cardpress/core'
import type { HtmlOptions } from '@cardpress/html'
import { loadMath } from '@cardpress/math'
import { aboutCollection } from './about-collection.ts'
import { countQuestions } from './questions/count-questions.ts'
import { hasMath } from './questions/has-math.ts'
import { toRfc3339 } from './questions/rfc-3339.ts'
import { type Manifest, manifestSchema, manifestSchemaId } from './schema/manifest.ts'
import { publishedSchemaVersion } from './schema/questions-file.ts'
import { named } from './schema/to-json-schema.ts'
import { type Artefact, mediaType } from './site/artefact.ts'
import { encodePath, feedPages } from './site/feed.ts'
import { collectionPage } from './site/page.ts'

/** How the site of a collection is made. */
export interface SiteOptions {
  /** Returns what the other emitters made, with paths relative to the site. */
  readonly artefacts: () => Promise<readonly Artefact[]>
  /** Absolute address of the site, with `/` at its end. Default: addresses are relative. */
  readonly base?: string | undefined
}

/**
 * Emits the site of a collection, which any static host serves as it is: `index.html`, `feed.json` (and `feed-2.json`, …),
 * `index.json` with its schema, and copies of the files that the other emitters made.
 */
export const emitSite: Emit<SiteOptions> = async function* (bank, _assets, options) {
  const artefacts = [...(await options.artefacts())].sort((a, b) => (a.path < b.path ? -1 : 1))
  // Feed readers and browsers show MathML; neither runs MathJax here.
  const html: HtmlOptions = hasMath(bank) ? { math: 'mathml', renderer: await loadMath() } : {}
  const picture = (base: string) => (url: string) => `${base}json/v1/${encodePath(url)}`

  const made: Artefact[] = []
  const add = (path: string, text: string): EmittedFile => {
    const bytes = new TextEncoder().encode(text)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    made.push({ path, bytes: bytes.length, sha256, read: () => [bytes] })
    return { path, chunks: [bytes] }
  }

  const feedHtml = { ...html, image: picture(options.base ?? '') }
  for (const { path, text } of feedPages(bank, { artefacts, base: options.base, html: feedHtml })) yield add(path, text)
  yield add('index.html', collectionPage(bank, artefacts, { ...html, image: picture('') }))
  yield add('index.schema.json', json(named(manifestSchema, manifestSchemaId)))
  for (const { path, read } of artefacts) yield { path, chunks: read() }
  yield {
    path: 'index.json',
    chunks: [new TextEncoder().encode(json(manifestOf(bank, [...artefacts, ...made], options.base)))],
  }
}

function manifestOf(bank: QuestionBank, files: readonly Artefact[], base = ''): Manifest {
  return {
    $schema: 'index.schema.json',
    schemaVersion: publishedSchemaVersion,
    ...aboutCollection(bank),
    modified: toRfc3339(Math.max(0, ...bank.questions.map((question) => question.modified))),
    counts: countQuestions(bank),
    files: [...files].sort((a, b) => (a.path < b.path ? -1 : 1)).map((file) => entryOf(file, base)),
  }
}

function entryOf({ path, bytes, sha256 }: Artefact, base: string): Manifest['files'][number] {
  const ours = path.startsWith('json/v1/') && path.endsWith('.json')
  return {
    path,
    url: base + encodePath(path),
    mediaType: /^feed(?:-\d+)?\.json$/.test(path) ? 'application/feed+json' : mediaType(path),
    bytes,
    sha256,
    ...(ours ? { schemaVersion: publishedSchemaVersion } : {}),
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
