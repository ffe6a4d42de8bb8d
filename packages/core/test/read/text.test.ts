import { readArticle } from '@cardpress/core'
import { describe, expect, it } from 'vitest'

const paragraphs = (source: string) => {
  const { tree } = readArticle({ path: 'notes.txt', source })
  return tree.children.map((node) => [
    node.type === 'paragraph' && node.children[0]?.type === 'text' ? node.children[0].value : node.type,
    node.position?.start.line,
    node.position?.start.offset,
    node.position?.end.offset,
  ])
}

describe('plain text', () => {
  it('becomes one paragraph per line that is not blank, with offsets into the source', () => {
    expect(paragraphs('1.first\n\n  second  \r\nthird')).toEqual([
      ['1.first', 1, 0, 7],
      ['  second', 3, 9, 17],
      ['third', 4, 21, 26],
    ])
  })

  it('keeps what would be markup elsewhere', () => {
    const line = '# a *b* _c_ <b>d</b> `e` [f](g) $h$ &amp; \\i'
    expect(paragraphs(line)).toEqual([[line, 1, 0, line.length]])
  })

  it('is what a .txt stays, with a stray heading mark or a few stars in it', () => {
    const source = '1.What is a *?\nA sign.\n# Join our group #\nThanks'
    expect(readArticle({ path: 'a.txt', source }).format).toBe('text')
  })
})
