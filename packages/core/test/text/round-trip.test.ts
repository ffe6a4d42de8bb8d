import { type Block, type Inline, readArticle, toMarkdown } from '@cardpress/core'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { expect, test } from 'vitest'

/** Content as this package's own reader sees it: without positions, empty fields and the reader's notes. */
function read(markdown: string): unknown {
  const { tree } = readArticle({ path: 'a.md', source: markdown })
  return tree.children.map(plain)
}

function plain(node: Nodes): unknown {
  const { position: _p, data: _d, ...rest } = node as Nodes & { data?: unknown }
  const fields = Object.entries(rest).filter(([, value]) => value !== null && value !== undefined)
  const children = 'children' in node ? { children: joinText(node.children.map((child) => plain(child as Nodes))) } : {}
  return { ...Object.fromEntries(fields), ...children }
}

function joinText(nodes: readonly unknown[]): unknown[] {
  const joined: unknown[] = []
  for (const node of nodes as { type: string; value?: string }[]) {
    const last = joined.at(-1) as { type: string; value?: string } | undefined
    if (node.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { type: 'text', value: `${last.value}${node.value}` }
    else joined.push(node)
  }
  return joined
}

const word = fc.constantFrom(
  'a',
  'net',
  '卷积',
  '价格$5',
  '2 * 3',
  'snake_case',
  'a<b',
  '`',
  '==',
  '[x]',
  '{{c1::',
  '&amp;',
  '\\',
  '#',
  '1.',
  '-',
  '|',
  '~',
  'www.a.example',
  '：',
)
const text = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map((words): Inline => ({ type: 'text', value: words.join(' ') }))
const leaf = fc.oneof(
  text,
  fc.constantFrom<Inline>(
    { type: 'inlineMath', value: 'x_1^2' },
    { type: 'inlineCode', value: 'a `b` c' },
    { type: 'break' },
  ),
)
const letters = fc.constantFrom('a', '卷积', 'x y')
const wrapped = fc
  .tuple(
    fc.constantFrom<'emphasis' | 'strong' | 'delete' | 'superscript' | 'subscript' | 'highlight'>(
      'emphasis',
      'strong',
      'delete',
      'superscript',
      'subscript',
      'highlight',
    ),
    letters,
  )
  .map(([type, value]): Inline => ({ type, children: [{ type: 'text', value }] }))
const cloze = fc
  .tuple(fc.integer({ min: 1, max: 9 }), letters)
  .map(([index, value]): Inline => ({ type: 'cloze', index, hint: 'h', children: [{ type: 'text', value }] }))

/** Words between marked parts, so that every mark stands free as people write it. */
const inline = fc
  .array(fc.tuple(text, fc.oneof(leaf, wrapped, cloze)), { minLength: 1, maxLength: 3 })
  .map((pairs): Inline[] => [
    { type: 'text', value: 'start ' },
    ...pairs.flatMap(([before, node]): Inline[] => [
      before,
      { type: 'text', value: ' ' },
      node,
      { type: 'text', value: ' end ' },
    ]),
    { type: 'text', value: 'stop' },
  ])

const block = fc.oneof(
  inline.map((children): Block => ({ type: 'paragraph', children })),
  inline.map((children): Block => ({ type: 'blockquote', children: [{ type: 'paragraph', children }] })),
  fc.constantFrom<Block>(
    { type: 'code', lang: 'js', value: 'if (a) {\n  b\n}' },
    { type: 'code', value: '```\nfence\n```' },
    { type: 'math', value: '\\sum_{i}\nx_i' },
    { type: 'thematicBreak' },
  ),
)

test('what toMarkdown writes is read back as the same content', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (blocks) => {
      expect(read(toMarkdown(blocks))).toEqual((blocks as unknown as Nodes[]).map(plain).map(tidy))
    }),
    { numRuns: Number(process.env.CARDPRESS_RUNS ?? 150), seed: 3 },
  )
})

/** A space before a break is not kept: nobody sees it. */
function tidy(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return node
  if (!('children' in node)) return node
  const children = (node.children as { type: string; value?: string }[]).map((child, at, all) => {
    if (child.type !== 'text') return tidy(child)
    let value = child.value ?? ''
    if (all[at + 1]?.type === 'break') value = value.trimEnd()
    if (all[at - 1]?.type === 'break') value = value.trimStart()
    return { ...child, value }
  })
  return { ...node, children }
}
