import { type ListedPicture, pictureName, remoteUrl, sniffPicture } from '@cardpress/core'
import { addFetchedPictures, fetchedPath, pictureReader, readFetchedPictures } from '@cardpress/core/disk'
import { type FetchedPicture, fetchPicture } from '../assets/fetch-picture.ts'
import type { Environment } from '../environment.ts'
import { findInputs } from '../inputs.ts'
import { type ArticleOptions, readInput } from '../read-input.ts'
import { toReport } from '../report.ts'
import { createStopwatch } from '../stopwatch.ts'
import { printable } from '../terminal/width.ts'
import { UsageError } from '../usage-error.ts'

/** The options of `cardpress assets`. */
export interface AssetsOptions extends ArticleOptions {
  readonly fetch?: true
}

/**
 * `local`: a file beside the article; `fetched`: a remote one that was brought in; `remote`: one that was not;
 * `missing`: neither there nor to be fetched.
 */
type PictureState = 'local' | 'fetched' | 'remote' | 'missing'

/**
 * Lists the pictures of one article on stdout (line, state and address, with tabs between), and brings the remote ones in
 * when asked: into `assets/` beside the article, which stays as it is.
 *
 * @param named - an article or its collection
 * @param options - of the command line
 * @param environment - streams, language and folder
 * @returns the exit status: 1 when a local picture is missing, a remote one cannot be had, or the article has no bank
 * @throws {UsageError} when there is not exactly one article, or it is no file
 */
export async function assets(named: string, options: AssetsOptions, environment: Environment): Promise<number> {
  const { say, stdout, stderr } = environment
  const inputs = await findInputs([named], environment)
  const [input] = inputs
  if (input === undefined || inputs.length !== 1)
    throw new UsageError(say('oneArticle', { command: 'assets', count: inputs.length }))
  if (input.file === undefined) throw new UsageError(say('assetsNeedFile'))
  const read = await readInput(input, { ...options, lock: false }, environment, createStopwatch())
  if (read.bank === undefined) {
    for (const line of toReport({ ...read, shown: input.shown }, environment)) stderr.write(`${line}\n`)
    return 1
  }
  const pictures = read.shownPictures.filter(({ url }) => !url.startsWith('data:'))
  const failed = options.fetch === true ? await bringIn(input.file, pictures, environment) : 0
  const states = await statesOf(input.file, pictures)
  const counts: Record<PictureState, number> = { local: 0, fetched: 0, remote: 0, missing: 0 }
  for (const [index, { url, span }] of pictures.entries()) {
    const state = states[index] ?? 'missing'
    counts[state]++
    stdout.write(`${lineAt(read.source ?? '', span?.start ?? 0)}\t${state}\t${printable(url)}\n`)
  }
  environment.note(say('assetsCounted', { count: pictures.length, ...counts }))
  if (counts.remote > 0 && options.fetch !== true) environment.note(say('assetsNext', { path: input.shown }))
  return failed > 0 || counts.missing > 0 ? 1 : 0
}

/** Fetches, one after the other, what is not there yet; returns how many could not be had. */
async function bringIn(file: string, pictures: readonly ListedPicture[], environment: Environment): Promise<number> {
  const { say, stderr } = environment
  const known = await readFetchedPictures(file)
  const states = await statesOf(file, pictures)
  const wanted = pictures.filter(({ isRemote }, index) => isRemote && states[index] !== 'fetched')
  const urls = new Set(wanted.map(({ url }) => remoteUrl(url) ?? url))
  const taken = new Map<string, { readonly name: string; readonly bytes: Uint8Array }>()
  for (const url of urls) {
    const result = await fetchPicture(url)
    if (result.kind === 'picture') {
      const name = pictureName(result.bytes, result.type)
      taken.set(url, { name, bytes: result.bytes })
      environment.note(say('assetFetched', { url: printable(url), path: fetchedPath(name) }))
    } else stderr.write(`${say('assetFailed', { url: printable(url), reason: reasonFor(result, environment) })}\n`)
  }
  if (taken.size > 0) await addFetchedPictures(file, known, taken)
  return urls.size - taken.size
}

function reasonFor(result: Exclude<FetchedPicture, { kind: 'picture' }>, { say, language }: Environment): string {
  switch (result.kind) {
    case 'status':
      return say('fetch.status', { status: String(result.status) })
    case 'no-picture':
      return say('fetch.no-picture', { reason: result.reason[language] })
    case 'too-large':
      return say('fetch.too-large', { limit: Math.floor(result.limit / 1_048_576) })
    case 'redirects':
      return say('fetch.redirects', { limit: result.limit })
    case 'slow':
      return say('fetch.slow', { seconds: result.seconds })
    case 'address':
      return say('fetch.address', { url: printable(result.url) })
    case 'network':
      return say('fetch.network', { reason: printable(result.reason) })
  }
}

async function statesOf(file: string, pictures: readonly ListedPicture[]): Promise<readonly PictureState[]> {
  const read = pictureReader(file)
  const states: PictureState[] = []
  for (const { url, isRemote } of pictures) {
    const isThere = await read(url).then(
      (bytes) => !('refused' in sniffPicture(bytes)),
      (error: Error) => {
        if (error.name !== 'PictureError') throw error
        return false
      },
    )
    states.push(isThere ? (isRemote ? 'fetched' : 'local') : isRemote ? 'remote' : 'missing')
  }
  return states
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split(/\r\n|\n|\r/).length
}
