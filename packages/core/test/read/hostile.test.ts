import { readArticle } from '@cardpress/core'
import { describe, expect, it } from 'vitest'
import { checkTree } from './check-tree.ts'

const read = (path: string, source: string) => {
  try {
    return checkTree(readArticle({ path, source }))
  } catch (error) {
    return (error as { ruleId?: string }).ruleId ?? error
  }
}

const times = (text: string, count: number) => text.repeat(count)

describe('hostile input', () => {
  it.each([
    ['quotations', times('> ', 5000)],
    ['list items', `${times('- ', 500)}${times('\n', 500)}`],
    ['numbered items', `${times('1. ', 500)}x`],
  ])('refuses %s nested beyond a hundred before it parses them', (_, source) => {
    expect(read('a.md', source)).toBe('too-deep')
  })

  it('refuses nested elements of a page, and nesting that only indentation shows', () => {
    expect(read('a.html', `<html><body>${times('<div>', 3000)}x`)).toBe('too-deep')
    const list = Array.from({ length: 120 }, (_, depth) => `${times('  ', depth)}- x`).join('\n')
    expect(read('a.md', list)).toBe('too-deep')
  })

  it('refuses an article of more than 32 MB by name', () => {
    expect(() => readArticle({ path: 'big.txt', bytes: new Uint8Array(32 * 1_048_576 + 1) })).toThrow(/32 MB/)
    expect(read('big.txt', times('x', 32 * 1_048_576 + 1))).toBe('too-large')
  })

  it.each([
    ['brackets', times('[', 3000)],
    ['pictures', times('![', 2000)],
    ['links', times('[a](', 1000)],
    ['backticks', Array.from({ length: 100 }, (_, size) => times('`', size + 1)).join(' x ')],
    ['dollars', times('$a ', 3000)],
    ['double dollars', times('$$a ', 3000)],
    ['open formulas', times('\\(', 3000)],
    ['open display formulas', times('\\[\n', 500)],
    ['open tags', times('<a b="', 2000)],
    ['open comments', times('<!--', 2000)],
    ['known tags without ends', times('<b>', 1000)],
    ['ends without tags', times('</div>\n\n', 500)],
    ['paragraphs that never close', times('<p>x\n\n', 500)],
    ['unclosed details', times('<details>\n\n', 200)],
    ['equals signs', times('==a ', 2000)],
    ['clozes', times('{{c1::a ', 1000)],
    ['cloze ends', times('}}', 3000)],
    ['entities', times('&amp;', 3000)],
    ['references', `${times('[r] ', 1000)}\n\n[r]: /u`],
    ['tables', `|${times('a|', 200)}\n|${times('-|', 200)}\n`],
    ['spaces', `a${times(' ', 50_000)}b`],
    ['blank lines', times('\n', 50_000)],
    ['one line', times('word ', 40_000)],
    ['bidi controls', 'a\u202eb\u2066c\u2069'],
    ['zero widths', times('\u200b', 5000)],
    ['combining marks', `e${times('\u0301', 5000)}`],
    ['fences', times('```\n', 999)],
  ])('reads %s into a good tree', (_, source) => {
    for (const path of ['a.md', 'a.txt']) expect([path, read(path, source)]).toEqual([path, []])
    // In a page, tags without end tags are nested in each other.
    expect([[], 'too-deep']).toContainEqual(read('a.html', source))
  })

  it('replaces NUL and halves of surrogate pairs one for one, and says so', () => {
    const { source, messages } = readArticle({ path: 'a.txt', source: 'a\0b\ud800c' })
    expect(source).toBe('a\ufffdb\ufffdc')
    expect(messages?.map(({ ruleId }) => ruleId)).toEqual(['nul-character', 'lone-surrogate'])
  })

  it('makes no more cells than a page can mean', () => {
    const source =
      '<table><tr><td colspan="1000000">a</td><td>b</td></tr><tr><td rowspan="99999">c</td><td>d</td></tr></table>'
    expect(read('a.html', source)).toEqual([])
    expect(read('a.md', source)).toEqual([])
  })
})
