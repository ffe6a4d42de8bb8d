export { closest } from '../validate/closest.ts'
export type { FetchedPictures } from './fetched-pictures.ts'
export { addFetchedPictures, fetchedPath, readFetchedPictures, toFetchedList } from './fetched-pictures.ts'
export { folderAssets } from './folder-assets.ts'
export { collisionKey, portableName, toSlashes, whyNotPortable } from './platform.ts'
export type { ArticleFiles } from './read-article-files.ts'
export {
  articleExtensions,
  findCollectionArticle,
  lockName,
  readArticleFiles,
  readLockFile,
} from './read-article-files.ts'
export { readBankFile } from './read-bank-file.ts'
export { readClock, sourceDateEpoch } from './read-clock.ts'
export { pictureReader } from './read-picture.ts'
export type { EmitterOption, EmitterProgram, EmitterValues } from './run-emitter.ts'
export { exitOnSignals, runEmitter } from './run-emitter.ts'
export { UsageError } from './usage-error.ts'
export { DiskError, toDiskError } from './write-error.ts'
export type { WrittenFile } from './write-files.ts'
export { writeFileAtomic, writeFiles } from './write-files.ts'
export { discardUnfinished } from './write-temporary.ts'
