import { toText } from '@cardpress/core'
import { parse as parseCsv } from 'csv-parse/sync'
import { type GIFTQuestion, parse as parseGift } from 'gift-pegjs'
import { JSDOM } from 'jsdom'
import type { VFileMessage } from 'vfile-message'
import { beforeAll, describe, expect, it } from 'vitest'
import { awkwardBank, sampleBank } from './support/bank.ts'
import { collect } from './support/collect.ts'

let files: Map<string, string>
const messages: VFileMessage[] = []
beforeAll(async () => {
  files = await collect(sampleBank(), (message) => void messages.push(message))
})

const { document } = new JSDOM('').window
const textOf = (html: string) => {
  const element = document.createElement('div')
  element.innerHTML = html
  return element.textContent
}

describe('questions.gift', () => {
  const questions = (text: string) => parseGift(text).filter((item) => item.type !== 'Category')
  const byId = (text: string, id: string) =>
    questions(text).find((item) => item.id === id) as GIFTQuestion & Record<string, never>

  it('is read back by a GIFT parser, question by question', () => {
    const read = questions(files.get('questions.gift') ?? '')
    expect(read.map((item) => [item.id, item.type])).toEqual([
      ['open-one', 'Essay'],
      ['single', 'MC'],
      ['multiple', 'MC'],
      ['named', 'MC'],
      ['no-key', 'Essay'],
      ['truth', 'TF'],
      ['short', 'Short'],
      ['cloze', 'Short'],
      ['clozes', 'Essay'],
      ['stem', 'Short'],
    ])
    expect(byId(files.get('questions.gift') ?? '', 'open-one').tags).toEqual(['math', 'two words'])
  })

  it('carries keys, feedback and explanations', () => {
    const single = byId(files.get('questions.gift') ?? '', 'single') as never as {
      choices: { isCorrect: boolean; text: { text: string }; feedback: { text: string } | null }[]
      globalFeedback: { text: string }
    }
    expect(
      single.choices.map((choice) => [
        choice.isCorrect,
        textOf(choice.text.text),
        choice.feedback && textOf(choice.feedback.text),
      ]),
    ).toEqual([
      [false, 'yes: {a} = b~c#d', 'Almost.'],
      [true, 'def f():\n\n  return {1: 2}', null],
      [false, 'all of the above', null],
    ])
    expect(textOf(single.globalFeedback.text)).toBe('Because \\(\\frac{a}{b}\\)')
    const multiple = byId(files.get('questions.gift') ?? '', 'multiple') as never as { choices: { weight: number }[] }
    expect(multiple.choices.map((choice) => choice.weight)).toEqual([50, -50, -50, 50])
    expect(byId(files.get('questions.gift') ?? '', 'truth')).toMatchObject({ isTrue: true })
  })

  it('carries the explanation of every kind, shared stems, and what is said of options that nobody can choose', () => {
    const gift = files.get('questions.gift') ?? ''
    const feedback = (id: string) =>
      textOf((byId(gift, id) as never as { globalFeedback: { text: string } | null }).globalFeedback?.text ?? '')
    expect(['multiple', 'no-key', 'truth', 'short', 'clozes', 'stem'].map((id) => [id, feedback(id)])).toEqual([
      ['multiple', 'They are the outer ones.'],
      ['no-key', 'Nobody knows.A. Some say so.'],
      ['truth', 'Identity.'],
      ['short', 'Any of them.'],
      ['clozes', 'one and two * {2~#}" of {1:SA:=x}Both count.'],
      ['stem', 'Row 2.Chapter 3'],
    ])
    const stem = (id: string) => textOf((byId(gift, id) as never as { stem: { text: string } }).stem.text)
    expect(stem('stem')).toBe('Look at the table.It is ….')
    expect(stem('no-key')).toBe('Unknown?A. option-aB. option-b')
    // An asterisk stands for anything in Moodle.
    expect((byId(gift, 'short') as never as { choices: { text: { text: string } }[] }).choices[2]?.text.text).toBe(
      'a\\*b',
    )
  })

  it('survives every mark of GIFT in every place', async () => {
    const bank = awkwardBank()
    const text = (await collect(bank)).get('questions.gift') ?? ''
    const read = questions(text) as { title: string; stem: { text: string }; choices: { text: { text: string } }[] }[]
    expect(read).toHaveLength(bank.questions.length)
    for (const [index, question] of bank.questions.entries()) {
      if (question.kind !== 'single-choice') throw new Error('the fixture changed')
      expect(read[index]?.title).toBe(question.title)
      expect(textOf(read[index]?.stem.text ?? '')).toBe(question.prompt.map((block) => toText([block])).join(''))
      expect(read[index]?.choices.map((choice) => textOf(choice.text.text))).toEqual(
        question.options.map((option) => toText(option.content)),
      )
    }
  })
})

