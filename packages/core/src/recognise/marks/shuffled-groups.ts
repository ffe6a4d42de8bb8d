import type { Features } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'
import type { FoundOption, OptionGroup } from './option-group.ts'
import { type OptionMark, optionMark } from './option-mark.ts'

interface Lettered {
  readonly line: Line
  readonly mark: OptionMark
  readonly level: number
}

/**
 * Returns the groups of options whose letters are complete, but stand in another order than the alphabet's: line by line
 * (`A`, `D`, `B`, `C`), or in columns that are read downwards (`A. one   C. three` above `B. two   D. four`).
 *
 * @param lines The lines of a page.
 * @param features Their features.
 */
export function shuffledGroups(lines: readonly Line[], features: readonly Features[]): OptionGroup[] {
  const runs: Lettered[][] = []
  let run: Lettered[] = []
  const close = (): void => {
    if (run.length > 1) runs.push(run)
    run = []
  }
  for (const [index, line] of lines.entries()) {
    const { options, level } = features[index] as Features
    const [mark] = options
    if (line.kind !== 'text' || !mark || mark.style.endsWith('bare')) {
      if (line.kind !== 'hidden') close()
      continue
    }
    const last = run.at(-1)
    // A letter that stood already opens the options of the next question.
    if (
      last &&
      (last.mark.style !== mark.style || last.level !== level || run.some((one) => one.mark.index === mark.index))
    )
      close()
    run.push({ line, mark, level })
  }
  close()
  // Where columns are usual, the last may be shorter than the first.
  const usual = runs.filter((one) => columns(one, 0)).length >= 2
  return runs.flatMap((one) => columns(one, usual ? 1 : 0) ?? shuffled(one) ?? [])
}

function shuffled(run: readonly Lettered[]): OptionGroup | undefined {
  if (run.length < 3 || !isComplete(run.map(({ mark }) => mark))) return undefined
  if (run.every(({ mark }, at) => mark.index === at)) return undefined
  return toGroup(run.map(({ line, mark }) => toOption(line, mark)))
}

/** Rows that begin with A, B …, and in whose middle the letters go on where the first column ends; some may lack it. */
function columns(run: readonly Lettered[], missing: number): OptionGroup | undefined {
  const rows = run.length
  if (rows < 2 || rows > 4 || !run.every(({ mark }, at) => mark.index === at)) return undefined
  const options: FoundOption[] = []
  let seconds = 0
  for (const { line, mark } of run) {
    options.push(toOption(line, mark))
    const second = markWithin(line.text, mark, mark.index + rows)
    if (!second) continue
    seconds++
    options.push(toOption(line, second))
  }
  if (seconds < rows - missing || seconds === 0) return undefined
  return isComplete(options.map(({ label }) => ({ index: label.charCodeAt(0) - 65 }))) ? toGroup(options) : undefined
}

const inner = /(?<=[\s.;,])[(（[]?[A-Za-z]\s?[.．、:：)）\]]\s/gu

/** The mark of the letter with an index, written as another one is, behind it in a line. */
function markWithin(text: string, first: OptionMark, index: number): OptionMark | undefined {
  for (const match of text.slice(0, 400).matchAll(inner)) {
    if (match.index < first.end) continue
    const mark = optionMark(text.slice(match.index, match.index + 24), match.index)
    if (mark?.index === index && mark.style === first.style) return mark
  }
  return undefined
}

function isComplete(marks: ReadonlyArray<{ readonly index: number }>): boolean {
  const seen = new Set(marks.map(({ index }) => index))
  return seen.size === marks.length && marks.every(({ index }) => index >= 0 && index < marks.length)
}

function toOption(line: Line, { label, start, end, ticked }: OptionMark): FoundOption {
  const checked = line.item?.checked ?? ticked
  return { label, line: line.index, start, end, ...(checked === undefined ? {} : { checked }) }
}

function toGroup(options: readonly FoundOption[]): OptionGroup {
  return {
    style: 'shuffled',
    options,
    first: (options[0] as FoundOption).line,
    last: (options.at(-1) as FoundOption).line,
  }
}
