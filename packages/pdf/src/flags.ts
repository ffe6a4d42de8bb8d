import { type Question, toCondition } from '@cardpress/core'
import { type EmitterOption, type EmitterValues, UsageError } from '@cardpress/core/disk'
import { joined, ToldError } from '@cardpress/core/messages'
import type { CardOptions, ExamOptions, PaperName, PdfOptions } from './options.ts'
import type { PaperSize } from './pages/frame.ts'
import { say } from './texts.ts'

/** The command-line options of `cardpress-pdf`. */
export const pdfFlags = {
  papers: {
    type: 'string',
    value: 'LIST',
    help: { en: 'of cheatsheet,exam,cards (default: all)', zh: '从 cheatsheet,exam,cards 中选（默认全部）' },
  },
  paper: {
    type: 'string',
    value: 'SIZE',
    help: { en: 'a4, a5 or letter (default: a4)', zh: 'a4、a5 或 letter（默认 a4）' },
  },
  landscape: { type: 'boolean', help: { en: 'turn the cheat sheet on its side', zh: '速查表横排' } },
  columns: {
    type: 'string',
    value: 'N',
    help: { en: 'columns of the cheat sheet, 1 to 4', zh: '速查表分几栏，1 到 4' },
  },
  size: {
    type: 'string',
    value: 'PT',
    help: { en: 'body size in points (default: 8, exam 10.5)', zh: '正文字号，单位 pt（默认 8，试卷 10.5）' },
  },
  fit: {
    type: 'string',
    value: 'N',
    help: { en: 'largest size with which the cheat sheet has N pages', zh: '速查表不超过 N 页时的最大字号' },
  },
  justify: {
    type: 'boolean',
    help: { en: 'fill lines to the right edge (default: in Chinese)', zh: '两端对齐（中文默认如此）' },
  },
  ragged: { type: 'boolean', help: { en: 'do not', zh: '不要两端对齐' } },
  contents: {
    type: 'boolean',
    help: { en: 'list the sections at the top of the cheat sheet', zh: '速查表开头列出各节' },
  },
  title: { type: 'string', value: 'TEXT', help: { en: 'title of the exam', zh: '试卷的标题' } },
  fields: {
    type: 'string',
    value: 'LIST',
    help: { en: 'blanks at the top of the exam: name,class', zh: '试卷上方要填的栏目：姓名,班级' },
  },
  instructions: {
    type: 'string',
    value: 'TEXT',
    help: { en: 'printed below the title of the exam', zh: '印在试卷标题下面的说明' },
  },
  seal: { type: 'boolean', help: { en: 'the sealed line (密封线) at the left of the exam', zh: '试卷左侧的密封线' } },
  versions: {
    type: 'string',
    value: 'LIST',
    help: { en: 'shuffled versions of the exam: A,B', zh: '题目和选项打乱的几份试卷：A,B' },
  },
  seed: {
    type: 'string',
    value: 'N',
    help: { en: 'of the versions and the draw (default: 1)', zh: '打乱和抽题的种子（默认 1）' },
  },
  pick: { type: 'string', value: 'N', help: { en: 'draw N questions for the exam', zh: '试卷抽 N 道题' } },
  kinds: {
    type: 'string',
    value: 'LIST',
    help: { en: 'kinds of questions of the exam: open,single-choice', zh: '试卷的题型：open,single-choice' },
  },
  sections: { type: 'string', value: 'LIST', help: { en: 'sections of the exam, by name', zh: '试卷的章节，写名称' } },
  where: {
    type: 'string',
    value: 'LIST',
    help: { en: 'conditions for the exam: tag=cnn,difficulty!=easy', zh: '试卷题目的条件：tag=cnn,difficulty!=easy' },
  },
  points: {
    type: 'string',
    value: 'LIST',
    help: { en: 'points by kind: open=10,single-choice=2', zh: '各题型的分值：open=10,single-choice=2' },
  },
  space: {
    type: 'string',
    value: 'KIND',
    help: {
      en: 'room for answers: lines, grid, blank or none',
      zh: '作答处：lines（横线）、grid（方格）、blank（空白）或 none（不留）',
    },
  },
  'no-grading': { type: 'boolean', help: { en: 'no table for the scores', zh: '不印得分表' } },
  'card-preset': {
    type: 'string',
    value: 'NAME',
    help: { en: 'grid, index, business or a7 (default: grid)', zh: 'grid、index、business 或 a7（默认 grid）' },
  },
  grid: {
    type: 'string',
    value: 'CxR',
    help: {
      en: 'cards across and down a sheet (default: 2x4, 2x3 or 2x2, as the answers need)',
      zh: '每页横竖各几张卡片（默认按答案长短取 2x4、2x3 或 2x2）',
    },
  },
  duplex: {
    type: 'string',
    value: 'EDGE',
    help: {
      en: 'long-edge, short-edge or fold (default: long-edge)',
      zh: 'long-edge（长边翻转）、short-edge（短边翻转）或 fold（对折）（默认 long-edge）',
    },
  },
  margin: {
    type: 'string',
    value: 'MM',
    help: { en: 'white at the edges of a card sheet (default: 8)', zh: '卡片页四周的空白（默认 8）' },
  },
  offset: {
    type: 'string',
    value: 'X,Y',
    help: { en: 'move the back of card sheets, in millimetres', zh: '卡片背面移动多少毫米' },
  },
  cut: {
    type: 'string',
    value: 'KIND',
    help: {
      en: 'marks, lines or none (default: marks)',
      zh: 'marks（裁切标记）、lines（线）或 none（没有）（默认 marks）',
    },
  },
} as const satisfies Readonly<Record<string, EmitterOption>>

