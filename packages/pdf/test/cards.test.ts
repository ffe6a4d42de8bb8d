import { readFileSync } from 'node:fs'
import type { CardOptions } from '@cardpress/pdf'
import { describe, expect, it } from 'vitest'
import { bankOf } from './support/bank-of.ts'
import { outside, overlapping } from './support/boxes.ts'
import { expectedOf, firstMissing, leavesOf } from './support/expected-text.ts'
import { print } from './support/print.ts'
import { type ReadPage, readPdf, withoutSpace } from './support/read-pdf.ts'

const zh = bankOf(readFileSync(new URL('fixtures/zh/article.md', import.meta.url), 'utf8'))

async function cardsOf(bank: typeof zh, cards: CardOptions = {}) {
  const { files, messages } = await print(bank, { papers: ['cards'], cards })
  const pdf = await readPdf(files.get('cards.pdf') as Uint8Array)
  expect(pdf.pages.flatMap(outside)).toEqual([])
  expect(pdf.pages.flatMap(overlapping)).toEqual([])
  for (const { marks } of pdf.pages) expect([marks.closed, marks.lowest]).toEqual([marks.opened, 0])
  return { pdf, messages }
}

/** A name in one face, so that it is one stretch of text on the page. */
const name = (index: number) => '甲乙丙丁戊己庚辛'.charAt(index)

/** Numbered cards: question n asks `Fn` and answers `Bn`. */
function numbered(count: number) {
  return bankOf(
    `# t\n\n## s\n\n${Array.from({ length: count }, (_, index) => `### ${index + 1}. 正${name(index)}面\n\n背${name(index)}面\n`).join('\n')}`,
  )
}

function find(page: ReadPage | undefined, text: string) {
  const box = page?.boxes.find((one) => withoutSpace(one.text).includes(text))
  if (!page || !box) throw new Error(`no "${text}" on the page`)
  return { x: box.x + box.width / 2, y: page.height - box.y }
}

describe('flash cards', () => {
  it('have every question in front and every answer on the back', async () => {
    const { pdf, messages } = await cardsOf(zh)
    for (const question of zh.questions) {
      expect(firstMissing(pdf.text, leavesOf(question.prompt))).toBeUndefined()
      if (question.kind === 'open') expect(firstMissing(pdf.text, leavesOf(question.answer))).toBeUndefined()
      if ('explanation' in question) expect(firstMissing(pdf.text, leavesOf(question.explanation))).toBeUndefined()
    }
    expect(messages.every((message) => message.ruleId === 'card-continues')).toBe(true)
    expect(pdf.pages.length).toBe(4)
  })

  it.each([
    { duplex: 'long-edge', turned: (x: number, y: number, page: ReadPage) => ({ x: page.width - x, y }) },
    { duplex: 'short-edge', turned: (x: number, y: number, page: ReadPage) => ({ x, y: page.height - y }) },
  ] as const)('lie back to back when the sheet is turned on its $duplex', async ({ duplex, turned }) => {
    const { pdf } = await cardsOf(numbered(8), { duplex })
    const [front, back] = pdf.pages
    if (!front || !back) throw new Error('two pages are expected')
    for (let index = 0; index < 8; index++) {
      const ask = find(front, `正${name(index)}面`)
      const answer = find(back, `背${name(index)}面`)
      const seen = turned(answer.x, answer.y, back)
      const column = Math.floor(seen.x / (front.width / 2))
      const row = Math.floor(seen.y / (front.height / 4))
      expect([column, row]).toEqual([Math.floor(ask.x / (front.width / 2)), Math.floor(ask.y / (front.height / 4))])
    }
  })

  it('stand side by side to be folded', async () => {
    const { pdf } = await cardsOf(numbered(4), { duplex: 'fold' })
    expect(pdf.pages.length).toBe(1)
    for (let index = 0; index < 4; index++) {
      const ask = find(pdf.pages[0], `正${name(index)}面`)
      const answer = find(pdf.pages[0], `背${name(index)}面`)
      expect(answer.x).toBeGreaterThan(ask.x)
      expect(Math.abs(answer.y - ask.y)).toBeLessThan(60)
    }
  })

  it.each(['index', 'business', 'a7', 'grid'] as const)('come in the size %s', async (preset) => {
    const { pdf } = await cardsOf(numbered(5), { preset, cut: 'lines', columns: 3, rows: 3 })
    expect(pdf.text).toContain('背戊面')
  })

  it('shrink their text, and go on on another card with a warning when that is not enough', async () => {
    const long = bankOf(`# t\n\n## s\n\n### 1. 长题\n\n${'这是一句很长很长的话，用来把卡片填满。'.repeat(120)}\n`)
    const { pdf, messages } = await cardsOf(long, { smallest: 7 })
    expect(messages.map((message) => message.ruleId)).toEqual(['card-continues'])
    expect(pdf.text.split('这是一句').length - 1).toBe(120)
    const artifacts = withoutSpace(
      pdf.pages
        .flatMap((page) => page.boxes.filter((box) => box.isArtifact))
        .map((box) => box.text)
        .join(''),
    )
    expect(artifacts).toMatch(/续2\/\d/)
  })

  it('are larger where many answers would need a second card, and as many as asked for where somebody asks', async () => {
    const sentences = (count: number) =>
      bankOf(
        `# t\n\n## s\n\n${Array.from({ length: 8 }, (_, index) => `### ${index + 1}. 题${name(index)}\n\n${'这一句把卡片填满。'.repeat(count)}\n`).join('\n')}`,
      )
    const sheets = async (bank: typeof zh, cards: CardOptions = {}) => {
      const { pdf, messages } = await cardsOf(bank, cards)
      return { sheets: pdf.pages.length / 2, long: messages.length > 0 }
    }
    expect(await sheets(sentences(20))).toEqual({ sheets: 1, long: false })
    expect(await sheets(sentences(90))).toEqual({ sheets: 2, long: false })
    const asked = await sheets(sentences(90), { columns: 2, rows: 4 })
    expect(asked.long).toBe(true)
    expect(asked.sheets).toBeGreaterThan(1)
  })

  it('move the back by the offset', async () => {
    const plain = await cardsOf(numbered(1))
    const moved = await cardsOf(numbered(1), { offset: [2, 3] })
    const a = find(plain.pdf.pages[1], '背甲面')
    const b = find(moved.pdf.pages[1], '背甲面')
    expect(b.x - a.x).toBeCloseTo((2 * 72) / 25.4, 1)
    expect(b.y - a.y).toBeCloseTo((3 * 72) / 25.4, 1)
  })

  it('fill in the blanks of a cloze on the back only', async () => {
    const [first] = numbered(1).questions
    if (first?.kind !== 'open') throw new Error('an open question is expected')
    const { answer: _answer, ...rest } = first
    const cloze = {
      ...rest,
      kind: 'cloze' as const,
      prompt: [
        {
          type: 'paragraph' as const,
          children: [
            { type: 'text' as const, value: '首都是' },
            { type: 'cloze' as const, index: 1, children: [{ type: 'text' as const, value: '巴黎' }] },
          ],
        },
      ],
    }
    const { pdf } = await cardsOf({ ...numbered(1), questions: [cloze] })
    const text = (index: number) => pdf.pages[index]?.boxes.map((box) => box.text).join('') ?? ''
    expect(text(0)).not.toContain('巴黎')
    expect(text(1)).toContain('巴黎')
    expect(firstMissing(pdf.text, expectedOf(cloze))).toBeUndefined()
  })
})
