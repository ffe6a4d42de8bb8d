import type { PdfOptions } from '@cardpress/pdf'
import { describe, expect, it } from 'vitest'
import { colors, topics } from '../src/papers/theme.ts'
import { bankOf } from './support/bank-of.ts'
import { printOne } from './support/print.ts'
import { type ReadPage, readPdf, type TextBox, withoutSpace } from './support/read-pdf.ts'

const text = '这一句话用来填满一栏，好让版面有东西可排。'
const many = (count: number, body = `${text.repeat(3)}\n`) =>
  bankOf(
    `# 题库\n\n## 甲节\n\n${Array.from({ length: count }, (_, index) => `${index === Math.floor(count / 2) ? '## 乙节\n\n' : ''}### ${index + 1}. 第 ${index + 1} 问\n\n${body}`).join('\n')}`,
  )

async function sheet(bank: ReturnType<typeof bankOf>, options: PdfOptions = {}) {
  return readPdf(await printOne(bank, 'cheatsheet.pdf', { papers: ['cheatsheet'], ...options }))
}

/** Body text of a page: what is no running head. */
const body = (page: ReadPage | undefined): TextBox[] =>
  (page?.boxes ?? []).filter((box) => !box.isArtifact && box.text.trim() !== '')

/** The lowest baseline of each column of a page of so many columns. */
function lowest(page: ReadPage | undefined, columns: number): number[] {
  const width = page?.width ?? 0
  return Array.from({ length: columns }, (_, column) =>
    Math.min(
      ...body(page)
        .filter((box) => Math.floor((box.x / width) * columns) === column)
        .map((box) => box.y),
    ),
  )
}

describe('the options of the cheat sheet', () => {
  it.each([1, 2, 3, 4])('set it in %d columns', async (columns) => {
    const pdf = await sheet(many(60), { columns, landscape: true })
    const [page] = pdf.pages
    const starts = new Set(body(page).map((box) => Math.floor((box.x / (page?.width ?? 1)) * columns)))
    expect([...starts].sort()).toEqual(Array.from({ length: columns }, (_, column) => column))
  })

  it.each([6, 8, 11.5])('set its text in %d points', async (size) => {
    const pdf = await sheet(many(4), { size })
    expect(
      body(pdf.pages[0])
        .filter((box) => box.text.includes('填满'))
        .map((box) => box.height),
    ).toContain(size)
  })

  it('balance the columns of the last page', async () => {
    const pdf = await sheet(many(16), { columns: 3 })
    const ends = lowest(pdf.pages.at(-1), 3)
    expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(60)
    // Not for want of text: it would have filled less than the columns.
    expect(Math.min(...ends)).toBeGreaterThan(300)
  })

  it('list the sections at the top where that is asked for, each leading to its place', async () => {
    const plain = await sheet(many(6))
    const listed = await sheet(many(6), { contents: true })
    expect(plain.text).not.toContain('目录：')
    expect(listed.text).toContain('目录：甲节·乙节')
    const places = listed.pages[0]?.links.map((link) => String(link.dest)) ?? []
    expect(places.filter((place) => place.startsWith('s-'))).toHaveLength(2)
    for (const place of places) expect(listed.destinations.has(place)).toBe(true)
  })

  it('lead from each section back to the top', async () => {
    const pdf = await sheet(many(6))
    expect(pdf.pages.flatMap((page) => page.links).filter((link) => link.dest === 'top')).toHaveLength(2)
    expect(pdf.destinations.has('top')).toBe(true)
  })
})

describe('the key on the cheat sheet', () => {
  it('has a tinted ground, and none where there is no key', async () => {
    const pdf = await sheet(bankOf('# t\n\n## s\n\n### 1. 选\n\n- [ ] 甲\n- [x] 乙\n- [ ] 丙\n'))
    expect(pdf.text).toContain('A.甲B.乙C.丙')
    expect(pdf.pages[0]?.fills.filter((fill) => fill === colors.keyBackground)).toHaveLength(1)
    const unknown = await sheet(bankOf('# t\n\n## s\n\n### 1. 选\n\n- [ ] 甲\n- [ ] 乙\n- [ ] 丙\n'))
    expect(unknown.pages[0]?.fills).not.toContain(colors.keyBackground)
  })
})

