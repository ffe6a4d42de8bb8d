import { createHash } from 'node:crypto'
import {
  type Assets,
  type Block,
  type Inline,
  type Question,
  type QuestionBank,
  questionBankSchema,
  questionSchema,
  toLine,
} from '@cardpress/core'

type Text = string | readonly (string | Inline)[]
type Content = string | readonly (string | Block)[]

/** A paragraph of text and inline nodes. */
export function paragraph(text: Text): Block {
  const nodes = typeof text === 'string' ? [text] : text
  return {
    type: 'paragraph',
    children: nodes.map((node) => (typeof node === 'string' ? { type: 'text', value: node } : node)),
  }
}

export const math = (value: string): Inline => ({ type: 'inlineMath', value })
export const display = (value: string): Block => ({ type: 'math', value })
export const code = (value: string): Inline => ({ type: 'inlineCode', value })
export const block = (lang: string, value: string): Block => ({ type: 'code', lang, value })
export const strong = (value: string): Inline => ({ type: 'strong', children: [{ type: 'text', value }] })
export const image = (url: string, alt = ''): Inline => ({ type: 'image', url, alt })
export const link = (url: string, value: string): Inline => ({
  type: 'link',
  url,
  children: [{ type: 'text', value }],
})
export const cloze = (index: number, value: string | Inline, hint?: string): Inline => ({
  type: 'cloze',
  index,
  ...(hint === undefined ? {} : { hint }),
  children: [typeof value === 'string' ? { type: 'text', value } : value],
})
export const list = (...items: Text[]): Block => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: items.map((item) => ({ type: 'listItem', spread: false, children: [paragraph(item)] })),
})
export const table = (...rows: string[][]): Block => ({
  type: 'table',
  align: (rows[0] ?? []).map(() => null),
  children: rows.map((cells) => ({
    type: 'tableRow',
    children: cells.map((value) => ({ type: 'tableCell', children: [{ type: 'text', value }] })),
  })),
})

export function blocks(content: Content): Block[] {
  return (typeof content === 'string' ? [content] : content).map((one) =>
    typeof one === 'string' ? paragraph(one) : one,
  )
}

/** What every question has, where a test does not care. */
interface Base {
  readonly id: string
  readonly prompt: Content
  readonly number?: string
  readonly section?: string[]
  readonly tags?: string[]
  readonly flags?: string[]
  readonly hint?: Content
  readonly references?: Content
  readonly stem?: Content
  readonly modified?: number
  readonly confidence?: 'sure' | 'likely' | 'unsure'
  readonly difficulty?: 'easy' | 'medium' | 'hard'
}

/** 2023-11-14, in seconds. */
export const longAgo = 1_700_000_000

function base(its: Base) {
  const prompt = blocks(its.prompt)
  return {
    id: its.id,
    ...(its.number === undefined ? {} : { number: its.number }),
    title: toLine(prompt).slice(0, 60).toWellFormed() || its.id,
    prompt,
    section: its.section ?? [],
    tags: its.tags ?? [],
    flags: its.flags ?? [],
    ...(its.hint === undefined ? {} : { hint: blocks(its.hint) }),
    ...(its.references === undefined ? {} : { references: blocks(its.references) }),
    ...(its.stem === undefined ? {} : { group: { id: 'group', stem: blocks(its.stem) } }),
    ...(its.difficulty === undefined ? {} : { difficulty: its.difficulty }),
    confidence: its.confidence ?? 'sure',
    line: 1,
    spans: [{ start: 0, end: 1 }],
    markers: [],
    contentHash: createHash('sha256').update(JSON.stringify(its)).digest('hex'),
    modified: its.modified ?? longAgo,
  }
}

export function open(its: Base & { readonly answer: Content }): Question {
  return questionSchema.parse({ ...base(its), kind: 'open', answer: blocks(its.answer) })
}

export function choice(
  its: Base & {
    readonly options: Readonly<Record<string, Content | { content: Content; feedback?: Content; pinned?: boolean }>>
    readonly answer: string
    readonly explanation?: Content
    readonly many?: boolean
  },
): Question {
  const isRich = (value: unknown): value is { content: Content; feedback?: Content; pinned?: boolean } =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  return questionSchema.parse({
    ...base(its),
    kind: (its.many ?? its.answer.length > 1) ? 'multiple-choice' : 'single-choice',
    options: Object.entries(its.options).map(([label, value]) => {
      if (!isRich(value)) return { label, content: blocks(value) }
      const { content, feedback, pinned } = value
      return {
        label,
        content: blocks(content),
        ...(feedback === undefined ? {} : { feedback: blocks(feedback) }),
        ...(pinned === undefined ? {} : { pinned }),
      }
    }),
    answer: [...its.answer],
    ...(its.explanation === undefined ? {} : { explanation: blocks(its.explanation) }),
  })
}

export function trueFalse(its: Base & { readonly answer: boolean | null; readonly explanation?: Content }): Question {
  const explanation = its.explanation === undefined ? {} : { explanation: blocks(its.explanation) }
  return questionSchema.parse({ ...base(its), kind: 'true-false', answer: its.answer, ...explanation })
}

export function shortAnswer(its: Base & { readonly accepted: string[] }): Question {
  return questionSchema.parse({ ...base(its), kind: 'short-answer', accepted: its.accepted })
}

export function clozeQuestion(its: Base & { readonly explanation?: Content }): Question {
  const explanation = its.explanation === undefined ? {} : { explanation: blocks(its.explanation) }
  return questionSchema.parse({ ...base(its), kind: 'cloze', ...explanation })
}

/** A valid bank of some questions. */
export function bank(questions: readonly Question[], more: Partial<QuestionBank> = {}): QuestionBank {
  return questionBankSchema.parse({
    schemaVersion: '1.0',
    collection: 'sample',
    deck: 'Sample deck',
    title: 'Sample deck',
    language: 'en',
    tags: [],
    source: { path: 'sample.md', sha256: '0'.repeat(64), encoding: 'utf-8', format: 'markdown' },
    reading: { confidence: 'sure' },
    questions,
    retired: [],
    leftovers: [],
    ...more,
  })
}

/** Pictures in memory. */
export function memoryAssets(files: Readonly<Record<string, Uint8Array>> = {}): Assets {
  return {
    async read(url) {
      const bytes = files[url]
      if (bytes === undefined) throw new Error(`${url}: no such file`)
      return bytes
    },
  }
}

/** A PNG of one pixel, with a byte that tells pictures apart after its end. */
export function png(tail = 0): Uint8Array {
  const base64 = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  return new Uint8Array([...Buffer.from(base64, 'base64'), tail])
}
