import { type Block, toLine, toText } from '@cardpress/core'
import { expect, test } from 'vitest'

const words = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] })

test('blocks stand apart by a blank line and an empty list is empty text', () => {
  expect(toText([words('one'), words('two')])).toBe('one\n\ntwo')
  expect(toText([])).toBe('')
})

test('math is its TeX, an image its alternative text, a cloze what it hides, a link its text', () => {
  expect(
    toText([
      {
        type: 'paragraph',
        children: [
          { type: 'inlineMath', value: 'x^2' },
          { type: 'image', url: 'assets/a.png', alt: ' a cat ' },
          {
            type: 'cloze',
            index: 1,
            hint: 'h',
            children: [{ type: 'strong', children: [{ type: 'text', value: 'c' }] }],
          },
          { type: 'link', url: 'https://a.example/', children: [] },
          { type: 'break' },
          { type: 'text', value: 'end' },
        ],
      },
      { type: 'math', value: '\\sum_i' },
    ]),
  ).toBe('x^2 a cat chttps://a.example/\nend\n\n\\sum_i')
})

test('list items keep their marker, number and box, and what lies in them is indented', () => {
  const list: Block = {
    type: 'list',
    ordered: true,
    start: 9,
    spread: false,
    children: [
      { type: 'listItem', spread: false, children: [words('nine'), words('more')] },
      { type: 'listItem', spread: false, checked: true, children: [words('ten')] },
    ],
  }
  expect(toText([list])).toBe('9. nine\n   more\n10. [x] ten')
})

test('a table has one row a line', () => {
  const cell = (value: string) => ({ type: 'tableCell' as const, children: [{ type: 'text' as const, value }] })
  const table: Block = {
    type: 'table',
    align: [null, null],
    children: [
      { type: 'tableRow', children: [cell('a'), cell('b')] },
      { type: 'tableRow', children: [cell('1'), cell('2')] },
    ],
  }
  expect(toText([table])).toBe('a | b\n1 | 2')
})

test('a block quote is marked on every line', () => {
  expect(toText([{ type: 'blockquote', children: [words('a'), words('b')] }])).toBe('> a\n>\n> b')
})

test('one line of text has no line feed and no doubled space', () => {
  expect(toLine([words(' a \u3000 b\n'), words('c')])).toBe('a b c')
})