describe('its colours', () => {
  /** Relative luminance and contrast of WCAG 2.1, which is what a grey printer keeps. */
  const luminance = (color: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (a: string, b: string) => {
    const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
    return (light + 0.05) / (dark + 0.05)
  }

  it('can be read in grey: text on the bands of sections, on the key and on paper', () => {
    for (const { dark, light } of topics) expect(contrast(dark, light)).toBeGreaterThan(4.5)
    expect(contrast(colors.key, colors.keyBackground)).toBeGreaterThan(4.5)
    for (const color of [colors.text, colors.muted, colors.accent, colors.link, colors.error])
      expect(contrast(color, colors.white)).toBeGreaterThan(4.5)
  })
})

describe('a line', () => {
  const line = async (content: string) => {
    const pdf = await sheet(bankOf(`# t\n\n## s\n\n### 1. 题\n\n${content}\n`))
    return { pdf, boxes: body(pdf.pages[0]) }
  }
  const find = (boxes: readonly TextBox[], part: string) => {
    const box = boxes.find((one) => withoutSpace(one.text).includes(part))
    if (!box) throw new Error(`no ${part}`)
    return box
  }

  it('has hanzi, Latin, bold, code and formulas on one baseline', async () => {
    const { boxes } = await line('汉字 Latin **粗体 bold** `code` 与 $x+y$ 尾')
    const heights = ['汉字', 'Latin', '粗体', 'bold', 'code', '尾'].map((part) => find(boxes, part).y)
    for (const y of heights) expect(y).toBeCloseTo(heights[0] ?? 0, 1)
  })

  it('leaves 0.14 em between hanzi and Latin, and nothing more where the author wrote a space', async () => {
    const { boxes } = await line('汉Latin字')
    const [han, latin, after] = ['汉', 'Latin', '字'].map((part) => find(boxes, part))
    if (!han || !latin || !after) throw new Error('three stretches are expected')
    expect(latin.x - han.x - 8).toBeCloseTo(0.14 * 8, 1)
    expect(after.x - latin.x - latin.width).toBeCloseTo(0.14 * 8, 1)
  })

  it('squeezes signs that stand together: a closing quote and a comma take one and a half em', async () => {
    const width = async (content: string) => {
      const { boxes } = await line(`${content}末`)
      return Math.max(...boxes.filter((box) => box.text.includes('末')).map((box) => box.x + box.width))
    }
    expect((await width('“好”，')) - (await width('“好”'))).toBeCloseTo(4, 0)
  })

  it('fills the column where it is Chinese, and is ragged where it is English, unless somebody says otherwise', async () => {
    const chinese = '卷积层用同一组权重扫过整张图，因此参数少，也有平移等变性；全连接层没有。'.repeat(6)
    const english =
      'Convolutional layers share their weights over the whole picture and therefore have few of them. '.repeat(5)
    /** How many lines but the last end at the right edge, and how many there are. */
    const filled = async (paragraph: string, options: PdfOptions = {}) => {
      const pdf = await sheet(bankOf(`# t\n\n## s\n\n### 1. 题\n\n${paragraph}\n`), { columns: 1, ...options })
      const [page] = pdf.pages
      const ends = new Map<number, number>()
      for (const box of body(page).filter((one) => one.height === 8))
        ends.set(Math.round(box.y), Math.max(ends.get(Math.round(box.y)) ?? 0, box.x + box.width))
      const lines = [...ends]
        .sort(([a], [b]) => b - a)
        .map(([, end]) => end)
        .slice(2, -1)
      const edge = (page?.width ?? 0) - (11 * 72) / 25.4
      return lines.filter((end) => Math.abs(end - edge) < 4.5).length / lines.length
    }
    expect(await filled(chinese)).toBe(1)
    expect(await filled(english)).toBeLessThan(0.5)
    expect(await filled(english, { justify: true })).toBe(1)
    expect(await filled(chinese, { justify: false })).toBeLessThan(1)
  })

  it('is highlighted where it is code', async () => {
    const { pdf } = await line('```js\nconst answer = "text" // note\n```')
    const plain = await line('```\nconst answer = "text" // note\n```')
    expect(new Set(pdf.pages[0]?.fills).size).toBeGreaterThan(new Set(plain.pdf.pages[0]?.fills).size + 1)
  })
})

describe('what belongs together', () => {
  it('is not divided: a display formula stays with its paragraph, a list with what announces it', async () => {
    // The same text, moved down line by line, so that every break of a page is tried.
    for (const [what, begins] of [
      ['$$\nE=mc^2\n$$', 'E=mc'],
      ['- 列举其一\n- 列举其二', '列举其一'],
    ] as const) {
      let onTop = 0
      for (let shift = 0; shift < 24; shift++) {
        const above = Array.from({ length: 6 + shift }, (_, index) => `第${index}行`).join('\n\n')
        const bank = bankOf(
          `# t\n\n## s\n\n### 1. 题\n\n${above}\n\n于是有：\n\n${what}\n\n${'后面的一段。'.repeat(9)}\n`,
        )
        const pdf = await sheet(bank, { paper: 'a5', landscape: true, columns: 1, size: 12 })
        for (const page of pdf.pages.slice(1)) {
          const lines = body(page).map((box) => box.text)
          expect(lines[0]?.startsWith(begins)).toBe(false)
          if (lines[0] === '于是有：') onTop++
        }
      }
      // It was tried: at one place the line that announces it had to go over with it.
      expect(onTop).toBeGreaterThan(0)
    }
  })
})
