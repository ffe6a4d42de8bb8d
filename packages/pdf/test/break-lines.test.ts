import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openFontBook } from '../src/fonts/font-book.ts'
import { breakLines } from '../src/text/break-lines.ts'
import { englishHyphenation } from '../src/text/hyphenate.ts'
import type { TextStyle } from '../src/text/piece.ts'
import { type TextContext, toPieces } from '../src/text/to-pieces.ts'

const book = openFontBook()
const style: TextStyle = { voice: 'regular', size: 8, color: '#000000', element: undefined }
const hyphenate = englishHyphenation()

function context(maxWidth: number): TextContext {
  return {
    book,
    formula: () => undefined,
    picture: () => undefined,
    onMissing: () => {},
    onBadFormula: () => {},
    maxWidth,
  }
}

function linesOf(text: string, width: number): string[] {
  const pieces = toPieces([{ type: 'text', value: text }], style, context(width))
  return breakLines(pieces, { width, justify: true, hang: true, hyphenate }).map((line) =>
    line.pieces.map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'space' ? ' ' : '￼')).join(''),
  )
}

/** Signs that Chinese typography keeps from the start and from the end of a line. */
const badStart = /^[，。、；：？！）》」』】〕〉”’…—·～,.;:!?)\]}%]/u
const badEnd = /[（《「『【〔〈“‘([{]$/u

/** Breaks that break the rules; a sign that the source itself separates by a space is the author's. */
function badBreaks(text: string, width: number): string[] {
  const lines = linesOf(text, width)
  const bad: string[] = []
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    const isSpaced = before !== undefined && text.includes(`${before.slice(-4)} ${line.slice(0, 4)}`)
    const isAscii = /^[\x21-\x7e]/.test(line)
    if (before !== undefined && badStart.test(line) && !isSpaced && !isAscii) bad.push(`start: ${before} | ${line}`)
    if (index < lines.length - 1 && badEnd.test(line) && !/[([{]$/.test(line)) bad.push(`end: ${line}`)
  })
  return bad
}

describe('lines', () => {
  it.each([
    ['他说：“你好，世界！”——然后（微笑着）离开了……', 40],
    ['《红楼梦》、《西游记》、《水浒传》和《三国演义》，合称“四大名著”。', 56],
    ['间隔号·不在行首～波浪号也一样；书名号《〈嵌套〉的书》如此。', 48],
  ])('keep the rules of Chinese line ends at every width: %s', (text, least) => {
    for (let width = least; width < 300; width += 3) expect(badBreaks(text, width)).toEqual([])
  })

  it('let a stop hang over the edge, where that is asked for, and nothing else', () => {
    const text = '池化层缩小特征图，卷积层提取特征，全连接层分类，激活函数引入非线性。'
    const hung = { asked: 0, not: 0 }
    for (let width = 40; width < 200; width += 2) {
      const pieces = toPieces([{ type: 'text', value: text }], style, context(width))
      for (const [kind, hang] of [
        ['asked', true],
        ['not', false],
      ] as const)
        for (const line of breakLines(pieces, { width, justify: true, hang, hyphenate })) {
          if (line.overhang === 0) continue
          hung[kind]++
          const last = line.pieces.at(-1)
          expect(last?.kind === 'text' && /[，。]$/u.test(last.text)).toBe(true)
        }
    }
    expect(hung.asked).toBeGreaterThan(5)
    expect(hung.not).toBe(0)
  })

  it('do not divide C++, C#, x_1, a=b and names', () => {
    const text = '比较 C++ 与 C# 的 x_1、a=b 和 U-Net、useEffect、BERT4Rec。'
    for (let width = 60; width < 200; width += 2) {
      const lines = linesOf(text, width)
      for (const word of ['C++', 'C#', 'x_1', 'a=b', 'useEffect', 'BERT4Rec'])
        expect(lines.some((line) => line.includes(word))).toBe(true)
    }
  })

  it('divide long English words by the dictionary, and short ones never', () => {
    expect(hyphenate('internationalization').length).toBeGreaterThan(2)
    expect(hyphenate('short')).toEqual([])
    expect(hyphenate('useCallback')).toEqual([])
  })

  it('are never wider than their column, squeezed and hung signs aside', () => {
    const text =
      '模型压缩有剪枝（pruning）、量化（quantization）和蒸馏（distillation）三种办法，Transformer 里常用后两种。'.repeat(
        3,
      )
    for (let width = 60; width < 300; width += 7) {
      const pieces = toPieces([{ type: 'text', value: text }], style, context(width))
      for (const line of breakLines(pieces, { width, justify: true, hang: true, hyphenate })) {
        const squeeze = line.pieces.filter(
          (piece) => piece.kind === 'space' || (piece.kind === 'text' && piece.cls !== 'word'),
        ).length
        expect(line.natural - line.overhang).toBeLessThanOrEqual(width + squeeze * style.size * 0.2 + 0.05)
      }
    }
  })

  const corpus = new URL('../../../../shared/corpus/', import.meta.url)
  const files = existsSync(corpus) ? readdirSync(corpus).filter((file) => /\.(?:md|txt)$/.test(file)) : []
  it.skipIf(files.length === 0)('start and end well over the whole corpus (skipped where ../shared is absent)', () => {
    const bad: string[] = []
    let count = 0
    for (const file of files) {
      const paragraphs = readFileSync(new URL(file, corpus), 'utf8').split(/\n+/)
      for (const paragraph of paragraphs) {
        if (!/\p{Script=Han}/u.test(paragraph) || paragraph.length > 3000) continue
        count++
        bad.push(...badBreaks(paragraph.replace(/[`*]/g, ''), 120 + (count % 5) * 30))
      }
    }
    expect(count).toBeGreaterThan(500)
    expect(bad.slice(0, 10)).toEqual([])
  })
})