describe('moodle.xml', () => {
  const xml = () =>
    new new JSDOM('').window.DOMParser().parseFromString(files.get('moodle.xml') ?? '', 'application/xml')

  it('is well-formed, whatever the text', async () => {
    const text = (await collect(awkwardBank())).get('moodle.xml') ?? ''
    const read = new new JSDOM('').window.DOMParser().parseFromString(text, 'application/xml')
    expect(read.querySelector('parsererror')?.textContent).toBeUndefined()
    expect(
      [...read.querySelectorAll('questiontext > text')].map((element) => textOf(element.textContent ?? '')),
    ).toEqual(awkwardBank().questions.map((question) => question.prompt.map((block) => toText([block])).join('')))
  })

  it('is well-formed and has every question with its id', () => {
    expect(xml().querySelector('parsererror')).toBeNull()
    const questions = [...xml().querySelectorAll('question:not([type=category])')]
    expect(
      questions.map((question) => [question.querySelector('idnumber')?.textContent, question.getAttribute('type')]),
    ).toEqual([
      ['open-one', 'essay'],
      ['single', 'multichoice'],
      ['multiple', 'multichoice'],
      ['named', 'multichoice'],
      ['no-key', 'essay'],
      ['truth', 'truefalse'],
      ['short', 'shortanswer'],
      ['cloze', 'shortanswer'],
      ['clozes', 'cloze'],
      ['stem', 'shortanswer'],
    ])
    expect([...xml().querySelectorAll('question[type=category] text')].map((text) => text.textContent)).toEqual([
      '$course$/top/示例: A & <B>/Part 1//2/基础',
      '$course$/top/示例: A & <B>',
    ])
  })

  it('grades so that all right options give 100 and everything ticked gives nothing', () => {
    const fractions = (id: string) =>
      [...xml().querySelectorAll('question')]
        .filter((question) => question.querySelector('idnumber')?.textContent === id)
        .flatMap((question) =>
          [...question.querySelectorAll('answer')].map((answer) => Number(answer.getAttribute('fraction'))),
        )
    expect(fractions('single')).toEqual([0, 100, 0])
    expect(fractions('multiple')).toEqual([50, -50, -50, 50])
    expect(fractions('truth')).toEqual([100, 0])
  })

  const findQuestion = (id: string) =>
    [...xml().querySelectorAll('question')].find((question) => question.querySelector('idnumber')?.textContent === id)

  it('keeps the order of options that a text names by their letters', () => {
    const shuffled = (id: string) => findQuestion(id)?.querySelector('shuffleanswers')?.textContent
    expect(['single', 'multiple', 'named'].map(shuffled)).toEqual(['false', 'true', 'false'])
  })

  it('makes each gap of a cloze a field, whatever it holds', () => {
    const html = findQuestion('clozes')?.querySelector('questiontext > text')?.textContent ?? ''
    const gap = '&#92;&#42; &#123;2&#126;&#35;&#125;&#34;'
    expect(html).toBe(`<p>{1:SHORTANSWER:=one} and {1:SHORTANSWER:=two ${gap}} of { 1:SA:=x}</p>`)
    expect(textOf(gap)).toBe('\\* {2~#}"')
  })

  it('carries the explanation of every kind, shared stems and references', () => {
    const part = (id: string, name: string) =>
      textOf(findQuestion(id)?.querySelector(`${name} > text`)?.textContent ?? '')
    const ids = ['multiple', 'no-key', 'truth', 'short', 'clozes', 'stem']
    expect(ids.map((id) => part(id, 'generalfeedback'))).toEqual([
      'They are the outer ones.',
      'Nobody knows.A. Some say so.',
      'Identity.',
      'Any of them.',
      'Both count.',
      'Row 2.Chapter 3',
    ])
    expect(part('stem', 'questiontext')).toBe('Look at the table.It is ….')
    expect(part('short', 'answer:nth-of-type(3)')).toBe('a\\*b')
  })

  it('keeps a question with a pinned option in order, and carries its pictures, feedback, hints and tags', () => {
    const find = findQuestion
    expect(find('single')?.querySelector('shuffleanswers')?.textContent).toBe('false')
    expect(find('multiple')?.querySelector('shuffleanswers')?.textContent).toBe('true')
    expect(find('single')?.querySelector('answer > feedback > text')?.textContent).toBe('<p>Almost.</p>')
    expect(find('open-one')?.querySelector('hint > text')?.textContent).toBe('<p>Think.</p>')
    expect([...(find('open-one')?.querySelectorAll('tag > text') ?? [])].map((tag) => tag.textContent)).toEqual([
      'math',
      'two words',
    ])
    const feedback = find('open-one')?.querySelector('generalfeedback')
    expect(feedback?.querySelector('text')?.textContent).toContain('<img src="@@PLUGINFILE@@/p%201.png" alt="图">')
    const file = feedback?.querySelector('file')
    expect([file?.getAttribute('name'), Buffer.from(file?.textContent ?? '', 'base64').toString()]).toEqual([
      'p 1.png',
      'bytes of assets/p 1.png',
    ])
  })
})

