import { basename, extname, join, relative, resolve } from 'node:path'
import { type EmittedFile, parseBank, remoteUrl } from '@cardpress/core'
import {
  fetchedPath,
  portableName,
  readArticleFiles,
  readFetchedPictures,
  toFetchedList,
  toSlashes,
  writeFiles,
} from '@cardpress/core/disk'
import type { Environment } from '../environment.ts'
import { explain } from '../explain.ts'
import { isMonorepo } from '../init/is-monorepo.ts'
import { packageManifest } from '../init/package-manifest.ts'
import { findInputs, type Input } from '../inputs.ts'
import { UsageError } from '../usage-error.ts'

/** The options of `cardpress import`. */
export interface ImportOptions {
  readonly out?: string
}

/**
 * Makes a collection of each article of a folder: the article, its settings, the pictures that it shows, a manifest. What
 * is there already is never touched.
 *
 * @param named - a folder of articles, or articles
 * @param options - of the command line
 * @param environment - streams, language and folder
 * @returns the exit status: 2 when an article could not be taken in; the others are
 */
export async function importArticles(
  named: readonly string[],
  options: ImportOptions,
  environment: Environment,
): Promise<number> {
  const { say, cwd } = environment
  const home = resolve(cwd, options.out ?? 'content')
  const inMonorepo = await isMonorepo(home)
  let status = 0
  for (const input of await findInputs(named, environment)) {
    try {
      const folder = join(home, portableName(input.name))
      await writeFiles(folder, await collectionFiles(input, folder, inMonorepo, environment))
      environment.note(say('made', { path: toSlashes(relative(cwd, folder)) }))
    } catch (error) {
      status = Math.max(status, explain(error, environment))
    }
  }
  return status
}

async function collectionFiles(
  input: Input,
  folder: string,
  inMonorepo: boolean,
  { say }: Environment,
): Promise<readonly EmittedFile[]> {
  if (input.file === undefined) throw new UsageError(say('importNeedsFiles'))
  const already = await readArticleFiles(join(folder, `article${extname(input.file)}`)).catch(() => undefined)
  if (already !== undefined) throw new UsageError(say('notEmpty', { path: folder, name: basename(already.path) }))
  const files = await readArticleFiles(input.file, { path: input.shown })
  const known = await readFetchedPictures(input.file)
  const pictures = new Map<string, Uint8Array>()
  const fetched = new Map<string, string>()
  await parseBank({
    path: files.path,
    bytes: files.bytes,
    settingsFile: files.settingsFile,
    // What the article shows is what comes along.
    readPicture: async (url) => {
      const bytes = await files.readPicture(url)
      const remote = remoteUrl(url) ?? ''
      const name = known.get(remote)
      if (name === undefined) pictures.set(url.split(/[?#]/)[0] ?? url, bytes)
      else {
        pictures.set(fetchedPath(name), bytes)
        fetched.set(remote, name)
      }
      return bytes
    },
  })
  const text = (path: string, content: string): EmittedFile => ({ path, chunks: [Buffer.from(content)] })
  return [
    { path: `article${extname(input.file).toLowerCase()}`, chunks: [files.bytes] },
    text('package.json', packageManifest(input.name, inMonorepo)),
    ...(files.settingsFile === undefined ? [] : [text('article.cardpress.yml', files.settingsFile.text)]),
    ...(fetched.size === 0 ? [] : [text(fetchedPath('fetched.json'), toFetchedList(fetched))]),
    ...[...pictures].map(([url, bytes]) => ({ path: decodeURI(url).replace(/^(?:\.\/)+/, ''), chunks: [bytes] })),
  ]
}
