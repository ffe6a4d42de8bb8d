import type { QuestionDraft } from '../recognise/recognition.ts'
import type { Block } from '../schema/content.ts'
import { toLine, toText } from '../to-text.ts'
import { contentHash } from './content-hash.ts'
import { base32, hashParts } from './hash.ts'
import { normalisePrompt } from './normalise.ts'
import { sketch } from './sketch.ts'

/** What is remembered of a question so that it is known again after an edit. */
export interface Fingerprint {
  /** The start of the prompt as one line of text: for people, and to measure likeness. */
  readonly title: string
  /** Hash of the whole prompt, without regard to width, case, white space and sentence punctuation. */
  readonly prompt: string
  /** Sketch of the options or the answer; empty where there is too little text. See `sketch`. */
  readonly body: string
  /** See `contentHash`; half of it, which is enough to tell two apart. */
  readonly content: string
}

/** Longest title, in UTF-16 units, that a lock keeps. */
const longestTitle = 160

/** Returns the fingerprint of a question whose pictures have their final names, and its whole content hash. */
export function fingerprint(question: QuestionDraft): Fingerprint & { readonly hash: string } {
  const hash = contentHash(question)
  return { ...fingerprintText(promptText(question), bodyText(question), hash), hash }
}

/** Returns a fingerprint of text: see `Fingerprint` for the parameters. */
export function fingerprintText(prompt: string, body: string, hash: string): Fingerprint {
  return {
    title: [...prompt].slice(0, longestTitle).join(''),
    prompt: base32(hashParts('prompt', normalisePrompt(prompt)).slice(0, 20)),
    body: sketch(body),
    content: hash.slice(0, 32),
  }
}

/** Returns a question's prompt as one line of text; a picture stands for itself, so that prompts of pictures only differ. */
export function promptText(question: Pick<QuestionDraft, 'prompt'>): string {
  const pictures = pictureUrls(question.prompt)
  return [toLine(question.prompt), ...pictures].filter(Boolean).join(' ')
}

function bodyText(question: QuestionDraft): string {
  switch (question.kind) {
    case 'open':
      return toText(question.answer)
    case 'single-choice':
    case 'multiple-choice':
      return question.options.map((option) => toText(option.content)).join('\n')
    case 'short-answer':
      return [...question.accepted, toText(question.explanation ?? [])].join('\n')
    case 'true-false':
    case 'cloze':
      return toText(question.explanation ?? [])
  }
}

function pictureUrls(blocks: readonly Block[]): string[] {
  const urls: string[] = []
  const walk = (node: object): void => {
    if ('type' in node && node.type === 'image' && 'url' in node) urls.push(String(node.url))
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(walk)
  }
  blocks.forEach(walk)
  return urls
}
