import { readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve, sep } from 'node:path'
import { remoteUrl } from '../assets/list-pictures.ts'
import { largestPicture, tooLarge } from '../assets/sniff-picture.ts'
import { PictureError, type ReadPicture } from '../assets/take-pictures.ts'
import { say } from '../messages/say.ts'
import { type FetchedPictures, fetchedPath, readFetchedPictures } from './fetched-pictures.ts'

/**
 * Returns a reader of the pictures of an article. A picture must lie, links resolved, in the folder of the article or
 * below it. Where a saved web page has been renamed, its pictures are also looked for in the folder that the browser made
 * beside it (`<page>_files`). A remote picture is there once `cardpress assets --fetch` has brought it in.
 *
 * @param article path of the article.
 */
export function pictureReader(article: string): ReadPicture {
  const root = dirname(resolve(article))
  const stem = basename(article, extname(article))
  let fetched: Promise<FetchedPictures> | undefined
  return async (url) => {
    const remote = remoteUrl(url)
    if (remote !== undefined) {
      fetched ??= readFetchedPictures(article)
      const name = (await fetched).get(remote)
      if (name === undefined) throw new PictureError('remote-image', say('picture.remote'))
      const file = await find(fetchedPath(name), root)
      if (file !== undefined) return read(file)
      throw new PictureError('missing-image', say('picture.gone', { path: fetchedPath(name) }))
    }
    const path = localPath(url)
    if (path === undefined) throw new PictureError('outside-image', say('picture.no-file'))
    const name = basename(path)
    // The name as it stands comes first: a file may be called "50%.png" or "#1.png".
    const places = [url, path, join(`${stem}_files`, name), join(`${stem}.files`, name)]
    for (const place of places) {
      const file = await find(place, root)
      if (file !== undefined) return read(file)
    }
    throw new PictureError('missing-image', say('picture.missing'))
  }
}

/** The file at a place below the article's folder, links resolved; undefined where there is none. */
async function find(place: string, root: string): Promise<string | undefined> {
  const real = await realpath(resolve(root, place)).catch((error: unknown) => explain(error))
  if (real !== undefined && !(await isInside(real, root)))
    throw new PictureError('outside-image', say('picture.outside'))
  return real
}

/** The relative path that an address means, or undefined where it means something else. */
function localPath(url: string): string | undefined {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(url) || url.includes('\0')) return undefined
  const [withoutQuery = ''] = url.split(/[?#]/)
  const path = decode(withoutQuery).replaceAll('\\', '/')
  // A page's own root is taken for the folder of the article.
  return path === '' || path.includes('\0') ? undefined : path.replace(/^\/+/, '')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Nothing where the file is not there; a reason where it cannot be reached. */
function explain(error: unknown): undefined {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL'].includes(code)) return undefined
  if (code === 'ELOOP') throw new PictureError('bad-image', say('picture.circle'))
  if (code === 'EACCES' || code === 'EPERM') throw new PictureError('bad-image', say('picture.denied'))
  throw error
}

/** With the separator at the end: `/a/notes-private` is not inside `/a/notes`. */
async function isInside(real: string, root: string): Promise<boolean> {
  const home = await realpath(root)
  return real.startsWith(home.endsWith(sep) ? home : home + sep)
}

async function read(file: string): Promise<Uint8Array> {
  const found = await stat(file)
  if (!found.isFile()) throw new PictureError('bad-image', say('picture.folder'))
  if (found.size > largestPicture) throw new PictureError('bad-image', tooLarge(found.size))
  return readFile(file).catch((error: unknown) => {
    explain(error)
    throw error
  })
}
