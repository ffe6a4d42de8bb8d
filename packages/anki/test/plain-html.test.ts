import type { Block, Inline } from '@cardpress/core'
import { toHtml } from '@cardpress/html'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainHtml } from '../src/fields/plain-html.ts'
import { code, link, math, paragraph, table } from './support/bank.ts'
import { hostileTexts } from './support/hostile.ts'

const text = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.constantFrom(
    'plain',
    '为什么',
    'a < b && c > d',
    '"quoted"',
    'x_{1}^2',
    '\\frac{1}{2}',
    '{{x}}',
    ' ',
    '',
    '&amp;',
    "'",
  ),
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^[\w ^{}=+.,()|-]*$/),
)
const { inline } = fc.letrec<{ inline: Inline }>((tie) => {
  const children = fc.array(tie('inline'), { maxLength: 3 })
  return {
    inline: fc.oneof(
      { maxDepth: 3 },
      text.map((value): Inline => ({ type: 'text', value })),
      text.map((value): Inline => ({ type: 'inlineCode', value })),
      text.map((value): Inline => ({ type: 'inlineMath', value })),
      fc.constant<Inline>({ type: 'break' }),
      children.chain((inner) =>
        fc
          .constantFrom('strong', 'emphasis', 'delete', 'superscript', 'subscript', 'highlight')
          .map((type) => ({ type, children: inner }) as Inline),
      ),
      children.map((inner): Inline => ({ type: 'link', url: 'https://example.org/', children: inner })),
    ),
  }
})
const inlines = fc.array(inline, { maxLength: 4 })
const { block } = fc.letrec<{ block: Block }>((tie) => {
  const children = fc.array(tie('block'), { maxLength: 3 })
  const item = fc.record({ type: fc.constant('listItem' as const), spread: fc.boolean(), children })
  return {
    block: fc.oneof(
      { maxDepth: 3 },
      inlines.map((nodes): Block => ({ type: 'paragraph', children: nodes })),
      fc
        .tuple(inlines, fc.constantFrom(1, 2, 3, 4, 5, 6))
        .map(([nodes, depth]) => ({ type: 'heading', depth, children: nodes }) as Block),
      children.map((nodes): Block => ({ type: 'blockquote', children: nodes })),
      text.map((value): Block => ({ type: 'math', value })),
      fc
        .tuple(text, fc.constantFrom(undefined, 'js'))
        .map(([value, lang]): Block => (lang === undefined ? { type: 'code', value } : { type: 'code', lang, value })),
      fc
        .tuple(fc.array(item, { maxLength: 3 }), fc.boolean(), fc.boolean(), fc.constantFrom(undefined, 0, 1, 7))
        .map(([items, ordered, spread, start]): Block => {
          const list = { type: 'list', ordered, spread, children: items } as const
          return start === undefined ? { ...list, children: [...items] } : { ...list, start, children: [...items] }
        }),
      fc.constant<Block>({ type: 'thematicBreak' }),
    ),
  }
})

describe('plainHtml', () => {
  it('writes what toHtml writes, or nothing', () => {
    let written = 0
    fc.assert(
      fc.property(block, (node) => {
        const html = plainHtml(node)
        if (html === undefined) return
        written++
        expect(html).toBe(toHtml([node], { inert: 'anki' }))
      }),
      { numRuns: 3000, seed: 1 },
    )
    expect(written).toBeGreaterThan(500)
  })

  it('writes ordinary content, and leaves the rest to toHtml', () => {
    expect(plainHtml(paragraph(['a < b & c, ', code('x'), math('x_{1}^2')]))).toBe(
      '<p>a &lt; b &amp; c, <code>x</code><span class="math">\\(x_{1}^2\\)</span></p>',
    )
    expect(plainHtml(paragraph('[sound:x]'))).toBeUndefined()
    expect(plainHtml(paragraph([math('\\frac12')]))).toBeUndefined()
    expect(plainHtml(paragraph([link('https://example.org', 'x')]))).toBeUndefined()
    expect(plainHtml(table(['a']))).toBeUndefined()
  })
})
