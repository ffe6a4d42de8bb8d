import type { ExamOptions, PdfOptions } from '@cardpress/pdf'
import { describe, expect, it } from 'vitest'
import { bankOf } from './support/bank-of.ts'
import { print } from './support/print.ts'
import { type ReadPage, readPdf, withoutSpace } from './support/read-pdf.ts'

async function papers(bank: ReturnType<typeof bankOf>, exam: ExamOptions = {}, options: PdfOptions = {}) {
  const { files } = await print(bank, { papers: ['exam'], exam, ...options })
  return readPdf(files.get('exam.pdf') as Uint8Array)
}

const place = (page: ReadPage | undefined, part: string) => {
  const box = page?.boxes.find((one) => withoutSpace(one.text).startsWith(part))
  if (!box) throw new Error(`no ${part}`)
  return box
}

const options = (texts: readonly string[]) =>
  bankOf(
    `# 卷\n\n## 一\n\n### 1. 选哪个\n\n${texts.map((one, index) => `- [${index === 0 ? 'x' : ' '}] ${one}`).join('\n')}\n`,
  )

describe('the top of an exam', () => {
  const bank = bankOf('# 卷\n\n## 一\n\n### 1. 问\n\n答。\n')

  it('has the title, the blanks and the instructions that are asked for', async () => {
    const pdf = await papers(bank, { title: '期中考试', fields: ['考号', '座位'], instructions: '闭卷，一百分钟。' })
    for (const part of ['期中考试', '考号：', '座位：', '闭卷，一百分钟。']) expect(pdf.text).toContain(part)
    expect(pdf.text).not.toContain('姓名')
  })

  it('has no table for the scores where none is wanted', async () => {
    expect((await papers(bank)).text).toContain('得分')
    expect((await papers(bank, { grading: false })).text).not.toContain('得分')
  })

  it('takes the points of the bank before those of an option, and adds up what it took', async () => {
    const [first, second] = bankOf('# 卷\n\n## 一\n\n### 1. 问一\n\n答。\n\n### 2. 问二\n\n答。\n').questions
    if (!first || !second) throw new Error('two questions are expected')
    const pdf = await papers({ ...bank, questions: [{ ...first, points: 7.5 }, second] }, { points: { open: 4 } })
    expect(pdf.text).toContain('共11.5分')
    expect(pdf.text).toContain('问一（7.5分）')
    expect(pdf.text).toContain('问二（4分）')
  })
})

describe('options', () => {
  it.each([
    ['four columns where they are short', ['甲', '乙', '丙', '丁'], 1],
    [
      'two where they are middling',
      ['一个不长也不短的选项', '另一个不长也不短的选项', '第三个不长也不短的选项', '最后一个这样的选项'],
      2,
    ],
    ['one where they are long', ['很长的选项，'.repeat(8), '乙', '丙', '丁'], 4],
  ])('stand in %s', async (_what, texts, rows) => {
    const pdf = await papers(options(texts))
    const [page] = pdf.pages
    const lines = new Set(['A.', 'B.', 'C.', 'D.'].map((label) => Math.round(place(page, label).y)))
    expect(lines.size).toBe(rows)
  })

  it('have a circle in front where one is right and a box where several are, in languages without brackets', async () => {
    const english = (right: number) =>
      bankOf(
        `# Quiz\n\n## One\n\n### 1. Which\n\n${['one', 'two', 'three'].map((one, index) => `- [${index < right ? 'x' : ' '}] ${one}`).join('\n')}\n`,
        { language: 'en' },
      )
    // A circle is drawn by curves, a box is a rectangle.
    const single = await papers(english(1))
    const several = await papers(english(2))
    expect(single.pages[0]?.curves).toBeGreaterThan(several.pages[0]?.curves ?? 0)
  })
})

describe('room for answers', () => {
  it('grows with the length of the answer', async () => {
    const long = '一句要写很久的答案，'.repeat(20)
    const bank = bankOf(`# 卷\n\n## 一\n\n### 1. 短问\n\n短。\n\n### 2. 长问\n\n${long}\n\n### 3. 末问\n\n短。\n`)
    const [page] = (await papers(bank)).pages
    const [short, asked, last] = ['短问', '长问', '末问'].map((part) => place(page, part).y)
    expect((asked ?? 0) - (last ?? 0)).toBeGreaterThan(2 * ((short ?? 0) - (asked ?? 0)))
  })
})

describe('a part of the bank', () => {
  const bank = bankOf(
    '# 卷\n\n## 甲节\n\n### 1. 问一\n\n答。\n\n### 2. 选\n\n- [x] 是\n- [ ] 否\n\n## 乙节\n\n### 3. 问三\n\n答。\n',
  )

  it.each([
    [{ sections: ['乙节'] }, ['问三']],
    [{ kinds: ['single-choice'] as const }, ['选']],
    [{ where: 'section=甲节' }, ['选', '问一']],
    [{ where: 'number=3' }, ['问三']],
  ])('is taken by %j', async (exam, wanted) => {
    const pdf = await papers(bank, exam)
    const titles = pdf.outline.flatMap((part) => (part.items as { title: string }[]).map((item) => item.title))
    expect(titles.map((title) => title.replace(/^\d+\. /, ''))).toEqual(wanted)
  })
})

describe('labels', () => {
  it('are English for a language that has no table', async () => {
    const pdf = await papers(bankOf('# Prüfung\n\n## Eins\n\n### 1. Frage\n\nAntwort.\n', { language: 'de' }))
    expect(pdf.text).toContain('Name:')
  })
})
