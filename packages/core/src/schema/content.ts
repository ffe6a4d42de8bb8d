import { z } from 'zod'

/** A location that a reader may follow: http, https, mailto, or a fragment of the same document. */
const linkUrl = z.string().regex(/^(?:https?:\/\/|mailto:|#)/i, 'a link is http, https, mailto or a #fragment')

/** A file of the collection, relative to the bank: `assets/<name>`; never absolute, never above the collection, never remote. */
const imageUrl = z
  .string()
  .regex(/^assets\/[^/\\:?#%*"<>|]+$/, 'an image is a file of the collection: assets/<name>, without further folders')

const text = z.strictObject({ type: z.literal('text'), value: z.string() })
const inlineCode = z.strictObject({ type: z.literal('inlineCode'), value: z.string() })
const inlineMath = z.strictObject({ type: z.literal('inlineMath'), value: z.string() })
const lineBreak = z.strictObject({ type: z.literal('break') })
const image = z.strictObject({
  type: z.literal('image'),
  url: imageUrl,
  alt: z.string().optional(),
  title: z.string().optional(),
})

const emphasis = z.strictObject({
  type: z.literal('emphasis'),
  get children(): z.ZodArray<typeof inlineSchema> {
    return z.array(inlineSchema)
  },
})
const strong = z.strictObject({
  type: z.literal('strong'),
  get children(): z.ZodArray<typeof inlineSchema> {
    return z.array(inlineSchema)
  },
})
const deleted = z.strictObject({
  type: z.literal('delete'),
  get children(): z.ZodArray<typeof inlineSchema> {
    return z.array(inlineSchema)
  },
})
const superscript = z.strictObject({
  type: z.literal('superscript'),
  get children(): z.ZodArray<typeof inlineSchema> {
    return z.array(inlineSchema)
  },
})
const subscript = z.strictObject({
  type: z.literal('subscript'),
  get children(): z.ZodArray<typeof inlineSchema> {
    return z.array(inlineSchema)
  },
})
const highlight = z.strictObject({
  type: z.literal('highlight'),
  get children(): z.ZodArray<typeof inlineSchema> {
    return z.array(inlineSchema)
  },
})
const link = z.strictObject({
  type: z.literal('link'),
  url: linkUrl,
  title: z.string().optional(),
  get children(): z.ZodArray<typeof inlineSchema> {
    return z.array(inlineSchema)
  },
})
const cloze = z.strictObject({
  type: z.literal('cloze'),
  index: z.int().min(1).max(499),
  hint: z.string().optional(),
  get children(): z.ZodArray<typeof inlineSchema> {
    return z.array(inlineSchema)
  },
})

/** Phrasing content of a bank: the mdast inline nodes that an output must know, and nothing else. */
export const inlineSchema = z.discriminatedUnion('type', [
  text,
  emphasis,
  strong,
  deleted,
  superscript,
  subscript,
  highlight,
  inlineCode,
  inlineMath,
  lineBreak,
  link,
  image,
  cloze,
])

const paragraph = z.strictObject({ type: z.literal('paragraph'), children: z.array(inlineSchema) })
const heading = z.strictObject({
  type: z.literal('heading'),
  depth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
  children: z.array(inlineSchema),
})
const code = z.strictObject({
  type: z.literal('code'),
  lang: z.string().optional(),
  meta: z.string().optional(),
  value: z.string(),
})
const math = z.strictObject({ type: z.literal('math'), value: z.string() })
const thematicBreak = z.strictObject({ type: z.literal('thematicBreak') })
const tableCell = z.strictObject({ type: z.literal('tableCell'), children: z.array(inlineSchema) })
const tableRow = z.strictObject({ type: z.literal('tableRow'), children: z.array(tableCell) })
const table = z.strictObject({
  type: z.literal('table'),
  align: z.array(z.enum(['left', 'center', 'right']).nullable()),
  children: z.array(tableRow),
})
const listItem = z.strictObject({
  type: z.literal('listItem'),
  spread: z.boolean(),
  checked: z.boolean().optional(),
  get children(): z.ZodArray<typeof blockSchema> {
    return z.array(blockSchema)
  },
})
const list = z.strictObject({
  type: z.literal('list'),
  ordered: z.boolean(),
  start: z.int().min(0).optional(),
  spread: z.boolean(),
  children: z.array(listItem),
})
const blockquote = z.strictObject({
  type: z.literal('blockquote'),
  get children(): z.ZodArray<typeof blockSchema> {
    return z.array(blockSchema)
  },
})

/** Flow content of a bank: the mdast block nodes that an output must know, and nothing else. */
export const blockSchema = z.discriminatedUnion('type', [
  paragraph,
  heading,
  list,
  blockquote,
  code,
  table,
  thematicBreak,
  math,
])

/** Rich text: zero or more blocks. */
export const blocksSchema = z.array(blockSchema)

/** An inline node of a bank. Assignable to mdast's `PhrasingContent`, save `highlight`, `superscript`, `subscript` and `cloze`. */
export type Inline = z.infer<typeof inlineSchema>
/** A block node of a bank. */
export type Block = z.infer<typeof blockSchema>
/** Any node of a bank's content, list items and table parts included. */
export type ContentNode =
  | Inline
  | Block
  | z.infer<typeof listItem>
  | z.infer<typeof tableRow>
  | z.infer<typeof tableCell>
