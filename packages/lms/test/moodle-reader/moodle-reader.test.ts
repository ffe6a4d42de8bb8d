import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toText } from '@cardpress/core'
import { JSDOM } from 'jsdom'
import { beforeAll, describe, expect, test } from 'vitest'
import { awkwardBank, sampleBank } from '../support/bank.ts'
import { collect } from '../support/collect.ts'

/** Python that has moodle_xml_parser, which knows questions with options and clozes: `npm run test:moodle` sets it. */
const python = process.env.CARDPRESS_MOODLE_PYTHON

interface Read {
  readonly multichoice: readonly {
    readonly name: string
    readonly text_pre_parse: string
    readonly single: boolean
    readonly shuffle_answers: boolean
    readonly default_grade: number
    readonly general_feedback: string
    readonly options: readonly { readonly answer: string; readonly score_fraction: number; readonly feedback: string }[]
  }[]
  readonly cloze: readonly {
    readonly gaps: readonly {
      readonly raw_content: string
      readonly sub_type: string
      readonly options: readonly { answer: string; score: number }[]
    }[]
  }[]
}

const { document } = new JSDOM('').window
const textOf = (html: string) => {
  const element = document.createElement('div')
  element.innerHTML = html
  return element.textContent
}

async function readBack(bank: ReturnType<typeof sampleBank>): Promise<Read> {
  const folder = mkdtempSync(join(tmpdir(), 'cardpress-moodle-'))
  try {
    const file = join(folder, 'moodle.xml')
    writeFileSync(file, (await collect(bank)).get('moodle.xml') ?? '')
    const program = fileURLToPath(new URL('read_moodle_xml.py', import.meta.url))
    return JSON.parse(execFileSync(python as string, [program, file], { encoding: 'utf8' }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe.skipIf(python === undefined)('moodle.xml, read by moodle_xml_parser', () => {
  let read: Read
  beforeAll(async () => {
    read = await readBack(sampleBank())
  })

  test('has every keyed question with options: grade, order, feedback, explanation', () => {
    const keyed = sampleBank().questions.flatMap((question) =>
      'options' in question && question.answer.length > 0 ? [question] : [],
    )
    expect(
      read.multichoice.map((question) => [
        question.name,
        question.single,
        question.options.map((option) => [textOf(option.answer), option.score_fraction > 0, textOf(option.feedback)]),
        textOf(question.general_feedback),
      ]),
    ).toEqual(
      keyed.map((question) => [
        question.title,
        question.kind === 'single-choice',
        question.options.map((option) => [
          toText(option.content),
          question.answer.includes(option.label),
          toText(option.feedback ?? []),
        ]),
        question.explanation?.map((block) => toText([block]).replace('\\frac{a}{b}', '\\(\\frac{a}{b}\\)')).join('') ??
          '',
      ]),
    )
    expect(read.multichoice.map((question) => question.shuffle_answers)).toEqual([false, true, false])
  })

  test('has the gaps of a cloze with their answers', () => {
    // It takes whatever stands in braces for a gap; Moodle only what begins like one.
    const gaps = read.cloze[0]?.gaps.filter(({ raw_content }) => /^\{\d*:/.test(raw_content)) ?? []
    expect(gaps.map((gap) => [gap.sub_type, gap.options[0]?.score])).toEqual([
      ['SHORTANSWER', 100],
      ['SHORTANSWER', 100],
    ])
    expect(gaps[0]?.options).toEqual([{ answer: 'one', score: 100, feedback: null }])
  })

  test('has the text of questions made of marks', async () => {
    const { multichoice } = await readBack(awkwardBank())
    const { questions } = awkwardBank()
    expect(multichoice).toHaveLength(questions.length)
    for (const [index, question] of questions.entries()) {
      const text = question.prompt.map((block) => toText([block])).join('')
      // It decodes character references once more than there are, which makes tags of text that has angle brackets.
      if (!text.includes('<')) expect(textOf(multichoice[index]?.text_pre_parse ?? '')).toBe(text)
      expect(multichoice[index]?.options).toHaveLength(2)
    }
  })
})
