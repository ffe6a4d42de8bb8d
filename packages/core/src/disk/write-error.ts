/** Something outside the article is in the way: a folder, a disk, a permission. Programs exit with status 2. */
export class DiskError extends Error {
  override readonly name = 'DiskError'
  /** The file or folder. */
  readonly path: string
  /** What is wrong with it. */
  readonly what: string
  /** What the person can do. */
  readonly hint: string

  constructor(path: string, what: string, hint: string, options?: ErrorOptions) {
    super(`${path}: ${what}; ${hint}`, options)
    this.path = path
    this.what = what
    this.hint = hint
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
  const explanation = code === undefined ? undefined : explanations[code]
  if (explanation === undefined) return error
  return new DiskError(path, explanation[0], explanation[1], { cause: error })
}

/** What happened and what to do, by the code that the operating system gave. */
const explanations: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  EACCES: ['permission denied', 'choose another folder or change its permissions'],
  EPERM: ['the operation is not permitted', 'choose another folder or change its permissions'],
  EROFS: ['the file system is read-only', 'choose another folder'],
  ENOSPC: ['the disk is full', 'free some space and run the same command again'],
  EFBIG: ['the file grows larger than allowed', 'raise the limit (ulimit -f) or choose another disk'],
  EDQUOT: ['the disk quota is used up', 'free some space and run the same command again'],
  ENOENT: ['no such file or folder', 'check the path'],
  ENOTDIR: ['a part of the path is a file, not a folder', 'choose another path'],
  EEXIST: ['a file is in the place of a folder', 'choose another path'],
  EISDIR: ['it is a folder, not a file', 'name a file in it'],
  ENAMETOOLONG: ['the name is too long', 'choose a shorter one'],
  ELOOP: ['symbolic links go round in a circle', 'remove the circle'],
  EMFILE: ['too many files are open', 'raise the limit (ulimit -n) and run the same command again'],
  EBUSY: ['another program holds it open', 'close that program and run the same command again'],
  EIO: ['the disk reports an error', 'check the disk'],
}
