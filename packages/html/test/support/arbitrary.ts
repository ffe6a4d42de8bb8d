import type { Block, Inline } from '@cardpress/core'
import fc from 'fast-check'
import { payloads } from './payloads.ts'

/** Arbitrary content of a bank, made of ordinary text and of strings that try to break out. */
export const arbitraryBlock: fc.Arbitrary<Block> = fc.letrec<{ block: Block; inline: Inline }>((tie) => {
  const string = fc.oneof(fc.constantFrom(...payloads), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
  const inlines = fc.array(tie('inline'), { maxLength: 4 })
  const blocks = fc.array(tie('block'), { maxLength: 3 })
  const parent = (type: string) => fc.record({ type: fc.constant(type), children: inlines })
  const optional = { requiredKeys: ['type', 'children'] as never }
  const url = fc.oneof(
    fc.constantFrom('https://example.org/a?b=1&c="2"', 'mailto:a@example.org', '#x', 'HTTPS://EXAMPLE.ORG/<>'),
    string.map((rest) => `https://example.org/${rest}`),
  )
  const cell = fc.record({ type: fc.constant('tableCell'), children: inlines })
  const row = fc.record({ type: fc.constant('tableRow'), children: fc.array(cell, { maxLength: 3 }) })
  const item = fc.record(
    { type: fc.constant('listItem'), spread: fc.boolean(), checked: fc.boolean(), children: blocks },
    { requiredKeys: ['type', 'spread', 'children'] },
  )
  return {
    inline: fc.oneof(
      { depthSize: 'small' },
      fc.record({ type: fc.constant('text'), value: string }),
      fc.record({ type: fc.constant('inlineCode'), value: string }),
      fc.record({
        type: fc.constant('inlineMath'),
        value: fc.oneof(string, fc.constantFrom('x^2', '\\frac{a}{b}', '\\text{中 <b>}')),
      }),
      fc.record({ type: fc.constant('break') }),
      fc.record(
        {
          type: fc.constant('image'),
          url: fc.constantFrom('assets/a.png', 'assets/图 1.svg'),
          alt: string,
          title: string,
        },
        { requiredKeys: ['type', 'url'] },
      ),
      ...['emphasis', 'strong', 'delete', 'superscript', 'subscript', 'highlight'].map(parent),
      fc.record({ type: fc.constant('link'), url, title: string, children: inlines }, optional),
      fc.record(
        { type: fc.constant('cloze'), index: fc.integer({ min: 1, max: 9 }), hint: string, children: inlines },
        { requiredKeys: ['type', 'index', 'children'] },
      ),
    ) as fc.Arbitrary<Inline>,
    block: fc.oneof(
      { depthSize: 'small' },
      parent('paragraph'),
      fc.record({ type: fc.constant('heading'), depth: fc.integer({ min: 1, max: 6 }), children: inlines }),
      fc.record(
        { type: fc.constant('code'), lang: fc.oneof(string, fc.constantFrom('python', 'js', 'html')), value: string },
        { requiredKeys: ['type', 'value'] },
      ),
      fc.record({ type: fc.constant('math'), value: string }),
      fc.record({ type: fc.constant('thematicBreak') }),
      fc.record({
        type: fc.constant('table'),
        align: fc.array(fc.constantFrom('left', 'center', 'right', null), { maxLength: 3 }),
        children: fc.array(row, { maxLength: 3 }),
      }),
      fc.record({
        type: fc.constant('list'),
        ordered: fc.boolean(),
        start: fc.nat(9),
        spread: fc.boolean(),
        children: fc.array(item, { maxLength: 3 }),
      }),
      fc.record({ type: fc.constant('blockquote'), children: blocks }),
    ) as fc.Arbitrary<Block>,
  }
}).block
