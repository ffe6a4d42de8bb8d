import { createHash } from 'node:crypto'
import type { Assets, ContentNode, Question, QuestionBank } from '@cardpress/core'
import { type Sentence, ToldError } from '@cardpress/core/messages'
import type { VFileMessage } from 'vfile-message'
import { questionMessage } from './message.ts'
import { say } from './texts.ts'

/** A picture of a package. */
export interface MediaFile {
  /** The name in Anki's media folder: flat, with a hash of the content, so that a changed picture is a new file. */
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly mime: string
  /** Whether deflate can make it smaller. */
  readonly compressible: boolean
  read(): Promise<Uint8Array>
}

/** The pictures of one bank: by their url in the bank. */
export type MediaNames = ReadonlyMap<string, MediaFile>

/**
 * Returns the pictures that a bank's questions show. Each is read once for its hash and let go; it is read again when it
 * is packed, so that big pictures are never all in memory.
 *
 * @param report told of pictures that are not there, are too large or that Anki does not show: all of them errors.
 */
export async function collectMedia(
  bank: QuestionBank,
  assets: Assets,
  report: (message: VFileMessage) => void,
): Promise<MediaNames> {
  const media = new Map<string, MediaFile>()
  const seen = new Set<string>()
  for (const question of bank.questions) {
    for (const url of imagesOf(question)) {
      if (seen.has(url)) continue
      seen.add(url)
      const file = await readPicture(bank, question, url, assets, report)
      if (file !== undefined) media.set(url, file)
    }
  }
  return media
}

function detailOf(error: unknown): string | Sentence {
  return error instanceof ToldError ? error.sentence : (error as Error).message
}

/** 100 MB: AnkiWeb does not synchronise a larger file. */
const largest = 100 * 1024 * 1024

async function readPicture(
  bank: QuestionBank,
  question: Question,
  url: string,
  assets: Assets,
  report: (message: VFileMessage) => void,
): Promise<MediaFile | undefined> {
  const fail = (ruleId: 'anki-image-missing' | 'anki-image-large' | 'anki-image-type', reason: Sentence): undefined => {
    report(questionMessage(bank, question, ruleId, reason, { fatal: true }))
  }
  let bytes: Uint8Array
  try {
    bytes = await assets.read(url)
  } catch (error) {
    return fail('anki-image-missing', say('anki-image-missing', { url, detail: detailOf(error) }))
  }
  if (bytes.byteLength > largest)
    return fail('anki-image-large', say('anki-image-large', { url, size: Math.ceil(bytes.byteLength / 1024 / 1024) }))
  const type = imageType(bytes)
  if (type === undefined) return fail('anki-image-type', say('anki-image-type', { url }))
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  return {
    name: `cardpress-${hash}.${type}`,
    size: bytes.byteLength,
    mime: mimeTypes[type],
    compressible: type === 'svg' || type === 'bmp',
    read: () => assets.read(url),
  }
}

/** The pictures that Anki's clients show, by their extension. */
const mimeTypes = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp',
  ico: 'image/x-icon',
  svg: 'image/svg+xml',
} as const
type ImageType = keyof typeof mimeTypes

/** Tells a picture by its first bytes: what a file is called proves nothing. */
function imageType(bytes: Uint8Array): ImageType | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024))
  const latin = head.toString('latin1')
  if (latin.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (latin.startsWith('\xff\xd8\xff')) return 'jpg'
  if (/^GIF8[79]a/.test(latin)) return 'gif'
  if (/^RIFF[\s\S]{4}WEBP/.test(latin)) return 'webp'
  if (/^[\s\S]{4}ftypavi[fs]/.test(latin)) return 'avif'
  if (latin.startsWith('BM') && bytes.byteLength > 26) return 'bmp'
  if (latin.startsWith('\0\0\x01\0')) return 'ico'
  const text = head.toString('utf8').replace(/^\ufeff/, '')
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(text)
    ? 'svg'
    : undefined
}

/** Returns the urls of the pictures of a question, in the order in which they stand, with repeats. */
function imagesOf(question: Question): readonly string[] {
  const urls: string[] = []
  const visitAll = (nodes: readonly ContentNode[] | undefined): void => {
    if (nodes !== undefined) for (const node of nodes) visit(node)
  }
  const visit = (node: ContentNode): void => {
    if (node.type === 'image') urls.push(node.url)
    else if ('children' in node) visitAll(node.children)
  }
  visitAll(question.group?.stem)
  visitAll(question.prompt)
  visitAll(question.hint)
  if ('options' in question)
    for (const { content, feedback } of question.options) {
      visitAll(content)
      visitAll(feedback)
    }
  visitAll(question.kind === 'open' ? question.answer : question.explanation)
  visitAll(question.references)
  return urls
}
