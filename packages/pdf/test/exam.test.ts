import { readFileSync } from 'node:fs'
import type { QuestionBank } from '@cardpress/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { colors } from '../src/papers/theme.ts'
import { bankOf } from './support/bank-of.ts'
import { outside, overlapping } from './support/boxes.ts'
import { expectedOf, firstMissing, leavesOf } from './support/expected-text.ts'
import { print } from './support/print.ts'
import { type ReadPdf, readPdf, withoutSpace } from './support/read-pdf.ts'

const article = (name: string) => readFileSync(new URL(`fixtures/${name}/article.md`, import.meta.url), 'utf8')

async function readAll(bank: QuestionBank, exam: object): Promise<{ pdfs: Map<string, ReadPdf>; messages: string[] }> {
  const { files, messages } = await print(bank, { papers: ['exam'], exam })
  const pdfs = new Map<string, ReadPdf>()
  for (const [path, bytes] of files) pdfs.set(path, await readPdf(bytes))
  return { pdfs, messages: messages.map((message) => message.reason) }
}

function pageText(pdf: ReadPdf, index: number): string {
  return withoutSpace(pdf.pages[index]?.boxes.map((box) => box.text).join('') ?? '')
}

describe.each([
  { name: 'Chinese', bank: bankOf(article('zh')) },
  { name: 'English', bank: bankOf(article('en'), { language: 'en' }) },
])('the exam of a bank in $name', ({ bank }) => {
  let exam: ReadPdf
  let key: ReadPdf
  beforeAll(async () => {
    const { pdfs } = await readAll(bank, {})
    exam = pdfs.get('exam.pdf') as ReadPdf
    key = pdfs.get('exam-key.pdf') as ReadPdf
  })

  it('asks every question with its options and gives no answer away', () => {
    for (const question of bank.questions) {
      const asked = leavesOf(question.prompt)
      if ('options' in question)
        asked.push(...question.options.flatMap((option) => [`${option.label}.`, ...leavesOf(option.content)]))
      expect(firstMissing(exam.text, asked)).toBeUndefined()
      if (question.kind === 'open') {
        const [first] = leavesOf(question.answer).filter((leaf) => leaf.length > 15)
        if (first) expect(exam.text).not.toContain(first)
      }
    }
    expect(exam.pages.flatMap((page) => page.fills)).not.toContain(colors.keyBackground)
    expect(key.pages.flatMap((page) => page.fills)).toContain(colors.keyBackground)
  })

  it('has every answer and explanation in the key', () => {
    for (const question of bank.questions) expect(firstMissing(key.text, expectedOf(question))).toBeUndefined()
  })

  it('prints nothing outside its pages and nothing over other text', () => {
    for (const pdf of [exam, key]) {
      expect(pdf.pages.flatMap(outside)).toEqual([])
      expect(pdf.pages.flatMap(overlapping)).toEqual([])
      for (const { marks } of pdf.pages) expect([marks.closed, marks.lowest]).toEqual([marks.opened, 0])
    }
  })

  it('leads from the key at a glance to every explanation, and on to the question in the exam', () => {
    const links = key.pages.flatMap((page) => page.links)
    const lettered = bank.questions.filter(({ kind }) => /choice|true/.test(kind)).length
    expect(lettered).toBeGreaterThan(0)
    for (let number = 1; number <= bank.questions.length; number++) {
      // Letters come first in an exam, and in the table; of an answer in sentences it has nothing to say.
      expect(links.some((link) => link.dest === `k--${number}`)).toBe(number <= lettered)
      expect(exam.objects).toContain(`/D (k--${number})`)
      expect(key.destinations.has(`k--${number}`)).toBe(true)
      expect(exam.destinations.has(`q-${number}`)).toBe(true)
      expect(key.objects).toContain(`(q-${number})`)
    }
    expect(key.objects).toContain('/GoToR')
  })

  it('adds up the points in the grading table', () => {
    const points = { 'single-choice': 2, 'multiple-choice': 3, 'true-false': 1, cloze: 2, 'short-answer': 4, open: 10 }
    const total = bank.questions.reduce((sum, question) => sum + points[question.kind], 0)
    expect(pageText(exam, 0)).toContain(String(total))
  })
})

