import { type Block, type Inline, readArticle, toMarkdown } from '@cardpress/core'
import fc from 'fast-check'
import type { Root } from 'mdast'
import { toMarkdown as mdastToMarkdown } from 'mdast-util-to-markdown'
import { toString as mdastToString } from 'mdast-util-to-string'
import { expect, test } from 'vitest'
import { markdownOptions } from '../../src/markdown-options.ts'

const text = (value: string): Inline => ({ type: 'text', value })
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children })

test('math, highlight, super- and subscript and cloze have their marks', () => {
  expect(
    toMarkdown([
      paragraph(
        { type: 'inlineMath', value: 'a_1' },
        { type: 'highlight', children: [text('x')] },
        { type: 'superscript', children: [text('2')] },
        { type: 'subscript', children: [{ type: 'emphasis', children: [text('n')] }] },
        { type: 'cloze', index: 2, hint: 'why', children: [text('so')] },
      ),
      { type: 'math', value: 'e = mc^2' },
    ]),
  ).toBe('$a_1$==x==<sup>2</sup><sub>*n*</sub>{{c2::so::why}}\n\n$$\ne = mc^2\n$$')
})

test('text that looks like a mark is escaped', () => {
  expect(toMarkdown([paragraph(text('a == b, {{c1::x}}, $5, <b>, *s*, snake_case_name'))])).toBe(
    'a \\== b, \\{{c1::x}}, \\$5, \\<b>, \\*s\\*, snake\\_case\\_name',
  )
})

test('text of any characters is read back as it was', () => {
  for (const value of [
    '1. a',
    '- a',
    '# a',
    '> a',
    '+ a',
    '| a | b |',
    '```',
    '[a](b)',
    '![a](b)',
    '&amp;',
    '注意：**重点**',
  ]) {
    const { tree } = readArticle({ path: 'a.md', source: toMarkdown([paragraph(text(value))]) })
    expect(tree.children.map((node) => node.type)).toEqual(['paragraph'])
    expect(mdastToString(tree)).toBe(value)
  }
})

test('tables, tasks and code are GFM', () => {
  expect(
    toMarkdown([
      {
        type: 'table',
        align: ['left', null],
        children: [
          {
            type: 'tableRow',
            children: [
              { type: 'tableCell', children: [text('a|b')] },
              { type: 'tableCell', children: [] },
            ],
          },
        ],
      },
      {
        type: 'list',
        ordered: false,
        spread: false,
        children: [{ type: 'listItem', spread: false, checked: false, children: [paragraph(text('t'))] }],
      },
      { type: 'code', lang: 'js', value: 'a()' },
    ]),
  ).toBe('| a\\|b |   |\n| :--- | - |\n\n- [ ] t\n\n```js\na()\n```')
})

const mark = fc.constantFrom(
  ...['a', ' ', '\n', '\t', '1', '.', ')', '(', '[', ']', '!', '*', '_', '`', '~', '=', '-', '+', '#', '>', '<', '|'],
  ...['&', '{', '$', '\\', ':', '/', '@', 'w', '卷', 'www.a.b', 'http://a', '{{c1::', '=='],
)
const words = fc.array(mark, { maxLength: 8 }).map((marks) => text(marks.join('')))
const inline = fc.oneof(
  words,
  words.map((child): Inline => ({ type: 'strong', children: [child] })),
  words.map((child): Inline => ({ type: 'link', url: 'https://example.org/', children: [child] })),
  fc.constantFrom<Inline>({ type: 'inlineCode', value: 'x' }, { type: 'inlineMath', value: 'x' }, { type: 'break' }),
)
const line = fc.array(inline, { maxLength: 4 }).map((children) => paragraph(...children))
const block = fc.oneof(
  line,
  line.map((child): Block => ({ type: 'blockquote', children: [child] })),
  line.map(
    (child): Block => ({
      type: 'list',
      ordered: false,
      spread: false,
      children: [{ type: 'listItem', spread: false, children: [child] }],
    }),
  ),
  words.map((child): Block => ({ type: 'heading', depth: 2, children: [child] })),
)

test('one serializer for all fields writes what a new one would write for each', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 3 }), (blocks) => {
      const root = { type: 'root', children: blocks } as unknown as Root
      expect(toMarkdown(blocks)).toBe(mdastToMarkdown(root, markdownOptions).trimEnd())
    }),
    { numRuns: 1000, seed: 5 },
  )
})
