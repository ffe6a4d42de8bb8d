import { type Question, toCondition } from '@cardpress/core'
import { type EmitterOption, type EmitterValues, UsageError } from '@cardpress/core/disk'
import type { CardOptions, ExamOptions, PaperName, PdfOptions } from './options.ts'
import type { PaperSize } from './pages/frame.ts'

/** The command-line options of `cardpress-pdf`. */
export const pdfFlags = {
  papers: { type: 'string', value: 'LIST', help: 'of cheatsheet,exam,cards (default: all)' },
  paper: { type: 'string', value: 'SIZE', help: 'a4, a5 or letter (default: a4)' },
  landscape: { type: 'boolean', help: 'turn the cheat sheet on its side' },
  columns: { type: 'string', value: 'N', help: 'columns of the cheat sheet, 1 to 4' },
  size: { type: 'string', value: 'PT', help: 'body size in points (default: 8, exam 10.5)' },
  fit: { type: 'string', value: 'N', help: 'largest size with which the cheat sheet has N pages' },
  justify: { type: 'boolean', help: 'fill lines to the right edge (default: in Chinese)' },
  ragged: { type: 'boolean', help: 'do not' },
  contents: { type: 'boolean', help: 'list the sections at the top of the cheat sheet' },
  title: { type: 'string', value: 'TEXT', help: 'title of the exam' },
  fields: { type: 'string', value: 'LIST', help: 'blanks at the top of the exam: name,class' },
  instructions: { type: 'string', value: 'TEXT', help: 'printed below the title of the exam' },
  seal: { type: 'boolean', help: 'the sealed line (密封线) at the left of the exam' },
  versions: { type: 'string', value: 'LIST', help: 'shuffled versions of the exam: A,B' },
  seed: { type: 'string', value: 'N', help: 'of the versions and the draw (default: 1)' },
  pick: { type: 'string', value: 'N', help: 'draw N questions for the exam' },
  kinds: { type: 'string', value: 'LIST', help: 'kinds of questions of the exam: open,single-choice' },
  sections: { type: 'string', value: 'LIST', help: 'sections of the exam, by name' },
  where: { type: 'string', value: 'LIST', help: 'conditions for the exam: tag=cnn,difficulty!=easy' },
  points: { type: 'string', value: 'LIST', help: 'points by kind: open=10,single-choice=2' },
  space: { type: 'string', value: 'KIND', help: 'room for answers: lines, grid, blank or none' },
  'no-grading': { type: 'boolean', help: 'no table for the scores' },
  'card-preset': { type: 'string', value: 'NAME', help: 'grid, index, business or a7 (default: grid)' },
  grid: {
    type: 'string',
    value: 'CxR',
    help: 'cards across and down a sheet (default: 2x4, 2x3 or 2x2, as the answers need)',
  },
  duplex: { type: 'string', value: 'EDGE', help: 'long-edge, short-edge or fold (default: long-edge)' },
  margin: { type: 'string', value: 'MM', help: 'white at the edges of a card sheet (default: 8)' },
  offset: { type: 'string', value: 'X,Y', help: 'move the back of card sheets, in millimetres' },
  cut: { type: 'string', value: 'KIND', help: 'marks, lines or none (default: marks)' },
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
      throw new UsageError(`--where: ${(error as Error).message}`)
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
  if (read.text('grid') !== undefined && !grid) throw new UsageError('--grid needs COLUMNSxROWS, as in 2x4')
  const offset = read.list('offset')?.map(Number)
  if (offset && (offset.length !== 2 || offset.some((value) => !(Math.abs(value) <= 20))))
    throw new UsageError('--offset needs two numbers of millimetres, as in 0.5,-1')
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
      throw new UsageError(`--${name} needs a ${isWhole ? 'whole ' : ''}number from ${least} to ${most}, not "${text}"`)
    return value
  }

  choice<Choice extends string>(name: Name, choices: readonly Choice[]): Choice | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const found = choices.find((choice) => choice === text.toLowerCase())
    if (!found) throw new UsageError(`--${name} is one of ${choices.join(', ')}, not "${text}"`)
    return found
  }

  choices<Choice extends string>(name: Name, choices: readonly Choice[]): Choice[] | undefined {
    return this.list(name)?.map((text) => {
      const found = choices.find((choice) => choice === text)
      if (!found) throw new UsageError(`--${name} is of ${choices.join(', ')}, not "${text}"`)
      return found
    })
  }

  versions(): string[] | undefined {
    const names = this.list('versions')
    // The names go into file names.
    const wrong = names?.find((name) => !/^[A-Za-z0-9]{1,8}$/.test(name))
    if (wrong !== undefined) throw new UsageError(`--versions needs names of letters and digits, not "${wrong}"`)
    if (names && new Set(names.map((name) => name.toLowerCase())).size < names.length)
      throw new UsageError('--versions names one twice')
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
          throw new UsageError(`--points needs KIND=NUMBER, KIND of ${kinds.join(', ')}, not "${part}"`)
        return [kind, Number(value)]
      }),
    )
  }
}
