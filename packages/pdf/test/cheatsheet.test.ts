import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { topics } from '../src/papers/theme.ts'
import { bankOf } from './support/bank-of.ts'
import { outside, overlapping } from './support/boxes.ts'
import { expectedOf, firstMissing } from './support/expected-text.ts'
import { print, printOne } from './support/print.ts'
import { type ReadPdf, readPdf, type StructureNode, withoutSpace } from './support/read-pdf.ts'

const article = (name: string) => readFileSync(new URL(`fixtures/${name}/article.md`, import.meta.url), 'utf8')
const cases = [
  { name: 'Chinese', bank: bankOf(article('zh')) },
  { name: 'English', bank: bankOf(article('en'), { language: 'en' }) },
]

describe.each(cases)('the cheat sheet of a bank in $name', ({ bank }) => {
  let bytes: Uint8Array
  let pdf: ReadPdf
  beforeAll(async () => {
    bytes = await printOne(bank, 'cheatsheet.pdf', { papers: ['cheatsheet'] })
    pdf = await readPdf(bytes)
  })

  it('has the text of every question, option and answer, complete and in order', () => {
    const missing = firstMissing(pdf.text, bank.questions.flatMap(expectedOf))
    expect(missing).toBeUndefined()
  })

  it('prints nothing outside the page and nothing over other text', () => {
    expect(pdf.pages.flatMap(outside)).toEqual([])
    expect(pdf.pages.flatMap(overlapping)).toEqual([])
  })

  it('says on every page which it is and how many there are', () => {
    pdf.pages.forEach((page, index) => {
      const artifacts = withoutSpace(
        page.boxes
          .filter((box) => box.isArtifact)
          .map((box) => box.text)
          .join(''),
      )
      const wanted =
        bank.language === 'en' ? `page${index + 1}of${pdf.pages.length}` : `第${index + 1}页，共${pdf.pages.length}页`
      expect(artifacts).toContain(wanted)
    })
  })

  it('has a bookmark and a named destination for every question, below its section', () => {
    const titles: string[] = []
    const walk = (items: ReadPdf['outline']) => {
      for (const item of items) {
        titles.push(item.title)
        expect(pdf.destinations.has(String(item.dest))).toBe(true)
        walk(item.items as ReadPdf['outline'])
      }
    }
    walk(pdf.outline)
    for (const question of bank.questions) {
      expect(titles).toContain(`${question.number}. ${question.title}`)
      expect(pdf.destinations.has(`q-${question.id}`)).toBe(true)
    }
    expect(pdf.outline.map((item) => item.title)).toEqual([
      ...new Set(bank.questions.map((question) => question.section[0])),
    ])
  })

  it('is tagged as PDF/UA, in the language of the bank, with its title shown', () => {
    expect(pdf.isTagged).toBe(true)
    expect(pdf.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf.objects).toContain(`/Lang (${bank.language})`)
    expect(pdf.objects).toContain('/DisplayDocTitle true')
    expect(String(pdf.info.Title)).toContain(bank.title)
  })

  it('balances marked content on every page', () => {
    for (const { marks } of pdf.pages) {
      expect(marks.opened).toBeGreaterThan(0)
      expect(marks.closed).toBe(marks.opened)
      expect(marks.lowest).toBe(0)
    }
  })

  it('has headings, lists, tables and formulas in its structure tree, formulas with words', () => {
    const roles = new Map<string, number>()
    const formulas: (string | undefined)[] = []
    const walk = (node: StructureNode) => {
      roles.set(node.role, (roles.get(node.role) ?? 0) + 1)
      if (node.role === 'Formula') formulas.push(node.alt)
      for (const child of node.children) if ('role' in child) walk(child)
    }
    for (const page of pdf.pages) if (page.structure) walk(page.structure)
    for (const role of [
      'H1',
      'H2',
      'H3',
      'P',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'Table',
      'TR',
      'TH',
      'TD',
      'Code',
      'Formula',
      'Link',
    ])
      expect([role, roles.get(role) ?? 0]).not.toEqual([role, 0])
    expect(formulas.every((alt) => alt !== undefined && alt.length > 0)).toBe(true)
  })

  it('embeds every font and uses none that a reader would have to guess', () => {
    const descriptors = pdf.objects.match(/\/Type \/FontDescriptor/g)?.length ?? 0
    const files = pdf.objects.match(/\/FontFile2 \d+ 0 R/g)?.length ?? 0
    expect(descriptors).toBeGreaterThan(2)
    expect(files).toBe(descriptors)
    expect(pdf.objects).not.toContain('/Type1')
  })

  it('links to what the article links to', () => {
    const urls = pdf.pages.flatMap((page) => page.links.map((link) => link.url))
    expect(urls).toContain('https://arxiv.org/abs/1706.03762')
  })

  it('is the same file in another time zone and language', async () => {
    const zone = process.env.TZ
    try {
      for (const other of ['Asia/Shanghai', 'America/St_Johns']) {
        process.env.TZ = other
        const again = await printOne(bank, 'cheatsheet.pdf', { papers: ['cheatsheet'] })
        expect(Buffer.compare(again, bytes)).toBe(0)
      }
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })
})

describe('the cheat sheet', () => {
  it('gives a section that comes again the colour that it had', async () => {
    const again = bankOf(
      ['一', '二', '一', '三']
        .map((name, index) => `${index === 0 ? '# t\n\n' : ''}## ${name}\n\n### ${index + 1}. 题\n\n答。\n`)
        .join('\n'),
    )
    const pdf = await readPdf(await printOne(again, 'cheatsheet.pdf', { papers: ['cheatsheet'], columns: 1 }))
    const grounds = topics.map((topic) => topic.light as string)
    const bands = pdf.pages.flatMap((page) => page.fills).filter((fill) => grounds.includes(fill))
    expect(bands).toEqual([topics[0].light, topics[1].light, topics[0].light, topics[2].light])
  })

  it('draws each letter of its formulas once, however many formulas there are', async () => {
    const formulas = (count: number) =>
      Array.from(
        { length: count },
        (_, index) => `$${['\\alpha', '\\beta', '\\gamma'].slice(index % 3).join('+')}^{${'\\beta'.repeat(index)}}$`,
      ).join(' 与 ')
    const forms = async (count: number) => {
      const article = bankOf(`## s\n\n### 1. 题\n\n${formulas(count)}\n`)
      const bytes = await printOne(article, 'cheatsheet.pdf', { papers: ['cheatsheet'] })
      const pdf = await readPdf(bytes)
      return {
        count: Buffer.from(bytes).toString('latin1').split('/Subtype /Form').length - 1,
        drawn: pdf.pages[0]?.forms ?? 0,
      }
    }
    const few = await forms(3)
    const many = await forms(12)
    // Nine more formulas are nine more forms, and none for their letters.
    expect(many.count - few.count).toBe(9)
    // Every letter is drawn all the same: a form in the formula's form.
    expect(many.drawn).toBeGreaterThan(few.drawn + 60)
  })

  const bank = bankOf(article('zh'))

  it('reports nothing for a sound bank', async () => {
    const { messages } = await print(bank, { papers: ['cheatsheet'] })
    expect(messages.map(String)).toEqual([])
  })

  it('starts no page or column with the last line of a prompt', async () => {
    const pdf = await readPdf(
      await printOne(bank, 'cheatsheet.pdf', { papers: ['cheatsheet'], paper: 'a5', columns: 1 }),
    )
    expect(pdf.pages.length).toBeGreaterThan(2)
    const missing = firstMissing(pdf.text, bank.questions.flatMap(expectedOf))
    expect(missing).toBeUndefined()
    for (const page of pdf.pages) {
      const last = page.boxes.filter((box) => !box.isArtifact).reduce((low, box) => (box.y < low.y ? box : low))
      const heading = bank.questions.find(
        (question) =>
          withoutSpace(last.text) !== '' &&
          withoutSpace(question.title).endsWith(withoutSpace(last.text)) &&
          last.text.length > 6,
      )
      expect(heading?.title).toBeUndefined()
    }
  })

  it.each([
    { paper: 'a4', landscape: true, columns: 4, width: 841.89 },
    { paper: 'letter', landscape: false, columns: 2, width: 612 },
    { paper: 'a5', landscape: true, columns: 2, width: 595.28 },
  ] as const)('prints on $paper, $columns columns', async ({ width, ...options }) => {
    const pdf = await readPdf(await printOne(bank, 'cheatsheet.pdf', { papers: ['cheatsheet'], ...options }))
    expect(pdf.pages[0]?.width).toBeCloseTo(width, 1)
    expect(firstMissing(pdf.text, bank.questions.flatMap(expectedOf))).toBeUndefined()
    expect(pdf.pages.flatMap(overlapping)).toEqual([])
    expect(pdf.pages.flatMap(outside)).toEqual([])
  })

  it('finds the largest size that fits the wanted number of pages', async () => {
    const small = await readPdf(await printOne(bank, 'cheatsheet.pdf', { papers: ['cheatsheet'], paper: 'a5', fit: 2 }))
    expect(small.pages.length).toBe(2)
  })
})
