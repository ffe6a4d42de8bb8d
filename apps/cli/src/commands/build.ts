import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { RenamedDeck } from '@cardpress/anki'
import { type EmittedFile, noteFamily, type Question, type QuestionBank, toCondition } from '@cardpress/core'
import { portableName, readBankFile, toSlashes, type WrittenFile, writeFiles } from '@cardpress/core/disk'
import { asSentence, ToldError, toMessage } from '@cardpress/core/messages'
import type { VFileMessage } from 'vfile-message'
import { chooseQuestions } from '../choose-questions.ts'
import { EmitterRefusal, emitFiles } from '../emit-files.ts'
import { type Emitter, emitters, formats, type OutputOptions } from '../emitters.ts'
import type { Environment } from '../environment.ts'
import { explain } from '../explain.ts'
import { findInputs, type Input } from '../inputs.ts'
import { loadEmitter } from '../load-emitter.ts'
import type { Press } from '../press/open-press.ts'
import { type ArticleOptions, bankFiles, type ReadInput, readInput, toBankText } from '../read-input.ts'
import { toReceipt, type WrittenLine } from '../receipt.ts'
import { toReport } from '../report.ts'
import { findPlaces } from '../review/find-places.ts'
import { createStopwatch } from '../stopwatch.ts'
import { UsageError } from '../usage-error.ts'

/** The options of `cardpress build`. */
export interface BuildOptions extends ArticleOptions {
  readonly out?: string
  readonly only?: string
  /** Conditions that a question must meet to be in the outputs; see `toCondition`. The bank holds all. */
  readonly where?: string
  /** What `watch` has built: by article, the bank. An article whose bank is the same is not built again. */
  readonly built?: Map<string, string>
  /** The second thread of `watch`. */
  readonly press?: Press | undefined
  /** How papers are printed: settings as `readPdfSettings` takes them. */
  readonly pdf?: readonly string[]
}

/**
 * Reads articles and writes their decks, PDFs and JSON, each article's files as one set: all of them or none.
 *
 * @param named - articles, folders or globs
 * @param options - of the command line
 * @param environment - streams, language and colours
 * @returns the exit status: 1 when an article has errors or its reading is unsure, 2 when one could not be read or written
 */
export function build(named: readonly string[], options: BuildOptions, environment: Environment): Promise<number> {
  return buildWith(chooseFormats(options.only, environment), named, options, environment)
}

/** Does what `build` does, with emitters that were chosen already. */
export async function buildWith(
  wanted: ReadonlyMap<string, Emitter>,
  named: readonly string[],
  options: BuildOptions,
  environment: Environment,
): Promise<number> {
  const inputs = await findInputs(named, environment)
  const meets = readCondition(options.where, environment)
  let status = 0
  for (const [at, input] of inputs.entries()) {
    if (inputs.length > 1) environment.note(`${at > 0 ? '\n' : ''}${environment.style.strong(input.shown)}`)
    try {
      const out = outputFolder(input, inputs.length > 1, options, environment)
      status = Math.max(status, await buildOne(input, wanted, meets, out, options, environment))
    } catch (error) {
      // One broken article does not stop the others.
      status = Math.max(status, explain(error, environment))
    }
  }
  return status
}

async function buildOne(
  input: Input,
  wanted: ReadonlyMap<string, Emitter>,
  meets: (question: Question) => boolean,
  out: string,
  options: BuildOptions,
  environment: Environment,
): Promise<number> {
  const { say } = environment
  const watch = createStopwatch()
  const outputs = await readOutputs(wanted, options, environment)
  const read = await readInput(input, options, environment, watch)
  const { bank, source } = read
  const isSame = bank !== undefined && options.built?.get(input.shown) === toBankText(bank)
  if (isSame && !read.isUnsure && existsSync(join(out, 'bank.json'))) {
    environment.note(say('unchanged', { path: input.shown }))
    return 0
  }
  options.built?.delete(input.shown)
  const messages: VFileMessage[] = [...read.messages]
  const unsure = read.isUnsure
  let refused = bank === undefined || messages.some(isFatal)
  let written: readonly WrittenLine[] = []
  const pages = new Map<string, number>()
  const previous = wanted.has('anki') ? await readPrevious(join(out, 'bank.json')) : undefined
  if (bank !== undefined && !refused) {
    // An uncertain reading must not enter the lock: it would retire questions that are only misread.
    if (!unsure) await read.saveLock()
    const files = emitFiles({
      bank: { ...bank, questions: chooseQuestions(bank, meets) },
      assets: read.assets,
      pictureUrls: read.pictures.map(({ path }) => path),
      emitters: unsure ? new Map() : wanted,
      name: portableName(input.name),
      outputs,
      press: options.press,
      environment,
      watch,
      onMessage: (message) => void messages.push(message),
      onPages: (path, count) => void pages.set(path, count),
    })
    try {
      written = summarise(await writeFiles(out, chain(bankFiles(read), files)), out, read, pages, environment)
    } catch (error) {
      if (!(error instanceof EmitterRefusal)) throw error
      refused = true
    }
  }
  if (bank !== undefined && !refused) options.built?.set(input.shown, toBankText(bank))
  // Errors are said even with --quiet.
  const errors = toReport({ ...read, shown: input.shown, messages: messages.filter(isFatal) }, environment)
  for (const line of errors) environment.stderr.write(`${line}\n`)
  const withheld = refused
    ? say('errorsWithhold')
    : unsure
      ? say('unsureReading', { formats: [...wanted.keys()].join(', ') })
      : undefined
  const search =
    bank === undefined || !written.some(({ path }) => path.endsWith('.apkg'))
      ? undefined
      : await orphanSearch(bank, read)
  if (search !== undefined)
    messages.push(toMessage(asSentence(say('orphanSearch', { search })), { ruleId: 'orphan-notes', fatal: 'info' }))
  if (bank !== undefined && written.some(({ path }) => path.endsWith('.apkg')))
    for (const names of await renamedSince(previous, bank))
      messages.push(toMessage(asSentence(say('renamedDeck', { ...names })), { ruleId: 'renamed-deck', fatal: 'info' }))
  const notes = messages.filter((message) => !isFatal(message))
  const timing = environment.verbose ? watch.stages() : []
  // Where nothing was found there is nothing to account for: the error says it all.
  const receipt =
    bank === undefined || bank.questions.length === 0
      ? []
      : toReceipt(
          {
            bank,
            source: source ?? '',
            shown: input.shown,
            notes,
            guesses: read.guesses,
            written,
            withheld,
            uncertain: input.file === undefined ? 0 : findPlaces(read).length,
            timing,
          },
          environment,
        )
  for (const line of receipt) environment.note(line)
  return refused || unsure ? 1 : 0
}

