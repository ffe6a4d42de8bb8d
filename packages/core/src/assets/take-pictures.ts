import { createHash } from 'node:crypto'
import type { EmittedFile } from '../emit.ts'
import { say } from '../messages/say.ts'
import { asSentence, type Sentence } from '../messages/sentence.ts'
import type { QuestionDraft } from '../recognise/recognition.ts'
import { remoteUrl } from './list-pictures.ts'
import { mapPictures, type Picture, pictureUrls } from './map-pictures.ts'
import { type PictureType, sniffPicture } from './sniff-picture.ts'

/** Why a picture of an article cannot be had; `reason` is the end of a sentence that starts with its address. */
export class PictureError extends Error {
  override readonly name = 'PictureError'
  readonly ruleId: 'missing-image' | 'outside-image' | 'bad-image' | 'remote-image'
  readonly reason: Sentence

  constructor(ruleId: PictureError['ruleId'], reason: string | Sentence) {
    const told = asSentence(reason)
    super(told.en)
    this.ruleId = ruleId
    this.reason = told
  }
}

/**
 * Returns the bytes of a picture beside the article, by the address that the article gives. Rejects with a `PictureError`
 * when it is not there, lies outside, is too large, or is on another machine and has not been brought in (`remote-image`).
 */
export type ReadPicture = (url: string) => Promise<Uint8Array>

/** A picture of a question that could not be taken in. */
export interface LostPicture {
  /** Index of the question. */
  readonly question: number
  readonly url: string
  readonly ruleId: PictureError['ruleId']
  /** The end of a sentence that starts with its address. */
  readonly reason: Sentence
}

/** Questions whose pictures are files of the bank. */
export interface TakenPictures {
  readonly questions: readonly QuestionDraft[]
  /** The files, `assets/<hash>.<extension>`, each once, in the order of their names. */
  readonly files: readonly (EmittedFile & { readonly chunks: readonly Uint8Array[] })[]
  readonly lost: readonly LostPicture[]
}

/**
 * Takes the pictures of an article in: each is named by its content, so that one picture is one file and a changed
 * picture is another. In the place of one that is not to be had stands a link (remote pictures are not fetched here) or
 * its alternative text in brackets, and its question gets the flag `missing-figure`.
 *
 * @param questions the article's questions, with the addresses that it gives.
 * @param read reads a picture.
 */
export async function takePictures(questions: readonly QuestionDraft[], read: ReadPicture): Promise<TakenPictures> {
  const found = new Map<string, Found | Lost>()
  const files = new Map<string, Uint8Array>()
  const lost: LostPicture[] = []
  const done: QuestionDraft[] = []
  for (const [index, question] of questions.entries()) {
    const urls = pictureUrls(question)
    for (const url of urls) {
      const result = found.get(url) ?? (await take(url, read))
      found.set(url, result)
      if ('bytes' in result) files.set(result.path, result.bytes)
      else lost.push({ question: index, url, ...result })
    }
    if (urls.length === 0) {
      done.push(question)
      continue
    }
    const mapped = mapPictures(question, (picture, inLink) => {
      const result = found.get(picture.url)
      return result !== undefined && 'bytes' in result ? { ...picture, url: result.path } : substitute(picture, inLink)
    })
    const missing = urls.some((url) => 'ruleId' in (found.get(url) ?? {}))
    done.push(missing ? { ...mapped, flags: [...new Set([...mapped.flags, 'missing-figure'])] } : mapped)
  }
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  return { questions: done, files: sorted.map(([path, bytes]) => ({ path, chunks: [bytes] })), lost }
}

interface Found {
  readonly path: string
  readonly bytes: Uint8Array
}

type Lost = Omit<LostPicture, 'question' | 'url'>

async function take(url: string, read: ReadPicture): Promise<Found | Lost> {
  try {
    const bytes = url.startsWith('data:') ? inlineBytes(url) : await read(url)
    const type = sniffPicture(bytes)
    if ('refused' in type) return { ruleId: 'bad-image', reason: type.refused }
    return { path: `assets/${pictureName(bytes, type)}`, bytes }
  } catch (error) {
    if (error instanceof PictureError) return { ruleId: error.ruleId, reason: error.reason }
    throw error
  }
}

/** The name of a picture's file: its content, and its true type. */
export function pictureName(bytes: Uint8Array, type: PictureType): string {
  return `${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${type.extension}`
}

function inlineBytes(url: string): Uint8Array {
  const comma = url.indexOf(',')
  const head = url.slice(0, comma)
  const data = url.slice(comma + 1)
  try {
    return head.endsWith(';base64') ? Buffer.from(data, 'base64') : Buffer.from(decodeURIComponent(data))
  } catch {
    throw new PictureError('bad-image', say('picture.data'))
  }
}

/** What stands where a picture would: a link, or words in brackets, which nobody takes for a part of the sentence. */
function substitute(picture: Picture, inLink: boolean): ReturnType<Parameters<typeof mapPictures>[1]> {
  const words = picture.alt?.trim() || nameOf(picture.url)
  const url = remoteUrl(picture.url)
  const text = { type: 'text' as const, value: url === undefined ? `[${words}]` : words }
  if (inLink || url === undefined) return text
  return { type: 'link', url, children: [text] }
}

function nameOf(url: string): string {
  if (url.startsWith('data:')) return '…'
  const name = url.split(/[?#]/)[0]?.split(/[/\\]/).filter(Boolean).at(-1) ?? ''
  return name === '' ? url : name
}
