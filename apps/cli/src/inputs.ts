import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join, relative, resolve } from 'node:path'
import { articleExtensions, toSlashes } from '@cardpress/core/disk'
import type { Environment } from './environment.ts'
import { UsageError } from './usage-error.ts'

/** One article that a command reads. */
export interface Input {
  /** Its path as messages show it: relative to the current folder, with `/`; `stdin` for standard input. */
  readonly shown: string
  /** Absolute path; undefined for standard input. */
  readonly file: string | undefined
  /** Name of its outputs: that of the file without its extension, or of the collection's folder. */
  readonly name: string
  /** The folder of a collection, or undefined for any other article. */
  readonly collection: string | undefined
}

const extensions = new Set<string>(articleExtensions)

/**
 * Finds the articles that a command line names: files, folders of a collection, folders of articles or of collections,
 * globs, `-` for standard input. Without any, the current folder is taken when it is a collection.
 *
 * @param named - the arguments
 * @param environment - the current folder, and the language of errors
 * @returns articles in the order of the arguments, within a folder by name; each once
 * @throws {UsageError} when a path is not there, or a folder holds no article
 */
export async function findInputs(named: readonly string[], environment: Environment): Promise<readonly Input[]> {
  const { say, cwd } = environment
  if (named.length === 0) {
    const here = await collectionArticle(cwd, environment)
    if (here === undefined) throw new UsageError(say('noInput'))
    return [here]
  }
  const found = new Map<string, Input>()
  for (const argument of named)
    for (const input of await resolveArgument(argument, environment)) found.set(input.file ?? '-', input)
  return [...found.values()]
}

async function resolveArgument(argument: string, environment: Environment): Promise<readonly Input[]> {
  const { say, cwd } = environment
  if (argument === '-') return [{ shown: 'stdin', file: undefined, name: 'stdin', collection: undefined }]
  const path = resolve(cwd, argument)
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile()) return [await fileInput(path, environment)]
  if (found?.isDirectory()) return folderInputs(path, environment)
  if (found !== undefined) throw new UsageError(say('notAFile', { path: argument }))
  if (/[*?[\]{}]/.test(argument)) return globInputs(argument, environment)
  // An argument that is not UTF-8 arrives with replacement characters.
  throw new UsageError(say(argument.includes('\ufffd') ? 'notUtf8Name' : 'noFile', { path: argument }))
}

async function globInputs(pattern: string, environment: Environment): Promise<readonly Input[]> {
  const { glob } = await import('tinyglobby')
  const paths = await glob(pattern, {
    cwd: environment.cwd,
    onlyFiles: false,
    expandDirectories: false,
    absolute: true,
  })
  const inputs: Input[] = []
  for (const path of paths.sort()) {
    const found = await stat(path)
    if (found.isDirectory()) inputs.push(...(await folderInputs(resolve(path), environment)))
    else if (isArticle(basename(path))) inputs.push(await fileInput(resolve(path), environment))
  }
  if (inputs.length === 0) throw new UsageError(environment.say('noMatch', { path: pattern }))
  return inputs
}

/** A collection; else the articles of a folder; else the collections in it. */
async function folderInputs(folder: string, environment: Environment): Promise<readonly Input[]> {
  const collection = await collectionArticle(folder, environment)
  if (collection !== undefined) return [collection]
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))
  const articles = entries.filter((entry) => entry.isFile() && isArticle(entry.name))
  // A README beside other articles tells about them.
  const others = articles.filter((entry) => !/^readme\./i.test(entry.name))
  const files = others.length > 0 ? others : articles
  if (files.length > 0) return Promise.all(files.map((entry) => fileInput(join(folder, entry.name), environment)))
  const inner = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => collectionArticle(join(folder, entry.name), environment)),
  )
  const collections = inner.filter((input) => input !== undefined)
  if (collections.length > 0) return collections
  throw new UsageError(environment.say('noArticle', { path: show(folder, environment) }))
}

/** The article of a folder that is a collection (it holds `article.*`), or undefined. */
async function collectionArticle(folder: string, environment: Environment): Promise<Input | undefined> {
  const names = (await readdir(folder)).filter((name) => isArticle(name) && /^article\./i.test(name)).sort()
  const [name] = names
  if (name === undefined) return undefined
  if (names.length > 1)
    throw new UsageError(environment.say('manyArticles', { path: show(folder, environment), names: names.join(', ') }))
  return {
    shown: show(join(folder, name), environment),
    file: join(folder, name),
    name: basename(folder),
    collection: folder,
  }
}

async function fileInput(file: string, environment: Environment): Promise<Input> {
  const folder = resolve(file, '..')
  if (/^article\./i.test(basename(file))) {
    const collection = await collectionArticle(folder, environment).catch(() => undefined)
    if (collection?.file === file) return collection
  }
  const name = basename(file, extname(file))
  return { shown: show(file, environment), file, name, collection: undefined }
}

function isArticle(name: string): boolean {
  return extensions.has(extname(name).toLowerCase())
}

function show(file: string, { cwd }: Environment): string {
  const path = relative(cwd, file)
  return toSlashes(path === '' ? '.' : path)
}