/** The bank of the build before this one, where it can be read; nothing depends on it but a piece of advice. */
async function readPrevious(file: string): Promise<QuestionBank | undefined> {
  return readBankFile(file).catch(() => undefined)
}

/** The decks that have another name since the last build: a person renames them in Anki before importing. */
async function renamedSince(previous: QuestionBank | undefined, bank: QuestionBank): Promise<readonly RenamedDeck[]> {
  if (previous === undefined || previous.collection !== bank.collection) return []
  const { renamedDecks } = await import('@cardpress/anki')
  return renamedDecks(previous, bank)
}

/** A search for the notes that this build leaves behind in Anki: of questions that are gone or became another kind of note. */
async function orphanSearch({ collection }: QuestionBank, { lockReport }: ReadInput): Promise<string | undefined> {
  if (lockReport === undefined || lockReport.retired.length + lockReport.familyChanged.length === 0) return undefined
  const { retiredSearch } = await import('@cardpress/anki')
  return retiredSearch(
    { collection, retired: lockReport.retired.map(({ id, title }) => ({ id, title, since: 0 })) },
    lockReport.familyChanged.map(({ id, from }) => ({ id, family: noteFamily({ kind: from }) })),
  )
}

/** Reads `--only`. */
function chooseFormats(only: string | undefined, { say }: Environment): ReadonlyMap<string, Emitter> {
  const names = only?.split(',').map((name) => name.trim())
  const unknown = names?.find((name) => !(formats as readonly string[]).includes(name))
  if (unknown !== undefined) throw new UsageError(say('unknownFormat', { given: unknown, formats: formats.join(', ') }))
  const chosen = formats.filter((format) => names?.includes(format) ?? emitters[format].isDefault)
  return new Map(chosen.map((format) => [format, emitters[format]]))
}

/** Reads `--pdf`; where no papers are wanted, nobody minds. */
async function readOutputs(
  wanted: ReadonlyMap<string, Emitter>,
  { pdf }: BuildOptions,
  { say }: Environment,
): Promise<OutputOptions> {
  if (pdf === undefined || !wanted.has('pdf')) return {}
  await loadEmitter(emitters.pdf, 'pdf', { name: '', outputs: {} }, say)
  const { readPdfSettings } = await import('@cardpress/pdf')
  return { pdf: readPdfSettings(pdf) }
}

/** Reads `--where`; throws {@link UsageError} where it is no condition. */
export function readCondition(where: string | undefined, { language }: Environment): (question: Question) => boolean {
  if (where === undefined) return () => true
  try {
    return toCondition(where)
  } catch (error) {
    throw error instanceof ToldError ? new UsageError(`--where: ${error.sentence[language]}`) : error
  }
}

/** A collection's own dist, else `dist` here; with several articles a folder for each. */
function outputFolder(input: Input, several: boolean, { out }: BuildOptions, { cwd }: Environment): string {
  if (out === undefined && input.collection !== undefined) return join(input.collection, 'dist')
  const folder = resolve(cwd, out ?? 'dist')
  return several ? join(folder, portableName(input.name)) : folder
}

async function* chain(...parts: readonly (Iterable<EmittedFile> | AsyncIterable<EmittedFile>)[]) {
  for (const part of parts) yield* part
}

/** One line for each file at the top and each folder, the bank left out: it is there for other programs. */
function summarise(
  files: readonly WrittenFile[],
  out: string,
  read: ReadInput,
  pages: ReadonlyMap<string, number>,
  { say, cwd }: Environment,
): readonly WrittenLine[] {
  const lines = new Map<string, string>()
  const shown = toSlashes(relative(cwd, out)) || '.'
  for (const { path } of files) {
    const [top = path, inner] = path.split('/')
    if (inner !== undefined) lines.set(`${shown}/${top}/`, '')
    else if (path !== 'bank.json') lines.set(`${shown}/${path}`, noteOf(path))
  }
  lines.delete(`${shown}/assets/`)
  return [...lines].map(([path, note]) => ({ path, note }))

  function noteOf(path: string): string {
    const count = pages.get(path)
    if (count !== undefined) return say('pages', { count })
    return path.endsWith('.apkg') && read.delta !== undefined ? say('delta', read.delta) : ''
  }
}

function isFatal(message: VFileMessage): boolean {
  return message.fatal === true
}