describe('questions.csv', () => {
  it('is read back by a CSV parser, cell by cell', async () => {
    const rows = parseCsv(files.get('questions.csv') ?? '', { bom: true, columns: true }) as Record<string, string>[]
    expect(rows.map((row) => row.id)).toEqual(sampleBank().questions.map((question) => question.id))
    expect(rows[1]).toMatchObject({ kind: 'single-choice', answer: 'B', explanation: 'Because $\\frac{a}{b}$' })
    expect(rows[1]?.feedback).toBe('A. Almost.')
    const row = (id: string) => rows.find((row) => row.id === id)
    expect(row('clozes')).toMatchObject({ answer: 'one\ntwo * {2~#}"', explanation: 'Both count.' })
    expect(row('stem')).toMatchObject({ references: 'Chapter 3', answer: 'red' })
    expect(row('stem')?.prompt).toContain('Look at the table.')
    expect(rows[1]?.options?.split('\n')[0]).toBe('A. yes: {a} = b\\~c#d')
    expect(files.get('questions.csv')?.startsWith('\uFEFFid,')).toBe(true)
  })

  it('lets no cell begin a formula of a spreadsheet', async () => {
    for (const bank of [awkwardBank(), sampleBank()]) {
      const rows = parseCsv((await collect(bank)).get('questions.csv') ?? '', { bom: true, columns: true }) as Record<
        string,
        string
      >[]
      for (const row of rows) for (const value of Object.values(row)) expect(value).not.toMatch(/^[=+@\t]|^-(?!\d+$)/)
    }
    expect(files.get('questions.csv')).toContain(`,"'=1+1\nrelu`)
  })
})

it('says which questions have no key', async () => {
  expect(messages.map((message) => [message.ruleId, message.line])).toContainEqual(['lms-no-key', 10])
})

it('writes the same bytes every time', async () => {
  expect(await collect(sampleBank())).toEqual(files)
})