describe('the exam', () => {
  const bank = bankOf(article('zh'))

  it('prints versions with their letter on every page, a key for each, and a table of both', async () => {
    const { pdfs, messages } = await readAll(bank, { versions: ['A', 'B'], seed: 7 })
    expect([...pdfs.keys()]).toEqual(['exam-A.pdf', 'exam-B.pdf', 'exam-key.pdf'])
    expect(messages).toEqual([])
    for (const name of ['A', 'B']) {
      const pdf = pdfs.get(`exam-${name}.pdf`) as ReadPdf
      pdf.pages.forEach((_, index) => {
        expect(pageText(pdf, index)).toContain(`${name}卷`)
      })
      for (const question of bank.questions) expect(firstMissing(pdf.text, leavesOf(question.prompt))).toBeUndefined()
    }
    const key = pdfs.get('exam-key.pdf') as ReadPdf
    expect(key.text).toContain('A卷·答案速查')
    expect(key.text).toContain('B卷·答案速查')
    expect(key.text).toContain('各卷题号与选项对照')
  })

  it('says in the receipt which options it did not dare to shuffle', async () => {
    const unsure = bankOf(`# t\n\n## s\n\n### 1. 选\n\n- [x] 甲\n- [ ] 乙\n\n> 矩阵 A 是可逆的。\n`)
    const { messages } = await readAll(unsure, { versions: ['A'] })
    expect(messages.join()).toContain('options are not shuffled')
  })

  it('has the sealed line on every page where it is asked for, and the blanks behind it', async () => {
    const { pdfs } = await readAll(bank, { seal: true })
    const exam = pdfs.get('exam.pdf') as ReadPdf
    exam.pages.forEach((_, index) => {
      expect(pageText(exam, index)).toContain('密封线内不要答题')
      expect(pageText(exam, index)).toContain('学号：')
    })
  })

  it('says at the top of a page which question goes on there', async () => {
    const { pdfs } = await readAll(bank, {})
    const exam = pdfs.get('exam.pdf') as ReadPdf
    const continued = exam.pages.filter((_, index) => /第\d+题（续）/.test(pageText(exam, index)))
    expect(continued.length).toBeGreaterThan(0)
  })

  it('prints the whole key of hundreds of questions, the table at a glance on pages of its own', async () => {
    const choice = (index: number) =>
      `### ${index + 1}. 第 ${index + 1} 问选哪个\n\n- [x] 甲${index}\n- [ ] 乙${index}\n`
    const large = bankOf(`# t\n\n## s\n\n${Array.from({ length: 420 }, (_, index) => choice(index)).join('\n')}`)
    const { pdfs } = await readAll(large, {})
    const key = pdfs.get('exam-key.pdf') as ReadPdf
    expect(key.pages.flatMap(outside)).toEqual([])
    expect(firstMissing(key.text, large.questions.flatMap(expectedOf))).toBeUndefined()
    expect(pageText(key, 0)).not.toContain('第1问选哪个')
  })

  it('prints no table at a glance where no answer is a letter', async () => {
    const { pdfs } = await readAll(bankOf('# t\n\n## s\n\n### 1. 问\n\n答。\n'), {})
    expect((pdfs.get('exam-key.pdf') as ReadPdf).text).not.toContain('答案速查')
  })

  it('prints a shared stem once', async () => {
    const stem = {
      id: 'g1',
      stem: [
        { type: 'paragraph' as const, children: [{ type: 'text' as const, value: '阅读材料：某模型的训练日志。' }] },
      ],
    }
    const questions = bank.questions.map((question, index) => (index < 2 ? { ...question, group: stem } : question))
    const { pdfs } = await readAll({ ...bank, questions }, {})
    expect((pdfs.get('exam.pdf') as ReadPdf).text.split('阅读材料').length - 1).toBe(1)
  })

  it.each(['lines', 'grid', 'blank', 'none'] as const)('leaves room for answers as %s', async (space) => {
    const { pdfs } = await readAll(bank, { space, kinds: ['open'], pick: 3 })
    const exam = pdfs.get('exam.pdf') as ReadPdf
    expect(exam.pages.flatMap(overlapping)).toEqual([])
    expect(exam.outline[0]?.items).toHaveLength(3)
  })

  it('takes questions by condition', async () => {
    const tagged = {
      ...bank,
      questions: bank.questions.map((question, index) => (index % 5 === 0 ? { ...question, tags: ['cnn'] } : question)),
    }
    const { pdfs } = await readAll(tagged, { where: 'tag=cnn,kind=open' })
    const wanted = tagged.questions.filter((question) => question.tags.length > 0 && question.kind === 'open')
    expect((pdfs.get('exam.pdf') as ReadPdf).outline[0]?.items).toHaveLength(wanted.length)
    await expect(print(bank, { exam: { where: 'tg=cnn' } })).rejects.toThrow(/no condition/)
  })
})
