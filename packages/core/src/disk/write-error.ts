import { say } from '../messages/say.ts'
import { asSentence, joined, type Sentence } from '../messages/sentence.ts'
import { ToldError } from '../messages/told-error.ts'

/** Something outside the article is in the way: a folder, a disk, a permission. Programs exit with status 2. */
export class DiskError extends ToldError {
  override readonly name = 'DiskError'
  /** The file or folder. */
  readonly path: string
  /** What is wrong with it. */
  readonly what: Sentence
  /** What the person can do. */
  readonly hint: Sentence

  constructor(path: string, what: string | Sentence, hint: string | Sentence, options?: ErrorOptions) {
    super(joined(path, { en: ': ', zh: '：' }, what, { en: '; ', zh: '；' }, hint), options)
    this.path = path
    this.what = asSentence(what)
    this.hint = asSentence(hint)
  }
}

/**
 * Puts an error of the file system into words.
 *
 * @param error - what node:fs threw
 * @param path - the file or folder that the person knows (not a temporary one)
 * @returns a {@link DiskError} with the first as its cause, or the error itself when it is not of the file system
 */
export function toDiskError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof DiskError) return error
  const code = (error as NodeJS.ErrnoException).code
  if (code === undefined || !isKnown(code)) return error
  return new DiskError(path, say(code), say(hints[code]), { cause: error })
}

/** What to do, by the code that the operating system gave. */
const hints = {
  EACCES: 'hint.permission',
  EPERM: 'hint.permission',
  EROFS: 'hint.folder',
  ENOSPC: 'hint.space',
  EFBIG: 'hint.fsize',
  EDQUOT: 'hint.space',
  ENOENT: 'hint.path',
  ENOTDIR: 'hint.other-path',
  EEXIST: 'hint.other-path',
  EISDIR: 'hint.file',
  ENAMETOOLONG: 'hint.shorter',
  ELOOP: 'hint.circle',
  EMFILE: 'hint.nofile',
  EBUSY: 'hint.close',
  EIO: 'hint.disk',
} as const

function isKnown(code: string): code is keyof typeof hints {
  return Object.hasOwn(hints, code)
}