const kinds: readonly Question['kind'][] = [
  'open',
  'single-choice',
  'multiple-choice',
  'true-false',
  'short-answer',
  'cloze',
]

/**
 * Makes the emitter's options of command-line values.
 * @throws UsageError that names the value which is wrong and what would be right
 */
export function toPdfOptions(values: EmitterValues): PdfOptions {
  const read = new Reader(values)
  return {
    papers: read.choices<PaperName>('papers', ['cheatsheet', 'exam', 'cards']),
    paper: read.choice<PaperSize>('paper', ['a4', 'a5', 'letter']),
    landscape: read.flag('landscape'),
    columns: read.number('columns', 1, 4, true),
    size: read.number('size', 5, 16),
    fit: read.number('fit', 1, 1000, true),
    justify: read.flag('ragged') ? false : read.flag('justify'),
    contents: read.flag('contents'),
    exam: examOptions(read),
    cards: cardOptions(read),
  }
}

function examOptions(read: Reader): ExamOptions {
  const where = read.text('where')
  if (where !== undefined) {
    try {
      toCondition(where)
    } catch (error) {
      throw new UsageError(joined('--where: ', error instanceof ToldError ? error.sentence : (error as Error).message))
    }
  }
  return {
    title: read.text('title'),
    fields: read.list('fields'),
    instructions: read.text('instructions'),
    seal: read.flag('seal'),
    versions: read.versions(),
    seed: read.number('seed', 0, 2 ** 31, true),
    pick: read.number('pick', 1, 1e6, true),
    kinds: read.choices('kinds', kinds),
    sections: read.list('sections'),
    where,
    points: read.points(),
    space: read.choice('space', ['lines', 'grid', 'blank', 'none']),
    grading: read.flag('no-grading') ? false : undefined,
  }
}

function cardOptions(read: Reader): CardOptions {
  const grid = read.text('grid')?.match(/^([1-9])[x×]([1-9])$/)
  if (read.text('grid') !== undefined && !grid) throw new UsageError(say('usage.grid'))
  const offset = read.list('offset')?.map(Number)
  if (offset && (offset.length !== 2 || offset.some((value) => !(Math.abs(value) <= 20))))
    throw new UsageError(say('usage.offset'))
  return {
    preset: read.choice('card-preset', ['grid', 'index', 'business', 'a7']),
    columns: grid ? Number(grid[1]) : undefined,
    rows: grid ? Number(grid[2]) : undefined,
    duplex: read.choice('duplex', ['long-edge', 'short-edge', 'fold']),
    margin: read.number('margin', 0, 40),
    offset: offset ? [offset[0] ?? 0, offset[1] ?? 0] : undefined,
    cut: read.choice('cut', ['marks', 'lines', 'none']),
  }
}

type Name = keyof typeof pdfFlags

/** Reads values and says what is wrong with them. */
class Reader {
  readonly #values: EmitterValues

  constructor(values: EmitterValues) {
    this.#values = values
  }

  text(name: Name): string | undefined {
    const value = this.#values[name]
    return typeof value === 'string' ? value : undefined
  }

  flag(name: Name): boolean | undefined {
    return this.#values[name] === true ? true : undefined
  }

  list(name: Name): string[] | undefined {
    return this.text(name)
      ?.split(/[,，]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
  }

  number(name: Name, least: number, most: number, isWhole = false): number | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const value = Number(text)
    if (text.trim() === '' || !(value >= least && value <= most) || (isWhole && !Number.isInteger(value)))
      throw new UsageError(say(isWhole ? 'usage.whole-number' : 'usage.number', { name, least, most, given: text }))
    return value
  }

  choice<Choice extends string>(name: Name, choices: readonly Choice[]): Choice | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const found = choices.find((choice) => choice === text.toLowerCase())
    if (!found) throw new UsageError(say('usage.choice', { name, choices: choices.join(', '), given: text }))
    return found
  }

  choices<Choice extends string>(name: Name, choices: readonly Choice[]): Choice[] | undefined {
    return this.list(name)?.map((text) => {
      const found = choices.find((choice) => choice === text)
      if (!found) throw new UsageError(say('usage.choices', { name, choices: choices.join(', '), given: text }))
      return found
    })
  }

  versions(): string[] | undefined {
    const names = this.list('versions')
    // The names go into file names.
    const wrong = names?.find((name) => !/^[A-Za-z0-9]{1,8}$/.test(name))
    if (wrong !== undefined) throw new UsageError(say('usage.version-name', { given: wrong }))
    if (names && new Set(names.map((name) => name.toLowerCase())).size < names.length)
      throw new UsageError(say('usage.version-twice'))
    return names
  }

  points(): Partial<Record<Question['kind'], number>> | undefined {
    const parts = this.list('points')
    if (!parts) return undefined
    return Object.fromEntries(
      parts.map((part) => {
        const [, name = '', value = ''] = part.match(/^([a-z-]+)=(\d+(?:\.\d+)?)$/) ?? []
        const kind = kinds.find((one) => one === name)
        if (!kind || !(Number(value) > 0))
          throw new UsageError(say('usage.points', { kinds: kinds.join(', '), given: part }))
        return [kind, Number(value)]
      }),
    )
  }
}
